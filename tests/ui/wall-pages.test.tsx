// @vitest-environment happy-dom
/** Turning pages and the film of a wall stop while it is held still, and go on afterwards. */
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePicture } from '@/app/muro/[code]/_scenes/film';
import { Stillness, usePages } from '@/app/muro/[code]/_scenes/pages';
import type { Film } from '@/reports/day-film';
import { mount } from './mount';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TOPICS = ['uno', 'due', 'tre', 'quattro'];
const Board = ({ many = TOPICS }) => <p>{usePages(many, 2).shown.join(' ')}</p>;
const FILM = { pictures: TOPICS.map((_, i) => ({ at: i })), topics: [] } as unknown as Film;
const Replay = () => <p>{usePicture(FILM)?.at}</p>;

const moves = () => {};
const wall = (scene: ReactNode, still: boolean) => <Stillness value={{ still, moves }}>{scene}</Stillness>;
const passes = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it('turning pages stop while the wall is held still, and go on from there', () => {
  const { one, again } = mount(wall(<Board />, false));
  passes(10_000);
  expect(one('p').textContent).toBe('tre quattro');
  again(wall(<Board />, true));
  // An odd number of turns: an even one would come back to the same page.
  passes(50_000);
  expect(one('p').textContent).toBe('tre quattro');
  again(wall(<Board />, false));
  passes(10_000);
  expect(one('p').textContent).toBe('uno due');
});

it('the film stops while the wall is held still, and goes on from there', () => {
  const { one, again } = mount(wall(<Replay />, false));
  passes(500);
  expect(one('p').textContent).toBe('1');
  again(wall(<Replay />, true));
  passes(60_000);
  expect(one('p').textContent).toBe('1');
  again(wall(<Replay />, false));
  passes(500);
  expect(one('p').textContent).toBe('2');
});
