/** Group commit: everything asked in one turn of the event loop, in whatever room, goes down in one transaction. */
import type { Fact } from '@/domain/deed';
import type { LogRow, LogStore } from './log-store';

/** Whose line it is, and what they answer when it is durable, or when its whole batch was refused by the disk. */
export type Writer<T> = { tell(fact: Fact): T; lose(error: unknown): T };
type Waiting = LogRow & { writer: Writer<unknown>; say: (answer: never) => void };

/** What a room needs of it. */
export type Ledger = Pick<GroupCommit, 'add' | 'settle'>;

/** So many are worth a sync of their own: waiting for more would gain nothing. */
const LARGE = 64;

export class GroupCommit {
  private waiting: Waiting[] = [];
  private busy = false;
  private last = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;
  /** Whether the disk refused the last batch. */
  failing = false;

  /** `gapMs`: under a burst, commits are at least this far apart, so that a thousand taps cost tens of fsyncs. */
  constructor(
    private readonly log: LogStore,
    private readonly gapMs = 8,
  ) {}

  /** Resolves to the writer's answer. */
  add<T>(stream: string, fact: Fact, writer: Writer<T>): Promise<T> {
    return new Promise((say) => {
      this.waiting.push({ stream, fact, writer, say });
      if (this.busy) return;
      if (this.waiting.length === 1 || (this.waiting.length === LARGE && this.timer)) this.plan();
    });
  }

  /** Commits what is in hand and waits for it. */
  async settle(): Promise<void> {
    while (this.waiting.length > 0 || this.busy) await this.flush();
  }

  private plan(): void {
    this.untime();
    const rest = this.waiting.length < LARGE ? this.gapMs - (performance.now() - this.last) : 0;
    if (rest > 0) this.timer = setTimeout(() => void this.flush(), rest);
    else setImmediate(() => void this.flush());
  }

  private untime(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async flush(): Promise<void> {
    if (this.busy) {
      await new Promise((r) => setImmediate(r));
      return;
    }
    if (this.waiting.length === 0) return;
    this.busy = true;
    this.untime();
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.log.append(batch);
      this.failing = false;
      for (const { fact, writer, say } of batch) say(writer.tell(fact) as never);
    } catch (e) {
      this.failing = true;
      for (const { writer, say } of batch) say(writer.lose(e) as never);
    } finally {
      this.busy = false;
      this.last = performance.now();
      if (this.waiting.length > 0) this.plan();
    }
  }
}
