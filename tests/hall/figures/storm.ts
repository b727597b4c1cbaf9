/** A thousand phones reconnecting at the same moment after the server was killed and restarted. */
import type { Group } from '../figure';
import { start } from '../program';
import { stand, type Where } from '../stand';

const PHONES = 1000;
const FACTS = 15_000;
/** Commands sent while they were away. */
const MISSED = 40;

export const storm: Group = {
  rows: [
    {
      key: 'return_storm',
      what: 'ms until 1,000 phones are back and caught up after a kill, on a log of 15,000 facts',
      against: '1,000 bare Socket.IO connections',
      target: { at: 'most', value: 1.5 },
    },
  ],
  async run() {
    const ours = await stand(
      'ours',
      PHONES,
      async ({ server, crowd, cookies, folder }) => {
        const seq = await server.ask<number>('seq');
        const people = await server.ask<number>('people');
        await server.stop('SIGKILL');
        const again = await start('ours.ts', { HALL_FOLDER: folder });
        try {
          const where = await again.ask<Where>('listen');
          const since = seq - MISSED;
          return await crowd.ask<number>('connect', {
            where,
            phones: PHONES,
            cookies,
            since,
            people,
            abreast: PHONES,
          });
        } finally {
          await again.stop('SIGKILL');
        }
      },
      { facts: FACTS, connect: false },
    );
    const bare = await stand(
      'naive',
      PHONES,
      ({ crowd, where }) => crowd.ask<number>('connect', { where, phones: PHONES, abreast: PHONES }),
      { connect: false },
    );
    return { return_storm: { ratio: ours / bare, ours, baseline: bare, unit: 'ms' } };
  },
};
