/** Slows who guesses. What is counted is the code or name aimed at, never the address: a hall shares one. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '@/domain/refusal';

/** A wrong code costs nothing while few come; a mistyped one is answered at once. */
const FREE_A_SECOND = 5;
const WAIT_MS = 1000;
const later = (): Promise<void> => new Promise((done) => setTimeout(done, WAIT_MS));

export class GuessLimiter {
  private readonly minute = new RateLimiterMemory({ keyPrefix: 'm', points: 6, duration: 60 });
  private readonly hour = new RateLimiterMemory({ keyPrefix: 'h', points: 30, duration: 3600 });
  private readonly wrong = new RateLimiterMemory({ points: FREE_A_SECOND, duration: 1 });

  /**
   * Before a recovery code or passphrase is looked at; null while within bounds. Counted before looking, so that many
   * at once are counted too; `right` gives back what an honest person spent.
   */
  async slowed(key: string): Promise<Refusal | null> {
    try {
      await this.minute.consume(key);
      await this.hour.consume(key);
      return null;
    } catch (e) {
      await later();
      return refuse('too_fast', { ms: (e as Partial<RateLimiterRes>).msBeforeNext ?? 1000 });
    }
  }

  async right(key: string): Promise<void> {
    await this.minute.reward(key);
    await this.hour.reward(key);
  }

  /** After a gathering's code that is nobody's: a right one never waits, a flood of wrong ones does. */
  async wrongCode(): Promise<void> {
    try {
      await this.wrong.consume('code');
    } catch {
      await later();
    }
  }
}
