/** Group commit: everything asked in one turn of the event loop, in whatever room, goes down in one transaction. */
import type { Fact } from '@/domain/deed';
import type { Line, LogStore } from './log';

type Waiting = { line: Line; done: () => void; failed: (e: unknown) => void };

export class Commits {
  private waiting: Waiting[] = [];
  private busy = false;
  private last = 0;
  /** Whether the disk refused the last batch. */
  failing = false;

  /** `gapMs`: under a burst, commits are at least this far apart, so that a thousand taps cost tens of fsyncs. */
  constructor(
    private readonly log: LogStore,
    private readonly gapMs = 8,
  ) {}

  /** Resolves to what `done` says when the line is durable, or to what `failed` says when its whole batch was refused by the disk. */
  add<T>(stream: string, fact: Fact, done: () => T, failed: (e: unknown) => T): Promise<T> {
    return new Promise((say) => {
      this.waiting.push({
        line: { ...fact, stream },
        done: () => say(done()),
        failed: (e) => say(failed(e)),
      });
      if (this.waiting.length === 1 && !this.busy) this.plan();
    });
  }

  /** Commits what is in hand and waits for it. */
  async settle(): Promise<void> {
    while (this.waiting.length > 0 || this.busy) await this.flush();
  }

  private plan(): void {
    const rest = this.gapMs - (performance.now() - this.last);
    if (rest > 0) setTimeout(() => void this.flush(), rest);
    else setImmediate(() => void this.flush());
  }

  private async flush(): Promise<void> {
    if (this.busy) {
      await new Promise((r) => setImmediate(r));
      return;
    }
    if (this.waiting.length === 0) return;
    this.busy = true;
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.log.append(batch.map((w) => w.line));
      this.failing = false;
      for (const w of batch) w.done();
    } catch (e) {
      this.failing = true;
      for (const w of batch) w.failed(e);
    } finally {
      this.busy = false;
      this.last = performance.now();
      if (this.waiting.length > 0) this.plan();
    }
  }
}
