/** The first figure: two hundred phones at an ordinary lively pace; time until answered and until all have received. */
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import { stand, type Which } from '../stand';

const PHONES = 200;
const RATE = 100;

const lively = (which: Which, seconds: number): Promise<Fired> =>
  stand(which, PHONES, async ({ crowd }) => {
    await crowd.ask('fire', { rate: RATE, seconds: 1 });
    return crowd.ask<Fired>('fire', { rate: RATE, seconds });
  });

export const first: Group = {
  rows: [
    {
      key: 'answer_200',
      what: '200 phones, 100 commands a second: p99 from tap to answer (ours durable)',
      against: 'bare Socket.IO, nothing kept',
      target: null,
    },
    {
      key: 'delivery_200',
      what: 'the same: p99 from tap to the last phone',
      against: 'bare Socket.IO, nothing kept',
      target: null,
    },
  ],
  async run(quick) {
    const seconds = quick ? 2 : 6;
    const naive = await lively('naive', seconds);
    const ours = await lively('ours', seconds);
    const row = (part: 'answer' | 'last') => ({
      ratio: ours[part].p99 / naive[part].p99,
      ours: ours[part].p99,
      baseline: naive[part].p99,
      unit: 'ms',
      more: {
        ours_p50_ms: ours[part].p50,
        baseline_p50_ms: naive[part].p50,
        ours_messages: ours.deliveries,
        baseline_messages: naive.deliveries,
        unheard: ours.unheard,
      },
    });
    return { answer_200: row('answer'), delivery_200: row('last') };
  },
};
