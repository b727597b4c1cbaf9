// @vitest-environment happy-dom
/** The desk's main action: one deed for each moment of the day, in words that are read at a glance. */
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { PhaseAction } from '@/app/regia/[code]/_phases/phase-action';
import * as hooks from '@/client/hooks/gathering-provider';
import type { Gathering } from '@/domain/gathering/state';
import { PHASES } from '@/domain/gathering/state/phase';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { office } from '../domain/given';
import { opened } from '../domain/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

let view: Gathering;
let clock = 0;
let asked: [string, unknown][] = [];
const screen = {
  useShown: (pick: (s: unknown) => unknown) => pick({ view, people: {} }),
  useView: () => view,
  useNow: () => clock,
  useAsk: () => (deed: string, ask: unknown) => {
    asked.push([deed, ask]);
    return 'command';
  },
};
beforeEach(() => {
  asked = [];
  standIn(hooks, screen);
});

const words = dictionary('it', ['common', 'desk']);
const drawn = (state: Gathering, at: number) => {
  view = { ...state };
  clock = at;
  const { one } = mount(
    <Words lang="it" dictionary={words}>
      <PhaseAction />
    </Words>,
  );
  const button = one<HTMLButtonElement>('[data-deed]');
  const [says, hint] = [button.querySelector('b'), button.querySelector('b + span')];
  return { says: says?.textContent, hint: hint?.textContent, tap: () => act(() => button.click()) };
};
/** The slots of the 17th of May 2014 are from 10 to 10:50, from 11 to 11:50. */
const hour = (h: number, m: number, day = 17) => Date.UTC(2014, 4, day, h - 2, m);

describe('the main action', () => {
  it('between two slots rings the gong for the next, and leads on only after the last of the day', () => {
    const g = opened();
    g.done(office(), 'changePhase', { phase: 'sessions' });
    expect(drawn(g.state, hour(10, 40)).says).toBe('Gong: mancano 5 minuti');
    const { says, hint, tap } = drawn(g.state, hour(10, 55));
    expect([says, hint]).toEqual(['Gong: si cambia', 'Alle 11:00 comincia: Turno 2']);
    tap();
    expect(asked).toEqual([['ringGong', { meaning: 'change' }]]);
    expect(drawn(g.state, hour(11, 55)).says).toBe('Vai a: Notizie');
    // Tomorrow's slots are no reason to stay.
    expect(drawn(g.state, hour(18, 0, 16)).says).toBe('Vai a: Notizie');
  });

  it('at the time of actions is not to call those who waited to say a topic in the morning', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.done(anna, 'joinQueue', { topic: g.topic(anna) });
    g.done(office(), 'changePhase', { phase: 'news' });
    expect(drawn(g.state, hour(12, 0)).says).toBe('Chiama T01');
    g.done(office(), 'changePhase', { phase: 'actions' });
    expect(drawn(g.state, hour(12, 0)).says).toBe('Vai a: Cerchio di chiusura');
  });

  it('has a hint of one sentence in each phase', () => {
    for (const phase of PHASES.slice(0, PHASES.indexOf('concluded'))) {
      const g = opened();
      if (phase !== 'draft') g.done(office(), 'changePhase', { phase });
      expect(drawn(g.state, hour(9, 0)).hint).not.toMatch(/\. ./);
    }
  });
});
