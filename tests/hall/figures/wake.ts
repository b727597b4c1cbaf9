/** Time from a stream on disk to its first answer. */
import type { Group } from '../figure';
import { start, withFolder } from '../program';

type Woken = { ms: number; open: number; welcome: number };

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
      await writer.ask('ground', { facts: 15_000 });
      await writer.stop();
      const cold = async <T>(order: string): Promise<T> => {
        const program = await start('waking.ts', env);
        try {
          return await program.ask<T>(order);
        } finally {
          await program.stop();
        }
      };
      await cold('raw');
      // A fresh process can load it only once: several of each in turn, and the quickest of each.
      let raw = await cold<{ ms: number; rows: number }>('raw');
      let ours = await cold<Woken>('wake');
      for (let i = 0; i < (quick ? 2 : 4); i++) {
        const read = await cold<typeof raw>('raw');
        const woken = await cold<Woken>('wake');
        if (read.ms < raw.ms) raw = read;
        if (woken.ms < ours.ms) ours = woken;
      }
      return {
        wake: {
          ratio: ours.ms / raw.ms,
          ours: ours.ms,
          baseline: raw.ms,
          unit: 'ms',
          more: { rows: raw.rows, folded_ms: ours.open, welcome_ms: ours.welcome },
        },
      };
    }),
};
