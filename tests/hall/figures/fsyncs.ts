/** How often the disk is asked to sync while everyone in the hall votes at once, counted below SQLite. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import { topicId } from '../ground';
import { withFolder } from '../program';
import { stand } from '../stand';

const PHONES = 1000;

export const fsyncs: Group = {
  rows: [
    {
      key: 'fsyncs',
      what: 'fsyncs for 1,000 commands when 1,000 phones vote at once',
      against: 'one for each command',
      target: { at: 'most', value: 50 },
    },
  ],
  run: () =>
    withFolder(async (folder) => {
      const shim = join(folder, 'fsyncs.so');
      const count = join(folder, 'count');
      const source = fileURLToPath(new URL('../fsyncs.c', import.meta.url));
      execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl']);
      const counted = (): number => Number(readFileSync(count).readBigUInt64LE(0));
      const env = { LD_PRELOAD: shim, HALL_FSYNCS: count };
      return stand(
        'ours',
        PHONES,
        async ({ server, crowd }) => {
          await server.ask('openVoting');
          const before = counted();
          if (before === 0) throw new Error('the counter sees nothing');
          const asks = Array.from({ length: PHONES }, (_, i) => ({
            type: 'placeDots',
            ask: { topic: topicId(i % 72), dots: 1 },
          }));
          const all = await crowd.ask<Fired & { ms: number }>('burst', { asks });
          const n = counted() - before;
          if (all.answered !== PHONES) throw new Error(`${all.answered} answered, ${all.refused} refused`);
          return {
            fsyncs: {
              ratio: (n * 1000) / PHONES,
              ours: n,
              baseline: PHONES,
              unit: '',
              more: { ms_until_all_answered: all.ms, answer_p99_ms: all.answer.p99 },
            },
          };
        },
        { env },
      );
    }),
};
