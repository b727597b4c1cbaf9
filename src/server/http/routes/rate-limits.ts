/** Rate limits of the HTTP routes: by gathering, seat and account, never by IP address, because a hall shares one. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '@/domain/refusal';

/** `points` in `duration` seconds. */
const LIMITS = {
  /** Seats taken in one gathering: two thousand people in a minute are let in, a script is soon stopped. */
  seats: { points: 3000, duration: 60 },
  seatsOfHour: { points: 12_000, duration: 3600 },
  /** Photographs of one seat or account, and of one gathering. */
  photosOfOne: { points: 10, duration: 60 },
  photos: { points: 120, duration: 60 },
  photosOfDay: { points: 3000, duration: 86_400 },
  /** All office requests of one account. */
  office: { points: 400, duration: 60 },
  /** One-time links, gatherings and paths that one account makes. */
  made: { points: 60, duration: 3600 },
  /** Whole exports of one gathering, by people without an account. */
  exports: { points: 120, duration: 60 },
  /** Files that one reading token fetches. */
  tokenReads: { points: 60, duration: 60 },
} as const;
export type Pace = keyof typeof LIMITS;

export class Paces {
  private readonly limiters: Record<Pace, RateLimiterMemory>;

  /** `times` multiplies every limit, for tests that ask more than a hall does. */
  constructor(times = 1) {
    const entries = Object.entries(LIMITS).map(([name, { points, duration }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: points * times, duration }),
    ]);
    this.limiters = Object.fromEntries(entries) as Record<Pace, RateLimiterMemory>;
  }

  /**
   * Counts one request at each of these limits, all by the same key; null while within all of them, else a refusal with
   * the ms to wait.
   */
  async spend(key: string, ...paces: Pace[]): Promise<Refusal | null> {
    for (const pace of paces)
      try {
        await this.limiters[pace].consume(key);
      } catch (e) {
        return refuse('too_fast', { ms: (e as Partial<RateLimiterRes>).msBeforeNext ?? 1000 });
      }
    return null;
  }
}
