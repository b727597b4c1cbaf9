/** Server memory for one more connected phone. */
import type { Group } from '../figure';
import { stand, type Which } from '../stand';

type Memory = { rss: number; heap: number };
const SOME = 200;
const PHONES = 1000;

/** Bytes for each phone between the two-hundredth and the thousandth, after a full collection. */
const perPhone = (which: Which): Promise<Memory> =>
  stand(
    which,
    PHONES,
    async ({ server, crowd, where, cookies }) => {
      const rest = () => new Promise((r) => setTimeout(r, 1500));
      const take = async (from: number, to: number): Promise<Memory> => {
        await crowd.ask('connect', {
          where,
          phones: to - from,
          cookies: cookies?.slice(from, to),
          beside: from > 0,
        });
        await crowd.ask('fire', { rate: 20, seconds: 1 });
        await rest();
        return server.ask<Memory>('memory');
      };
      const some = await take(0, SOME);
      const all = await take(SOME, PHONES);
      const each = (part: keyof Memory): number => (all[part] - some[part]) / (PHONES - SOME);
      return { rss: each('rss'), heap: each('heap') };
    },
    { connect: false },
  );

export const memory: Group = {
  rows: [
    {
      key: 'memory_per_phone',
      what: 'memory of one more phone in the gathering, up to a thousand (heap and buffers after a full collection)',
      against: 'a bare Socket.IO connection',
      target: { at: 'most', value: 1.3 },
    },
  ],
  async run() {
    const naive = await perPhone('naive');
    const ours = await perPhone('ours');
    const kB = (n: number): number => n / 1024;
    return {
      memory_per_phone: {
        ratio: ours.heap / naive.heap,
        ours: kB(ours.heap),
        baseline: kB(naive.heap),
        unit: 'kB',
        more: { ours_resident_kB: kB(ours.rss), baseline_resident_kB: kB(naive.rss) },
      },
    };
  },
};
