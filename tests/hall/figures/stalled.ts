/** Delay of the other nine hundred and fifty phones while fifty stop reading for a minute. */
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import { stand } from '../stand';

const PHONES = 1000;
const STALLED = 50;
const RATE = 100;

export const stalled: Group = {
  rows: [
    {
      key: 'stalled',
      what: 'p99 from tap to the last of 950 phones while 50 more have stopped reading for a minute',
      against: 'the same phones before',
      target: { at: 'most', value: 1.2 },
    },
  ],
  run: (quick) =>
    stand('ours', PHONES, async ({ server, crowd }) => {
      type Memory = { rss: number; heap: number };
      const seconds = quick ? 6 : 60;
      await crowd.ask('fire', { rate: RATE, seconds: 2, from: STALLED });
      const before = await crowd.ask<Fired>('fire', { rate: RATE, seconds: quick ? 6 : 20, from: STALLED });
      const held = await server.ask<Memory>('memory');
      await crowd.ask('stall', { count: STALLED });
      const during = await crowd.ask<Fired>('fire', { rate: RATE, seconds, from: STALLED });
      const after = await server.ask<Memory>('memory');
      return {
        stalled: {
          ratio: during.last.p99 / before.last.p99,
          ours: during.last.p99,
          baseline: before.last.p99,
          unit: 'ms',
          more: {
            unheard: during.unheard,
            refused: during.refused,
            still_connected: await server.ask<number>('sockets'),
            grown_MB: (after.heap - held.heap) / 1_048_576,
            grown_rss_MB: (after.rss - held.rss) / 1_048_576,
          },
        },
      };
    }),
};
