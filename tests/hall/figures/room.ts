/** The stream without a network: commands decided, committed and applied, beside one transaction for each row. */
import type { Group, Run } from '../figure';
import { start, withFolder } from '../program';

type Rate = { perSecond: number };

export const durable: Group = {
  rows: [
    {
      key: 'durable_vs_single',
      what: 'commands a second through decide, commit and apply',
      against: 'single-row SQLite transactions at synchronous=FULL',
      target: { at: 'least', value: 8 },
    },
  ],
  run: (quick) =>
    withFolder(async (folder) => {
      const bench = await start('room.ts', { HALL_FOLDER: folder });
      const n = quick ? 4000 : 12_000;
      await bench.ask('ground', { facts: 500 });
      await bench.ask<Rate>('commands', { n: 2000 });
      const single = await bench.ask<Rate>('single', { n: quick ? 1000 : 4000 });
      const ours = await bench.ask<Rate>('commands', { n });
      await bench.stop();
      const run: Run = {
        ratio: ours.perSecond / single.perSecond,
        ours: ours.perSecond,
        baseline: single.perSecond,
        unit: '/s',
      };
      return { durable_vs_single: run };
    }),
};

export const growth: Group = {
  rows: [
    {
      key: 'flat_growth',
      what: 'that rate on a log of 50,000 facts',
      against: 'the same room on a log of 500',
      target: { at: 'least', value: 0.95 },
    },
  ],
  run: (quick) =>
    withFolder(async (folder) => {
      // Two streams in two processes, in turns, so that the machine's variations affect both.
      const env = (name: string) => ({ HALL_FOLDER: `${folder}/${name}` });
      const small = await start('room.ts', env('small'));
      const large = await start('room.ts', env('large'));
      await small.ask('ground', { facts: 500 });
      await large.ask('ground', { facts: 50_000 });
      for (const room of [small, large]) await room.ask('commands', { n: 4000, back: 500 });
      const rates = { small: 0, large: 0 };
      const turns = quick ? 3 : 9;
      for (let i = 0; i < turns; i++) {
        rates.large += (await large.ask<Rate>('commands', { n: 2000 })).perSecond / turns;
        rates.small += (await small.ask<Rate>('commands', { n: 2000 })).perSecond / turns;
      }
      await Promise.all([small.stop(), large.stop()]);
      return {
        flat_growth: {
          ratio: rates.large / rates.small,
          ours: rates.large,
          baseline: rates.small,
          unit: '/s',
        },
      };
    }),
};
