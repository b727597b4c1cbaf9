/** What a store keeps on the device: each unsent command by itself, and the last state, so that the board opens without a network. */
import type { Kept } from '@/domain/deed';
import { PROTOCOL } from '@/protocol/version';
import type { Labels, You } from '@/protocol/wire';
import type { Pending, StoreOptions } from './shown';

export type Last<S> = {
  protocol: number;
  confirmed: S;
  people: Labels;
  you: You | null;
  heardAt: number;
  rev: number;
};

export class Shelf<S extends Kept> {
  /** What this device had no room for: it lives in memory only. */
  private readonly unkept = new Set<string>();

  constructor(private readonly o: StoreOptions<S>) {}

  private itemKey(id: string, seat: string | null | undefined): string {
    return `${this.o.code}:${this.o.surface}:${seat ?? ''}:outbox:${id}`;
  }

  private get lastKey(): string {
    return `${this.o.code}:${this.o.surface}:last`;
  }

  get full(): boolean {
    return this.unkept.size > 0;
  }

  /** Each by itself, for another tab of this device keeps its own beside it. What one has said goes before what is only seen. */
  keepItem(item: Pending, seat: string | null | undefined): void {
    const { keep } = this.o;
    const [key, text] = [this.itemKey(item.command.id, seat), JSON.stringify(item)];
    let kept = keep.set(key, text);
    if (!kept) {
      keep.remove(this.lastKey);
      kept = keep.set(key, text);
    }
    if (!kept) this.unkept.add(item.command.id);
  }

  letGo(id: string, seat: string | null | undefined): void {
    this.o.keep.remove(this.itemKey(id, seat));
    this.unkept.delete(id);
  }

  /** What this seat had not sent when the page was closed. */
  items(seat: string | null): Pending[] {
    return this.o.keep.keys(this.itemKey('', seat)).flatMap((key): Pending[] => {
      const item = JSON.parse(this.o.keep.get(key) ?? 'null') as Pending | null;
      return item ? [{ ...item, seq: null }] : [];
    });
  }

  saveLast(last: Omit<Last<S>, 'protocol'>): void {
    if (!this.o.keep.set(this.lastKey, JSON.stringify({ protocol: PROTOCOL, ...last })))
      this.o.keep.remove(this.lastKey);
  }

  /** Null when there is none, or it is another version's or cannot be read. */
  last(): Last<S> | null {
    const kept = this.o.keep.get(this.lastKey);
    if (!kept) return null;
    try {
      const last = JSON.parse(kept) as Last<S>;
      if (last.protocol !== PROTOCOL) return null;
      // A state saved by an older program may lack what today's screens read.
      return { ...last, confirmed: { ...this.o.catalogue.empty(), ...last.confirmed } };
    } catch {
      this.o.keep.remove(this.lastKey);
      return null;
    }
  }
}
