/** Runs one whole stress day on a folder of its own and reports its assertions. */
import { join } from 'node:path';
import { withFolder } from '../program';
import { type Claim, claims } from './asserts';
import { StressDay } from './day';
import { StressHall } from './hall';
import { type Plan, plan } from './plan';

export type Report = {
  plan: Plan;
  claims: Claim[];
  seconds: number;
  facts: number;
  cutMs: number;
  fallMs: number;
  slowestMs: number;
  gaps: number;
  checkIn: StressDay['told']['checkIn'];
  refusals: Record<string, number>;
};

/** Ninety seconds and thirty, ten times faster: with less, phones would not notice. */
const CUT = { gone: 9000, back: 3000 };

/** `speed`: minutes of the event's day per real minute. */
export const stressDay = (people: number, speed: number, seed: number, cut = CUT): Promise<Report> =>
  withFolder(async (folder) => {
    const began = Date.now();
    const planned = plan(people);
    // Seats send as fast as the day goes; the rate limit is set for a day at its own speed.
    const hall = new StressHall(folder, 60 * Math.ceil(speed));
    try {
      await hall.open();
      const day = new StressDay(hall, planned, seed, speed, cut);
      await day.run();
      const found = await claims(hall, day, planned, join(folder, 'cerchi.sqlite'));
      return {
        plan: planned,
        claims: found,
        seconds: Math.round((Date.now() - began) / 1000),
        facts: await hall.server.ask<number>('seqOf', { code: hall.code }),
        cutMs: Math.round(day.told.cutMs),
        fallMs: Math.round(day.told.fallMs),
        slowestMs: Math.round(day.told.slowest),
        gaps: hall.gaps,
        checkIn: day.told.checkIn,
        refusals: day.told.refusals,
      };
    } finally {
      await hall.close();
    }
  });
