/** A clock that one start with a wrong date cannot move: it counts the time this server really lived. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../files/atomic-write';
import type { Store } from '../database/store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A server that was off for no longer than this is believed: nights, and a long weekend. In ms. */
const BELIEVED = 4 * DAY;
/** A clock this little behind was corrected by a few seconds. In ms. */
const BEHIND = HOUR;
/** Two readings of the same clock differ by no more than this. In ms. */
const SAME = 5 * 60_000;
/** Interval at which lived time is saved, in ms; a crash loses no more than this. */
const WRITTEN_EVERY = 5 * 60_000;

/** The setting of a database on a server that holds the ledger. */
const SETTING = 'clock';

const Ledger = z.object({ trusted: z.number(), steady: z.number(), leap: z.number() });

/**
 * Difference between the machine's clock and lived time: `days` is negative when it went back. `today` is the machine's
 * date.
 */
export type Leap = { days: number; today: string };

export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export class TrustedClock {
  private readonly file: string;
  private trusted: number;
  /** How long the present jump has lasted while the server lived, in ms. */
  private steady = 0;
  private leapMs = 0;
  private lived: number;
  private written: number;

  /**
   * `wall` is the machine's clock in epoch ms, `monotonic` one that nobody can set. The ledger is a file of `folder`, or in
   * a database on a server, where it goes on when another machine takes over.
   */
  constructor(
    folder: string,
    private readonly store: Store,
    private readonly wall: () => number,
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.file = join(folder, 'clock');
    const kept = this.read();
    this.trusted = kept?.trusted ?? (store.lastWritten() || wall());
    this.steady = kept?.steady ?? 0;
    this.leapMs = kept?.leap ?? 0;
    this.lived = monotonic();
    this.written = this.lived;
    this.now();
    this.write();
  }

  private read(): z.infer<typeof Ledger> | null {
    try {
      const text = this.store.files
        ? this.store.settings.get(SETTING)
        : existsSync(this.file) && readFileSync(this.file, 'utf8');
      return text ? Ledger.parse(JSON.parse(text)) : null;
    } catch {
      return null;
    }
  }

  write(): void {
    const ledger = { trusted: this.trusted, steady: this.steady, leap: this.leapMs };
    this.written = this.monotonic();
    if (!this.store.files) {
      writeAtomically(this.file, JSON.stringify(ledger), 0o600);
      return;
    }
    try {
      this.store.settings.set(SETTING, JSON.stringify(ledger));
    } catch {
      // The server is away, or the database is another process's, which counts now.
    }
  }

  /** Epoch ms, moved only by lived time, a believable absence or a person. It never goes back on its own. */
  now(): number {
    const lived = this.monotonic();
    const since = Math.max(0, lived - this.lived);
    this.lived = lived;
    this.trusted += since;
    const apart = this.wall() - this.trusted;
    this.steady = Math.abs(apart - this.leapMs) <= SAME ? this.steady + since : 0;
    this.leapMs = apart;
    // A jump that has lasted as long as its own size is no jump any more.
    if (apart > 0 && (apart <= BELIEVED || this.steady >= apart)) this.believe();
    if (lived - this.written > WRITTEN_EVERY) this.write();
    return this.trusted;
  }

  private believe(): void {
    this.trusted = this.wall();
    this.steady = 0;
    this.leapMs = 0;
  }

  /** The jump that nobody has confirmed yet, or null. */
  leap(): Leap | null {
    this.now();
    if (this.leapMs <= BELIEVED && this.leapMs >= -BEHIND) return null;
    const days =
      this.leapMs > 0 ? Math.round(this.leapMs / DAY) : Math.min(-1, Math.round(this.leapMs / DAY));
    return { days, today: dateOf(this.wall()) };
  }

  /** A person confirms that `today` (YYYY-MM-DD) is the right date; false when the machine's date is another. */
  confirm(today: string): boolean {
    this.now();
    if (today !== dateOf(this.wall())) return false;
    this.believe();
    this.write();
    return true;
  }
}
