/** Time from what is on disk to the first answer: of one stream, and of one gathering among a year's. */
import type { Group } from '../figure';
import { start, withFolder } from '../program';
import type { YearMade } from '../year';

const FACTS = 15_000;
const YEAR = { gatherings: 40, facts: 7500, daysApart: 9 };
const QUICK_YEAR = { gatherings: 8, facts: 1500, daysApart: 9 };

type Read = { ms: number; rows: number };
type Woken = { ms: number; open: number; welcome: number };

/** Asks this order of a fresh process, which can load its data only once. */
async function cold<T>(
  program: string,
  env: Record<string, string>,
  order: string,
  given?: unknown,
): Promise<T> {
  const process = await start(program, env);
  try {
    return await process.ask<T>(order, given);
  } finally {
    await process.stop();
  }
}

/** Several processes of each kind in turn, and the quickest of each. `first`: an order that is not measured. */
async function quickest(
  ask: <T>(order: 'raw' | 'wake') => Promise<T>,
  first: 'raw' | 'wake',
  times: number,
): Promise<{ raw: Read; ours: Woken }> {
  await ask(first);
  let raw = await ask<Read>('raw');
  let ours = await ask<Woken>('wake');
  for (let i = 0; i < times; i++) {
    const read = await ask<Read>('raw');
    const woken = await ask<Woken>('wake');
    if (read.ms < raw.ms) raw = read;
    if (woken.ms < ours.ms) ours = woken;
  }
  return { raw, ours };
}

const row = (raw: Read, ours: Woken, more: Record<string, number>) => ({
  ratio: ours.ms / raw.ms,
  ours: ours.ms,
  baseline: raw.ms,
  unit: 'ms',
  more: { rows: raw.rows, welcome_ms: ours.welcome, ...more },
});

export const wake: Group = {
  rows: [
    {
      key: 'wake',
      what: 'ms from opening the file to the first welcome and the first answer, on 15,000 facts, in a fresh process',
      against: 'opening the same file and reading its rows raw',
      target: { at: 'most', value: 3 },
    },
  ],
  run: (quick) =>
    withFolder(async (folder) => {
      const env = { HALL_FOLDER: folder };
      const writer = await start('room.ts', env);
      await writer.ask('ground', { facts: FACTS });
      await writer.stop();
      const { raw, ours } = await quickest((order) => cold('waking.ts', env, order), 'raw', quick ? 2 : 4);
      return { wake: row(raw, ours, { folded_ms: ours.open }) };
    }),
};

export const wakeYear: Group = {
  rows: [
    {
      key: 'wake_year',
      what: 'ms from opening a year of 300,000 facts to the first welcome and the first answer in one of its 40 gatherings, in a fresh process',
      against: 'opening the same file and reading that gathering’s rows raw',
      target: { at: 'most', value: 3 },
    },
  ],
  run: (quick) =>
    withFolder(async (folder) => {
      const env = { HALL_FOLDER: folder };
      const year = quick ? QUICK_YEAR : YEAR;
      const maker = await start('year.ts', env);
      const { facts } = await maker.ask<YearMade>('year', year);
      await maker.stop();
      // The last one, as an office opens the gathering of the day.
      const stream = `salone-${year.gatherings - 1}-stream`;
      // The first start after the year was written also writes back what its maker left in the WAL file.
      const { raw, ours } = await quickest(
        (order) => cold('waking-year.ts', env, order, { stream }),
        'wake',
        quick ? 2 : 4,
      );
      return { wake_year: row(raw, ours, { facts, open_ms: ours.open }) };
    }),
};
