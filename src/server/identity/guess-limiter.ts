/**
 * Slows who guesses, and never shuts out who is right. Counted is the code or name aimed at, never the address: a hall shares
 * one. Beyond the free guesses a wrong one is not answered as wrong, and each waits.
 */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '@/domain/refusal';

/** A wrong code costs nothing while few come; a mistyped one is answered at once. */
const FREE_A_SECOND = 5;
const WAIT_MS = 1000;
/** With more than this many waiting, all wait longer: so many guesses are looked at in a second, however many are sent. */
const TOGETHER = 50;
/** The lane of those beyond the free guesses: one passphrase is looked at in so many ms, drawn from those who wait. */
const LANE_MS = 1000;
const LANE_PLACES = 30;

type Waiting = { go: () => void; away: () => void };

/** Lets one through at a time, drawn by lot: a flood can make its own wait long, and keep nobody's turn from ever coming. */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly everyMs = LANE_MS,
    private readonly places = LANE_PLACES,
    private readonly draw: () => number = Math.random,
  ) {}

  /** Resolves true when it is one's turn, false when one had to make room for another. */
  turn(): Promise<boolean> {
    return new Promise((done) => {
      if (this.waiting.length >= this.places) this.drawn()?.away();
      this.waiting.push({ go: () => done(true), away: () => done(false) });
      this.timer ??= setInterval(() => this.next(), this.everyMs).unref();
    });
  }

  private drawn(): Waiting | undefined {
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
  /** Wrong passphrases at all names together: a guesser who goes from name to name spends these. */
  private readonly spread = new RateLimiterMemory({ keyPrefix: 's', points: 60, duration: 600 });
  private readonly wrong = new RateLimiterMemory({ points: FREE_A_SECOND, duration: 1 });
  private readonly lane = new Lane();
  private waiting = 0;

  /** Counts a guess at `key` before it is looked at; a refusal when it is beyond the free ones. */
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
   * A code that costs nothing to look up: the right one is found at once, always. Gives back what `look` finds, a refusal
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
   * A passphrase, which costs time to look at. `free`: a device that was in before has a budget of its own, and the lane is not
   * for it. Beyond the budget, or while names are tried in a row, it waits for its turn in the lane and is looked at all the same.
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

  /** After a gathering's code that is nobody's: a right one never waits, a flood of wrong ones does. */
  async wrongCode(): Promise<void> {
    try {
      await this.wrong.consume('code');
    } catch {
      await this.pause();
    }
  }
}
