/** Seats with their labels and recovery codes. All personal data of a gathering is here and nowhere else. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Labels } from '@/protocol/wire';
import type { SeatStore } from '../database/store';

/** No 0/O, 1/I/L: the code is read aloud and copied by hand from a badge. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const code = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
export const recoveryCode = (): string => code(8);
export const joinCode = (): string => code(6);
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

export class Seats {
  private readonly labels = new Map<string, Map<string, string | null>>();
  private readonly revs = new Map<string, number>();
  /** Only seats that were moved have a row; all others are at their first number. */
  private readonly epochs = new Map<string, number>();

  constructor(
    private readonly store: SeatStore,
    private readonly secret: string,
    private readonly clock: () => number,
  ) {}

  private hash(stream: string, recovery: string): string {
    return createHmac('sha256', this.secret)
      .update(`${stream}:${plainCode(recovery)}`)
      .digest('base64url');
  }

  private open(stream: string): Map<string, string | null> {
    let known = this.labels.get(stream);
    if (!known) {
      known = new Map();
      let rev = 0;
      for (const row of this.store.of(stream)) {
        known.set(row.id, row.label);
        if (row.epoch > 1) this.epochs.set(`${stream} ${row.id}`, row.epoch);
        rev = Math.max(rev, row.rev);
      }
      this.labels.set(stream, known);
      this.revs.set(stream, rev);
    }
    return known;
  }

  private next(stream: string): number {
    this.open(stream);
    const rev = (this.revs.get(stream) ?? 0) + 1;
    this.revs.set(stream, rev);
    return rev;
  }

  /** Stores the label beside the log. The recovery code is returned once in clear and stored as a keyed hash. */
  add(stream: string, id: string, label: string, recovery = recoveryCode()): string {
    const rev = this.next(stream);
    const recoveryHash = this.hash(stream, recovery);
    this.store.add({ id, stream, label, recoveryHash, rev, createdAt: this.clock() });
    this.open(stream).set(id, label);
    return recovery;
  }

  /** Removes a seat whose fact was refused. */
  drop(stream: string, id: string): void {
    this.store.remove(stream, id);
    this.open(stream).delete(id);
    this.next(stream);
  }

  rename(stream: string, id: string, label: string): void {
    this.store.change(stream, id, { label, rev: this.next(stream) });
    this.open(stream).set(id, label);
  }

  /** Empties the row: label and recovery code are deleted, the seat's number stays for the counts. */
  erase(stream: string, id: string): void {
    const rev = this.next(stream);
    this.store.change(stream, id, { label: null, recoveryHash: null, erasedAt: this.clock(), rev });
    this.open(stream).set(id, null);
  }

  /** Deletes its rows. */
  forget(stream: string): void {
    this.labels.delete(stream);
    this.revs.delete(stream);
  }

  /**
   * Retention: deletes every label and recovery code of a stream; the seats stay for the counts. Returns how many there
   * were.
   */
  emptyAll(stream: string): number {
    const known = this.open(stream);
    const kept = [...known].filter(([, label]) => label !== null);
    if (kept.length === 0) return 0;
    this.store.emptyAll(stream, this.clock(), this.next(stream));
    for (const [id] of kept) known.set(id, null);
    return kept.length;
  }

  /** E15: the seat this code belongs to, or null. */
  recover(stream: string, recovery: string): string | null {
    const wanted = Buffer.from(this.hash(stream, recovery));
    const row = this.store.byRecovery(stream, wanted.toString());
    const kept = row?.recoveryHash;
    return kept && timingSafeEqual(Buffer.from(kept), wanted) ? row.id : null;
  }

  /** A new code for the same seat; the old one stops working. */
  renewRecovery(stream: string, id: string): string {
    const recovery = recoveryCode();
    this.store.change(stream, id, { recoveryHash: this.hash(stream, recovery) });
    return recovery;
  }

  /** Cookies with an older number are invalid: since then the seat was taken on another device, or left. */
  epoch(stream: string, id: string): number {
    this.open(stream);
    return this.epochs.get(`${stream} ${id}`) ?? 1;
  }

  /** Ends the seat on every device that has it; returns the number for the cookie of the device that keeps it. */
  move(stream: string, id: string): number {
    // Greater than in any restored copy.
    const epoch = Math.max(this.epoch(stream, id) + 1, this.clock());
    this.store.change(stream, id, { epoch });
    this.epochs.set(`${stream} ${id}`, epoch);
    return epoch;
  }

  /** True if a device whose cookie holds this still has the seat. */
  holds(stream: string, held: { id: string; epoch?: number | undefined }): boolean {
    return this.sits(stream, held.id) && (held.epoch ?? 1) >= this.epoch(stream, held.id);
  }

  /** True if the seat is not empty: an emptied seat has a row without a label. */
  sits(stream: string, id: string): boolean {
    return this.open(stream).get(id) != null;
  }

  /** Number of seats that still have a label. */
  count(stream: string): number {
    return [...this.open(stream).values()].filter((label) => label !== null).length;
  }

  has(stream: string, id: string): boolean {
    return this.open(stream).has(id);
  }

  label(stream: string, id: string): string | null {
    return this.open(stream).get(id) ?? null;
  }

  /** Increases with every change of a label in this stream. */
  rev(stream: string): number {
    this.open(stream);
    return this.revs.get(stream) ?? 0;
  }

  /** Labels of these seats (all for staff). `rev` grows when any of them may have changed. */
  labelled(stream: string, named: Record<string, true> | 'all'): { rev: number; labels: Labels } {
    const known = this.open(stream);
    const labels: Labels = {};
    let count = 0;
    if (named === 'all')
      for (const [id, label] of known) {
        labels[id] = label;
        count += 1;
      }
    else
      for (const id of Object.keys(named))
        if (known.has(id)) {
          labels[id] = known.get(id) ?? null;
          count += 1;
        }
    return { rev: (this.revs.get(stream) ?? 0) + count, labels };
  }
}
