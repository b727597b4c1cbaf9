/** Spreads the pages that a whole hall asks for over turns of the event loop, and gives way to people who write. */

/** A hall that writes is let through after so many milliseconds of turns with pages, for as long as they took. */
const PORTION_MS = 3;
/** Limit of one such rest: a turn may have been long for another reason. In ms. */
const MOST_MS = 8;

/** Timers of Node.js, and a clock in milliseconds. */
type Timing = {
  soon: (step: () => void) => unknown;
  later: (step: () => void, ms: number) => unknown;
  now: () => number;
};
const REAL: Timing = { soon: setImmediate, later: setTimeout, now: () => performance.now() };

export class PageQueue {
  private readonly waiting: (() => void)[] = [];
  private running = false;
  /** Milliseconds of turns since the last rest, and the start of the present turn. */
  private spent = 0;
  private at = 0;

  /** `writing`: true while people write. */
  constructor(
    private readonly writing: () => boolean,
    private readonly timing = REAL,
  ) {}

  /** Resolves in a turn in which no other page is answered; those who asked before come first. */
  turn(): Promise<void> {
    return new Promise((go) => {
      this.waiting.push(go);
      if (this.running) return;
      this.running = true;
      const now = this.timing.now();
      // Time without pages is a rest too.
      this.spent = Math.max(0, this.spent - (now - this.at));
      this.at = now;
      this.timing.soon(() => this.step());
    });
  }

  private step(): void {
    const now = this.timing.now();
    this.spent += now - this.at;
    this.at = now;
    if (!this.writing()) this.spent = 0;
    if (this.spent >= PORTION_MS) {
      const rest = Math.min(this.spent, MOST_MS);
      this.spent = 0;
      this.timing.later(() => {
        this.at = this.timing.now();
        this.step();
      }, rest);
      return;
    }
    this.waiting.shift()?.();
    if (this.waiting.length > 0) this.timing.soon(() => this.step());
    else this.running = false;
  }
}
