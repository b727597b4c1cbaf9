// @vitest-environment happy-dom
/** Counts that change all the time are announced to screen readers now and then: topics that arrive, people and notes of one's circle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Presence } from '@/app/i/[code]/[[...where]]/_circle/presence';
import { Arrived } from '@/app/i/[code]/[[...where]]/_topics/board';
import * as hooks from '@/client/hooks/gathering-provider';
import { DIGEST_MS } from '@/client/hooks/screen-reader-digest';
import type { Dictionary } from '@/i18n/say';
import { Words } from '@/i18n/words';
import { opened } from '../domain/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

let shown: unknown;
const screen = {
  useShown: (pick: (s: unknown) => unknown) => pick(shown),
  useView: () => (shown as { view: unknown }).view,
  useWritten: () => true,
  useAsk: () => () => '',
  useReplica: () => ({}),
};
beforeEach(() => {
  standIn(hooks, screen);
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const dictionary: Dictionary = Object.assign(
  {},
  ...['common', 'phone'].map(
    (f) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../src/i18n/it/${f}.json`), 'utf8')) as object,
  ),
);
const said = (node: ReactNode) => (
  <Words lang="it" dictionary={dictionary}>
    {node}
  </Words>
);
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it('twelve topics in six seconds are told once, and the pill itself tells nothing', () => {
  const board = (n: number) => said(<Arrived n={n} onTop={() => {}} />);
  const { one, at, again } = mount(board(0));
  const heard = new Set<string | null>();
  for (let n = 1; n <= 12; n++) {
    again(board(n));
    pass(500);
    heard.add(one('[role=status]').textContent);
  }
  expect([...heard]).toEqual(['']);
  expect(one('button').textContent).toBe('12 nuovi');
  expect(one('button').closest('[aria-live]')).toBeNull();
  pass(20_000);
  expect(one('[role=status]').textContent).toBe('Bacheca: 12 nuovi');
  expect(at.querySelectorAll('[aria-live]')).toHaveLength(0);
});

it('new notes in one’s own circle are told with its people, in one sentence a minute', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna);
  const session = g.place(anna, topic);
  g.done(anna, 'moveTo', { to: session });
  const circle = (seat: string) => {
    shown = { you: { seat }, view: { ...g.state } };
    const [s, t] = [g.state.sessions[session], g.state.topics[topic]];
    if (!s || !t) throw new Error('no circle');
    return said(<Presence session={{ ...s }} topic={t} />);
  };
  const { one, again } = mount(circle('seat-anna'));
  for (let n = 1; n <= 7; n++) {
    g.done(anna, 'writeNote', { note: `nota-00${n}`, topic, kind: 'altro', text: `nota ${n}` });
    again(circle('seat-anna'));
    pass(1000);
  }
  expect(one('p[role=status]').textContent).toBe('');
  pass(DIGEST_MS);
  expect(one('p[role=status]').textContent).toBe('1 persona ora, 7 note');
  // Of somebody else's circle only its people are news.
  const other = mount(circle('seat-bruno'));
  g.done(anna, 'writeNote', { note: 'nota-008', topic, kind: 'altro', text: 'nota 8' });
  other.again(circle('seat-bruno'));
  pass(DIGEST_MS * 2);
  expect(other.one('p[role=status]').textContent).toBe('');
});
