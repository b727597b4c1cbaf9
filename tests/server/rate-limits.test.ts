/** Seats taken per minute and hour in one gathering: a hall comes in, a script is stopped, and no other gathering feels it. */
import { afterEach, expect, it, vi } from 'vitest';
import { Paces } from '@/server/http/routes/rate-limits';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  await house?.close();
  house?.remove();
  house = null;
});

it('lets 3000 seats a minute be taken in one gathering, then says how long to wait, and leaves the others alone', async () => {
  const paces = new Paces();
  const answers = [];
  for (let n = 0; n < 3001; n++) answers.push(await paces.spend('gathering-1', 'seats', 'seatsOfHour'));
  expect(answers.slice(0, 3000).filter((a) => a !== null)).toEqual([]);
  const last = answers.at(-1);
  expect(last).toMatchObject({ refused: 'too_fast' });
  expect(Number(last?.detail?.ms)).toBeGreaterThan(0);
  expect(await paces.spend('gathering-2', 'seats', 'seatsOfHour')).toBeNull();
});

it('is asked at the door before a seat is taken, by gathering: who is refused by it has no seat', async () => {
  house = await testHouse();
  const row = await openSpace(house);
  const spend = vi.spyOn(Paces.prototype, 'spend');
  expect(await join_(house.url, 'PROVA', 'Anna')).toMatchObject({ ok: true });
  expect(spend).toHaveBeenCalledWith(row.id, 'seats', 'seatsOfHour');
  spend.mockResolvedValue({ refused: 'too_fast', detail: { ms: 1000 } } as never);
  expect(await join_(house.url, 'PROVA', 'Bruno')).toMatchObject({ ok: false, refused: 'too_fast' });
  expect(house.streams.seats.count(row.id)).toBe(1);
});
