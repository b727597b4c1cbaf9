/** How long a sleeping gathering takes to its first answer. */
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
  run: () =>
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
      const raw = await cold<{ ms: number; rows: number }>('raw');
      const ours = await cold<Woken>('wake');
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
