/** Group commit: everything asked in one turn of the event loop, in any stream, is written in one transaction. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fact } from '@/domain/deed';
import { type LogRow, type LogStore, storedLineInTurns } from './log-store';

/** The owner of a line: answers when the line is durable, or when the disk refused its whole batch. */
export type LogWriter<T> = {
  /** True for a fact of thousands of things, such as an imported sheet: its line is made in several turns too. */
  isLarge?(fact: Fact): boolean;
  /** Makes what telling a large fact needs, in several turns; undefined for any other fact. */
  prepare?(fact: Fact): Promise<void> | undefined;
  tell(fact: Fact): T;
  lose(error: unknown): T;
};
type PendingLine = LogRow & {
  told: Fact;
  writer: LogWriter<unknown>;
  say: (answer: never) => void;
  fail: (error: unknown) => void;
};

/** The part that a stream needs. */
export type Ledger = Pick<GroupCommit, 'add' | 'settle'>;

/** This many facts justify a sync of their own: waiting for more would gain nothing. */
const LARGE = 64;

/** After so long, other work of the server is let through before the next fact is published. In ms. */
const SLICE = 12;

/** After a refused batch, devices are welcomed again only when this has passed, in ms: each would send all it has at once. */
const REST = 3000;

export class GroupCommit {
  private waiting: PendingLine[] = [];
  private busy = false;
  private last = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;
  /** True if the disk refused the last batch. */
  failing = false;
  private refusedAt = Number.NEGATIVE_INFINITY;
  /** Called for each batch: number of facts, milliseconds, and whether the disk accepted them. */
  heard: (facts: number, ms: number, failed: boolean) => void = () => {};

  /** `gapMs`: under a burst, commits are at least this far apart, so that a thousand taps cost tens of fsyncs. */
  constructor(
    private readonly log: LogStore,
    private readonly gapMs = 8,
  ) {}

  /**
   * Resolves to the writer's answer, and rejects where the writer could not give one. `stored`: the line to write,
   * where it contains less than the fact.
   */
  add<T>(stream: string, told: Fact, writer: LogWriter<T>, stored = told): Promise<T> {
    return new Promise((say, fail) => {
      this.waiting.push({ stream, fact: stored, told, writer, say, fail });
      if (this.busy) return;
      if (this.waiting.length === 1 || (this.waiting.length === LARGE && this.timer)) this.plan();
    });
  }

  /** Milliseconds until the disk may be asked again after it refused a batch, or null when it may be asked now. */
  wait(): number | null {
    const left = REST - (performance.now() - this.refusedAt);
    return this.failing && left > 0 ? Math.ceil(left) : null;
  }

  /** True if a fact waits to be written, or was written in the last `ms` milliseconds. */
  wroteWithin(ms: number): boolean {
    return this.busy || this.waiting.length > 0 || performance.now() - this.last < ms;
  }

  /** Commits the pending batch and waits for it. */
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
    let refused: unknown;
    const began = performance.now();
    try {
      for (const one of batch)
        if (one.writer.isLarge?.(one.told)) one.line = await storedLineInTurns(one.stream, one.fact);
      await this.log.append(batch);
      this.failing = false;
    } catch (e) {
      this.failing = true;
      this.refusedAt = performance.now();
      refused = e ?? new Error('the disk refused');
    }
    this.heard(batch.length, Math.round(performance.now() - began), this.failing);
    let turn = began;
    for (const one of batch) {
      // A fact as large as an imported sheet takes a turn to write, and others to tell.
      const large = refused === undefined ? one.writer.prepare?.(one.told) : undefined;
      if (large || performance.now() - turn > SLICE) {
        // If it fails, the fact is published without it.
        await (large?.catch(() => {}) ?? nextTurn());
        turn = performance.now();
      }
      this.answer(one, refused);
    }
    this.busy = false;
    this.last = performance.now();
    if (this.waiting.length > 0) this.plan();
  }

  /** A listener that fails after a successful append is not reported as a disk error. */
  private answer({ told, writer, say, fail }: PendingLine, refused: unknown): void {
    try {
      say((refused === undefined ? writer.tell(told) : writer.lose(refused)) as never);
    } catch (e) {
      fail(e);
    }
  }
}
