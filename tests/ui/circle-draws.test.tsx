// @vitest-environment happy-dom
/** A circle is drawn again for its own facts, and not for those of the others in a full hall. */
import { act, Profiler, useState, useSyncExternalStore } from 'react';
import { expect, it } from 'vitest';
import { Circle } from '@/app/i/[code]/[[...where]]/_circle/circle';
import * as hooks from '@/client/hooks/gathering-provider';
import { gathering } from '@/domain/gathering/catalogue';
import { Words } from '@/i18n/words';
import { opened } from '../domain/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

let shown: unknown;
const listeners = new Set<() => void>();
const subscribe = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};
const show = (next: unknown) =>
  act(() => {
    shown = next;
    for (const heard of listeners) heard();
  });

/** As the real one, it draws only where the value is another. */
function useShown<T>(pick: (s: never) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const [kept] = useState<{ value?: T }>({});
  const read = (): T => {
    const value = pick(shown as never);
    if (kept.value === undefined || !same(kept.value, value)) kept.value = value;
    return kept.value;
  };
  return useSyncExternalStore(subscribe, read, read);
}

it('draws nothing for a note of another circle, and the note of its own', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const [ours, theirs] = [g.topic(anna), g.topic(anna, 'un altro')];
  const session = g.place(anna, ours);
  const rest = { you: { seat: 'seat-bruno', label: 'Bruno' }, people: {} };
  const copy = (view: typeof g.state) => ({ view, ...rest });
  // Parts that a fact leaves alone stay the same object, as in a replica.
  const before = structuredClone(g.state);
  show(copy(before));
  standIn(hooks, {
    useShown,
    useView: () => useShown((s: { view: unknown }) => s.view),
    useWritten: () => true,
    useAsk: () => () => '',
    useCan: () => () => false,
    useReplica: () => ({ delivery: () => 'seen', snapshot: () => ({ confirmed: { topics: {} } }) }),
  });
  const drawn: string[] = [];
  const { at } = mount(
    <Words lang="it" dictionary={{}}>
      <Profiler id="circle" onRender={(_, phase) => drawn.push(phase)}>
        <Circle id={session} />
      </Profiler>
    </Words>,
  );
  expect(drawn).toEqual(['mount']);
  const write = (state: typeof before, topic: string, note: string): typeof before => {
    const next = { ...state, notes: { ...state.notes }, notesOf: { ...state.notesOf } };
    next.notesOf[topic] = [...(next.notesOf[topic] ?? [])];
    const command = { id: note, type: 'writeNote', ask: { note, topic, kind: 'altro', text: note } };
    const fact = gathering.decide(next, command, anna, 1);
    if ('refused' in fact) throw new Error(fact.refused);
    gathering.apply(next, fact);
    return next;
  };
  const other = write(before, theirs, 'nota-loro');
  show(copy(other));
  expect(drawn).toEqual(['mount']);
  show(copy(write(other, ours, 'nota-nostra')));
  expect(drawn).toEqual(['mount', 'update']);
  expect([...at.querySelectorAll('article')].map((a) => a.textContent)).toEqual([
    expect.stringContaining('nota-nostra'),
  ]);
});
