// @vitest-environment happy-dom
/** Dots tapped quickly, before the page has drawn the one before, or before the program that predicts it is loaded. */
import { act } from 'react';
import { expect, it } from 'vitest';
import { Walk } from '@/app/i/[code]/[[...where]]/_frame/navigation';
import { Toasts } from '@/app/i/[code]/[[...where]]/_frame/phone-toasts';
import { Vote } from '@/app/i/[code]/[[...where]]/_vote/vote';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import { Words } from '@/i18n/words';
import { office } from '../domain/given';
import { opened } from '../domain/opened';
import { mount } from './mount';

/** A vote with five dots and two topics, on a phone whose replica is not started. */
function ballot() {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topics = [g.topic(anna, 'Anziani soli'), g.topic(anna, 'Doposcuola')];
  g.done(office(), 'openVoting', { quota: 5 });
  localStorage.clear();
  const you = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna', label: null };
  const initial = { state: g.open, people: {}, you, mine: null, now: g.now, complete: true };
  const { at } = mount(
    <Words lang="it" dictionary={{ 'vote.more': '+ {topic}', 'vote.less': '− {topic}', 'vote.mine': '{n}' }}>
      <GatheringProvider code="PROVA" surface="phone" initial={initial}>
        <Walk code="PROVA" where={[]}>
          <Toasts>
            <Vote />
          </Toasts>
        </Walk>
      </GatheringProvider>
    </Words>,
  );
  const button = (label: string) => at.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!;
  return {
    topics,
    /** All in one turn, so that nothing is drawn between them. */
    tap: (...labels: string[]) =>
      act(() => {
        for (const label of labels) button(label).click();
      }),
    drawn: () => [...at.querySelectorAll('output .sr-only')].map((e) => Number(e.textContent)),
    /** The dots that wait on this device for each topic, in the order of the taps. */
    waiting: () =>
      Object.keys(localStorage)
        .filter((key) => key.includes(':outbox:'))
        .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as { at: number; command: { ask: object } })
        .sort((a, b) => a.at - b.at)
        .map(({ command }) => Object.values(command.ask)),
  };
}

it('[I9] counts each of five quick taps, and no sixth', () => {
  const { topics, tap, drawn, waiting } = ballot();
  tap('+ T01', '+ T01', '+ T01', '+ T02', '+ T02', '+ T02');
  expect(drawn()).toEqual([3, 2]);
  const [one, two] = topics;
  expect(waiting()).toEqual([
    [one, 1],
    [one, 2],
    [one, 3],
    [two, 1],
    [two, 2],
  ]);
});

it('[I9] takes back as many as are tapped, and none below zero', () => {
  const { tap, drawn } = ballot();
  tap('+ T01', '+ T01');
  tap('− T01', '− T01', '− T01');
  expect(drawn()).toEqual([0, 0]);
  tap('+ T01');
  expect(drawn()).toEqual([1, 0]);
});
