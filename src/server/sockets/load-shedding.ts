/** Load shedding: when the event loop runs late, devices that write are asked to wait a moment. */

const EVERY = 250;
/** With a longer delay, answers would come so late that resending only adds to the load. In ms. */
const TOO_LATE = 4000;
/** A turn of the event loop this long is worth a line in the log. In ms. */
const SLOW = 200;

export class LoadShedding {
  private due: number;
  private late = 0;
  private readonly timer: NodeJS.Timeout;

  /** `slow` is called with the delay of each slow turn, in milliseconds. */
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

  /** Wait before asking again, in milliseconds, spread so that not all come back together; null for none. */
  wait(): number | null {
    const late = Math.max(this.late, this.now() - this.due);
    return late > TOO_LATE ? Math.round(1000 + Math.random() * 3000) : null;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
