/** The log stores every fact it is given; command idempotency is the stream's work, which remembers every command. */
import { afterAll, expect, it } from 'vitest';
import { verifyAll } from '@/server/upkeep/verify';
import { openSpace, testHouse } from './house';

const house = await testHouse();
afterAll(async () => {
  await house.close();
  house.remove();
});

const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
const sit = { id: 'cmd-sit-down', type: 'takeSeat', ask: { seat: 'seat-anna', sector: null } };

it('[I9] a command asked again after the room has slept is answered with its number, and not done again', async () => {
  const row = await openSpace(house);
  house.streams.seats.add(row.id, 'seat-anna', 'Anna');
  const first = await house.streams.gathering(row).submit(sit, anna);
  house.streams.sleep(row.id);
  expect(await house.streams.gathering(row).submit(sit, anna)).toEqual(first);
  expect(house.streams.gathering(row).seq).toBe(2);
  expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
});

it('[I9] a log in which a command is there twice is said to be wrong', async () => {
  const row = await openSpace(house, 'DOPPIO');
  const { log } = house.streams;
  const [opened] = [...log.since(row.id, 0)];
  const again = { at: 1, type: 'phaseChanged', v: 1, by: 'account-1', origin: 'ufficio' as const };
  await log.append([
    { stream: row.id, fact: { ...again, seq: 2, cmd: opened?.cmd ?? '', data: { phase: 'sessions' } } },
  ]);
  house.streams.sleep(row.id);
  const found = verifyAll(house.streams).find((v) => v.code === 'DOPPIO');
  expect(found?.wrong).toContain('a command was done twice: two facts bear its id');
});
