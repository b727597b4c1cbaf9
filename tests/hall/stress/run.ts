/** Runs one whole stress day on a folder of its own and reports its assertions. */
import { join } from 'node:path';
import { withFolder } from '../program';
import { type Claim, claims, linesOfFile, type ReadLines } from './asserts';
import { StressDay } from './day';
import { StressHall } from './hall';
import { type Plan, plan } from './plan';
import { withRegion } from './region';
import type { DayWire } from './wire';

export type Report = {
  plan: Plan;
  claims: Claim[];
  seconds: number;
  facts: number;
  cutMs: number;
  fallMs: number;
  /** Milliseconds from the fall until somebody was answered; half of the phones were back; all were. */
  again: StressHall['again'];
  slowestMs: number;
  gaps: number;
  checkIn: StressDay['told']['checkIn'];
  refusals: Record<string, number>;
};

/** Ninety seconds and thirty, ten times faster: with less, phones would not notice. */
export const CUT = { gone: 9000, back: 3000 };

/** Seats send as fast as the day goes; the rate limit is set for a day at its own speed. */
const paceOf = (speed: number): number => 60 * Math.ceil(speed);

/** `speed`: minutes of the event's day per real minute. `wire`: counts what reaches the phones. */
export const stressDay = (
  people: number,
  speed: number,
  seed: number,
  cut = CUT,
  wire: DayWire | null = null,
): Promise<Report> =>
  withFolder((folder) =>
    live(
      new StressHall(folder, paceOf(speed), wire),
      linesOfFile(join(folder, 'cerchi.sqlite')),
      people,
      speed,
      seed,
      cut,
    ),
  );

/** The same with two processes on PostgreSQL behind HAProxy: the fall is the owner's, and the other one takes over. */
export const stressDayOfRegion = (people: number, speed: number, seed: number): Promise<Report> =>
  withRegion(paceOf(speed), (hall, read) => live(hall, read, people, speed, seed, CUT));

async function live(
  hall: StressHall,
  read: ReadLines,
  people: number,
  speed: number,
  seed: number,
  cut: typeof CUT,
): Promise<Report> {
  const began = Date.now();
  const planned = plan(people);
  try {
    await hall.open();
    const day = new StressDay(hall, planned, seed, speed, cut);
    await day.run();
    await hall.returned;
    const found = await claims(hall, day, planned, read);
    return {
      plan: planned,
      claims: found,
      seconds: Math.round((Date.now() - began) / 1000),
      facts: await hall.server.ask<number>('seqOf', { code: hall.code }),
      cutMs: Math.round(day.told.cutMs),
      fallMs: Math.round(day.told.fallMs),
      again: hall.again,
      slowestMs: Math.round(day.told.slowest),
      gaps: hall.gaps,
      checkIn: day.told.checkIn,
      refusals: day.told.refusals,
    };
  } finally {
    await hall.close();
  }
}
