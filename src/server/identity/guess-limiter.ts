/**
 * Slows people who guess, and never locks out the right person. Guesses are counted by the code or name aimed at, never
 * by IP address, because a hall shares one. Beyond the free guesses a wrong one is not confirmed as wrong, and each
 * guess waits.
 */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '@/domain/refusal';

/** While few wrong codes come they cost nothing: a mistyped one is answered at once. */
const FREE_A_SECOND = 5;
const WAIT_MS = 1000;
/**
 * With more than this many waiting, all wait longer, so the rate of checked guesses stays the same however many are
 * sent.
 */
const TOGETHER = 50;
/**
 * The queue for guesses beyond the free ones: one passphrase is checked in this interval in ms, drawn at random from
 * the waiting ones.
 */
const LANE_MS = 1000;
const LANE_PLACES = 30;

type WaitingGuess = { go: () => void; away: () => void };

/**
 * Lets one through at a time, drawn at random: a flood can lengthen its own wait, but cannot keep anybody else out for
 * ever.
 */
export class Lane {
  private readonly waiting: WaitingGuess[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly everyMs = LANE_MS,
    private readonly places = LANE_PLACES,
    private readonly draw: () => number = Math.random,
  ) {}

  /** Resolves true when it is the caller's turn, false when it was dropped to make room for another. */
  turn(): Promise<boolean> {
    return new Promise((done) => {
      if (this.waiting.length >= this.places) this.drawn()?.away();
      this.waiting.push({ go: () => done(true), away: () => done(false) });
      this.timer ??= setInterval(() => this.next(), this.everyMs).unref();
    });
  }

  private drawn(): WaitingGuess | undefined {
    return this.waiting.splice(Math.floor(this.draw() * this.waiting.length), 1)[0];
  }

  private next(): void {
    this.drawn()?.go();
    if (this.waiting.length > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}

export class GuessLimiter {
  private readonly minute = new RateLimiterMemory({ keyPrefix: 'm', points: 6, duration: 60 });
  private readonly hour = new RateLimiterMemory({ keyPrefix: 'h', points: 30, duration: 3600 });
  /** Wrong passphrases at all names together: a guesser who goes from name to name uses these up. */
  private readonly spread = new RateLimiterMemory({ keyPrefix: 's', points: 60, duration: 600 });
  private readonly wrong = new RateLimiterMemory({ points: FREE_A_SECOND, duration: 1 });
  private readonly lane = new Lane();
  private waiting = 0;

  /** Counts a guess at `key` before it is checked; returns a refusal beyond the free ones. */
  private async spend(key: string): Promise<Refusal | null> {
    try {
      await this.minute.consume(key);
      await this.hour.consume(key);
      return null;
    } catch (e) {
      return refuse('too_fast', { ms: (e as Partial<RateLimiterRes>).msBeforeNext ?? 1000 });
    }
  }

  private async right(key: string): Promise<void> {
    await this.minute.reward(key);
    await this.hour.reward(key);
  }

  private async pause(): Promise<void> {
    this.waiting += 1;
    const ms = WAIT_MS * (1 + Math.floor(this.waiting / TOGETHER));
    await new Promise((done) => setTimeout(done, ms));
    this.waiting -= 1;
  }

  /**
   * For a code that is cheap to look up: the right one is always found at once. Returns the result of `look`, a refusal
   * beyond the free guesses, or null for a wrong one.
   */
  async code<T>(key: string, look: () => T | null): Promise<T | Refusal | null> {
    const slowed = await this.spend(key);
    const found = look();
    if (found !== null) {
      await this.right(key);
      return found;
    }
    if (!slowed) return null;
    await this.pause();
    return slowed;
  }

  /**
   * For a passphrase, which is slow to check. `free`: a device that was signed in before has its own budget and skips
   * the queue. Beyond the budget, or while names are tried in a row, a guess waits for its turn in the queue and is
   * checked all the same.
   */
  async passphrase<T>(
    key: string,
    free: boolean,
    look: () => Promise<T | null>,
  ): Promise<T | Refusal | null> {
    const slowed = await this.spend(key);
    const spread = await this.spread.get('all');
    const trying = !free && spread !== null && spread.remainingPoints <= 0;
    if (slowed || trying) {
      if (!(await this.lane.turn())) return slowed ?? refuse('too_fast', { ms: 60_000 });
    }
    const found = await look();
    if (found !== null) {
      await this.right(key);
      return found;
    }
    if (!free) await this.spread.penalty('all', 1);
    return slowed ?? (trying ? refuse('too_fast', { ms: 60_000 }) : null);
  }

  /** Delay after an unknown gathering code: a right one never waits, a flood of wrong ones does. */
  async wrongCode(): Promise<void> {
    try {
      await this.wrong.consume('code');
    } catch {
      await this.pause();
    }
  }
}
