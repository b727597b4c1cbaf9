/** What a store keeps on the device: each unsent command by itself, and the last state, so that the board opens without a network. */
import type { StreamState } from '@/domain/deed';
import { PROTOCOL } from '@/protocol/version';
import type { Labels, You } from '@/protocol/wire';
import { type StorageAdapter, memoryStorage } from './device-storage';
import type { Pending, StoreOptions, Told } from './view-store';

/** As long as Safari would keep it at most, and as many as a long day's writing. */
const ANSWERED_FOR = 7 * 86_400_000;
const ANSWERED_MOST = 200;

export type Last<S> = {
  protocol: number;
  confirmed: S;
  people: Labels;
  you: You | null;
  heardAt: number;
  rev: number;
};

export class PersistedQueue<S extends StreamState> {
  /** What this device had no room for: it lives in memory only. */
  private readonly unkept = new Set<string>();

  /** Answered commands, and their order: a totem's many people leave theirs in the page's memory alone. */
  private readonly keepsAnswered: StorageAdapter;
  private order: { whose: string; keys: string[] } | null = null;

  constructor(private readonly o: StoreOptions<S>) {
    this.keepsAnswered = o.surface === 'kiosk' ? memoryStorage() : o.keep;
  }

  /** A device may be several people's, one after the other. */
  private key(you: You | null, kind: 'outbox' | 'answered' | 'refused', id = ''): string {
    return `${this.o.code}:${this.o.surface}:${you?.id ?? ''}:${kind}:${id}`;
  }

  private get lastKey(): string {
    return `${this.o.code}:${this.o.surface}:last`;
  }

  get full(): boolean {
    return this.unkept.size > 0;
  }

  /** Each by itself, for another tab of this device keeps its own beside it. What one has said goes before what is only seen. */
  keepItem(item: Pending, you: You | null): void {
    const { keep } = this.o;
    const [key, text] = [this.key(you, 'outbox', item.command.id), JSON.stringify(item)];
    let kept = keep.set(key, text);
    if (!kept) {
      // First goes what can be had again.
      keep.remove(this.lastKey);
      for (const old of this.order?.keys.splice(0) ?? []) this.keepsAnswered.remove(old);
      kept = keep.set(key, text);
    }
    if (!kept) this.unkept.add(item.command.id);
  }

  letGo(id: string, you: You | null): void {
    this.o.keep.remove(this.key(you, 'outbox', id));
    this.unkept.delete(id);
  }

  /** What this person had not sent when the page was closed. */
  items(you: You | null): Pending[] {
    return this.o.keep.keys(this.key(you, 'outbox')).flatMap((key): Pending[] => {
      const item = JSON.parse(this.o.keep.get(key) ?? 'null') as Pending | null;
      return item ? [{ ...item, seq: null }] : [];
    });
  }

  /** What was refused, until the person has settled it: its words are nowhere else. */
  keepRefused(told: Told, you: You | null): void {
    this.o.keep.set(this.key(you, 'refused', told.id), JSON.stringify(told));
  }

  refused(you: You | null): Told[] {
    return this.o.keep.keys(this.key(you, 'refused')).flatMap((key): Told[] => {
      const told = JSON.parse(this.o.keep.get(key) ?? 'null') as Told | null;
      return told ? [told] : [];
    });
  }

  letGoRefused(id: string, you: You | null): void {
    this.o.keep.remove(this.key(you, 'refused', id));
  }

  /** What was answered stays for a while: a room put back from an older copy can be given it again. */
  keepAnswered(item: Pending, you: You | null): void {
    const order = this.ordered(you, item.at);
    const key = this.key(you, 'answered', item.command.id);
    if (!this.keepsAnswered.set(key, JSON.stringify(item))) this.keepsAnswered.remove(key);
    else if (!order.includes(key)) order.push(key);
    for (const old of order.splice(0, Math.max(0, order.length - ANSWERED_MOST)))
      this.keepsAnswered.remove(old);
  }

  /** Oldest first. */
  answered(you: You | null, now: number): Pending[] {
    return this.ordered(you, now).flatMap((key) => this.read(key));
  }

  private ordered(you: You | null, now: number): string[] {
    const whose = this.key(you, 'answered');
    if (this.order?.whose === whose) return this.order.keys;
    const kept = this.keepsAnswered
      .keys(whose)
      .flatMap((key) => this.read(key).map(({ at }) => ({ key, at })));
    for (const { key, at } of kept) if (at < now - ANSWERED_FOR) this.keepsAnswered.remove(key);
    const keys = kept
      .filter(({ at }) => at >= now - ANSWERED_FOR)
      .sort((a, b) => a.at - b.at)
      .map(({ key }) => key);
    this.order = { whose, keys };
    return keys;
  }

  private read(key: string): Pending[] {
    const item = JSON.parse(this.keepsAnswered.get(key) ?? 'null') as Pending | null;
    return item ? [item] : [];
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
