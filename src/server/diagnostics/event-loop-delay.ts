/** Measures the event loop's turns: while one lasts, nobody in the hall is answered. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two beats; a turn is known to within one of them. */
const BEAT = 5;
const MINUTE = 60_000;

/** Milliseconds by which beats came late, over the last minute or two. */
export type Turns = { p99: number; max: number };

/** How long each beat took, in nanoseconds. */
type Beats = Pick<IntervalHistogram, 'count' | 'max' | 'percentile' | 'reset' | 'enable' | 'disable'>;

export class EventLoopDelay {
  private minute: Turns | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly beats: Beats = monitorEventLoopDelay({ resolution: BEAT })) {
    this.beats.enable();
    this.timer = setInterval(() => this.next(), MINUTE);
    this.timer.unref();
  }

  /** Begins another minute, and keeps what the last one was. */
  next(): void {
    this.minute = this.running();
    this.beats.reset();
  }

  /** The last whole minute together with the one that runs, so that a turn is seen for a minute at the least. */
  read(): Turns {
    const running = this.running();
    const { minute } = this;
    return minute ? { p99: minute.p99, max: Math.max(minute.max, running.max) } : running;
  }

  private running(): Turns {
    // A beat that is on time measures the interval itself.
    const late = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - BEAT);
    return this.beats.count === 0
      ? { p99: 0, max: 0 }
      : { p99: late(this.beats.percentile(99)), max: late(this.beats.max) };
  }

  stop(): void {
    clearInterval(this.timer);
    this.beats.disable();
  }
}
