/** Whether this process keeps up: when its own turn comes too late, those who write are asked to wait a moment. */

const EVERY = 250;
/** Later than this and answers would come so late that asking again only adds to it. */
const TOO_LATE = 4000;
/** A turn that made everybody wait so long is worth a line in the log. */
const SLOW = 200;

export class LoadShedding {
  private due: number;
  private late = 0;
  private readonly timer: NodeJS.Timeout;

  /** `slow` hears how late each slow turn was, in milliseconds. */
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly slow: (ms: number) => void = () => {},
  ) {
    this.due = this.now() + EVERY;
    this.timer = setInterval(() => this.beat(), EVERY);
    this.timer.unref();
  }

  private beat(): void {
    this.late = this.now() - this.due;
    this.due = this.now() + EVERY;
    if (this.late > SLOW) this.slow(Math.round(this.late));
  }

  /** How long to wait before asking again, in milliseconds, spread so that not all come back together; null for none. */
  wait(): number | null {
    const late = Math.max(this.late, this.now() - this.due);
    return late > TOO_LATE ? Math.round(1000 + Math.random() * 3000) : null;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
