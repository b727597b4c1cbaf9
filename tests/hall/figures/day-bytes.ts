/** Bytes that one phone receives in the stress day, compared with the smallest that the day's facts can be. */
import { type Group, median } from '../figure';
import { CUT, stressDay } from '../stress/run';
import { DayWire } from '../stress/wire';

const DAY = { people: 300, speed: 150 };
const QUICK = { people: 100, speed: 360 };
const SEED = 2014;

export const dayBytes: Group = {
  rows: [
    {
      key: 'day_bytes',
      what: 'kB that one phone receives in the stress day of 300: two pages with their files, the state, every frame, two returns (the median phone)',
      against: 'the facts of that day as they were sent, in one piece, at the best that Brotli can do',
      target: { at: 'most', value: 2.5 },
    },
  ],
  browser: true,
  async run(quick) {
    const { people, speed } = quick ? QUICK : DAY;
    const wire = new DayWire();
    const { claims } = await stressDay(people, speed, SEED, CUT, wire);
    const broken = claims.find((c) => !c.holds && !c.timed);
    if (broken) throw new Error(`${broken.claim}: ${broken.found}`);
    const of = (count: (p: DayWire['phones'][number]) => number): number => median(wire.phones.map(count));
    const ours = of((p) => p.socket + p.http) / 1024;
    const { facts, bytes, smallest } = wire.sent();
    const baseline = smallest / 1024;
    return {
      day_bytes: {
        ratio: ours / baseline,
        ours,
        baseline,
        unit: 'kB',
        more: {
          phones: wire.phones.length,
          facts,
          facts_kB: bytes / 1024,
          http_kB: of((p) => p.http) / 1024,
          socket_kB: of((p) => p.socket) / 1024,
          frames: of((p) => p.frames),
        },
      },
    };
  },
};
