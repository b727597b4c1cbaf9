/** Time from a year of gatherings on disk to the first answer in one of them. */
import type { Group } from '../figure';
import { type Program, start, withFolder } from '../program';
import type { YearMade } from '../year';

const YEAR = { gatherings: 40, facts: 7500 };
const QUICK = { gatherings: 8, facts: 1500 };

type Read = { ms: number; rows: number };
type Woken = { ms: number; open: number; welcome: number };

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
      const year = quick ? QUICK : YEAR;
      const maker = await start('year.ts', env);
      const { facts } = await maker.ask<YearMade>('year', year);
      await maker.stop();
      // The last one, as an office opens the gathering of the day.
      const stream = `salone-${year.gatherings - 1}-stream`;
      const cold = async <T>(order: string): Promise<T> => {
        const program: Program = await start('waking-year.ts', env);
        try {
          return await program.ask<T>(order, { stream });
        } finally {
          await program.stop();
        }
      };
      // The first start after the year was written also writes back what its maker left in the WAL file.
      await cold('wake');
      let raw = await cold<Read>('raw');
      let ours = await cold<Woken>('wake');
      for (let i = 0; i < (quick ? 2 : 4); i++) {
        const read = await cold<Read>('raw');
        const woken = await cold<Woken>('wake');
        if (read.ms < raw.ms) raw = read;
        if (woken.ms < ours.ms) ours = woken;
      }
      return {
        wake_year: {
          ratio: ours.ms / raw.ms,
          ours: ours.ms,
          baseline: raw.ms,
          unit: 'ms',
          more: { facts, rows: raw.rows, open_ms: ours.open, welcome_ms: ours.welcome },
        },
      };
    }),
};
