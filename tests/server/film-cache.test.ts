/** The day's replay is made seldom, however often a stranger asks; a title that is withheld is in none from then on. */
import { nanoid } from 'nanoid';
import { afterEach, expect, it, vi } from 'vitest';
import type { Film } from '@/reports/day-film';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  await house?.close();
  house?.remove();
  house = null;
});

async function filming() {
  const h = await testHouse();
  house = h;
  const row = await openSpace(h);
  const anna = await join_(h.url, 'PROVA', 'Anna');
  const actor = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
  const say = async (type: string, ask: unknown) => {
    const answer = await h.streams.gathering(row).submit({ id: nanoid(14), type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  const film = async () => (await (await fetch(`${h.url}/api/film/PROVA`)).json()) as Film;
  const titles = async () => (await film()).topics.map((t) => t.title);
  const read = vi.spyOn(h.streams.log, 'since');
  return { say, titles, times: () => read.mock.calls.length };
}

it('is not made again for each who asks while people write', async () => {
  const { say, titles, times } = await filming();
  await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  // Twelve notes may take a slow disk longer than a film is kept.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  const before = times();
  for (let n = 0; n < 12; n++) {
    await say('writeNote', {
      note: `note-${n}00000`,
      topic: 'topic-0001',
      kind: 'altro',
      text: 'una parola',
    });
    expect(await titles()).toEqual(['Chi cura chi cura?']);
  }
  expect(times() - before).toBe(1);
});

it('waits, and is made again, once a title is withheld', async () => {
  const { say, titles } = await filming();
  await say('proposeTopic', { topic: 'topic-0001', title: 'Giulia, di otto anni' });
  const began = performance.now();
  expect(await titles()).toEqual(['Giulia, di otto anni']);
  await say('flagText', { what: 'topic', id: 'topic-0001' });
  expect(await Promise.all([titles(), titles()])).toEqual([[''], ['']]);
  expect(performance.now() - began).toBeGreaterThan(1000);
});
