/**
 * Stores commands and the last state on the device: each unsent command under its own key, answered ones for a while.
 */
import { PROTOCOL } from '@/protocol/version';
import { entriesOf, jsonSlices } from '@/protocol/json-slices';
import { type StorageAdapter, memoryStorage } from './device-storage';
import {
  ANSWERED_FOR,
  ANSWERED_KEPT,
  type PersistedCommands,
  type Last,
  type Pending,
  type RefusedCommand,
} from '../sync/state';
import { yieldToMain } from '../scheduling/yield-to-main';

/** A state with more entries is written in slices. */
const LARGE = 5000;
/** Time of one slice, in milliseconds. */
const SLICE = 8;

const prefixOf = (code: string, surface: string): string => `${code}:${surface}:`;

/** True if the device has a state of this stream, of whatever age. */
export const holdsLast = (storage: StorageAdapter, code: string, surface: string): boolean =>
  storage.keys(`${prefixOf(code, surface)}last`).length > 0;

export class PersistedQueue<S> {
  /** Ids of what the device had no room for: it lives in this page's memory only. */
  private readonly unkept = new Set<string>();
  /** A totem serves many people: their answered commands stay in the page's memory. */
  private readonly answered: StorageAdapter;
  private readonly prefix: string;

  constructor(
    private readonly storage: StorageAdapter,
    { code, surface, empty }: { code: string; surface: string; empty: () => S },
  ) {
    this.prefix = prefixOf(code, surface);
    this.answered = surface === 'kiosk' ? memoryStorage() : storage;
    this.empty = empty;
  }

  private readonly empty: () => S;
  private latest: Last<S> | null = null;
  private slicing = false;
  /** False when the device had no room for a large state. */
  private room = true;

  /** False while something did not fit on the device. */
  get keeping(): boolean {
    return this.unkept.size === 0;
  }

  /** Several people may use a device one after the other, and another tab stores its own commands beside these. */
  private key(who: string, kind: 'outbox' | 'answered' | 'refused', id = ''): string {
    return `${this.prefix}${who}:${kind}:${id}`;
  }

  /** When storage is full, the last state and answered commands are deleted in favour of unsent words. */
  persistUnsent(item: Pending, who: string): void {
    const { storage } = this;
    const [key, text] = [this.key(who, 'outbox', item.command.id), JSON.stringify(item)];
    let kept = storage.set(key, text);
    if (!kept) {
      storage.remove(`${this.prefix}last`);
      for (const old of this.answered.keys(this.key(who, 'answered'))) this.answered.remove(old);
      kept = storage.set(key, text);
    }
    if (kept) this.unkept.delete(item.command.id);
    else this.unkept.add(item.command.id);
  }

  /** Keeps a refused command until the person has settled it: nothing else holds its words. */
  persistRefused(told: RefusedCommand, who: string): void {
    this.storage.set(this.key(who, 'refused', told.id), JSON.stringify(told));
  }

  forgetRefused(id: string, who: string): void {
    this.storage.remove(this.key(who, 'refused', id));
  }

  forget(id: string, who: string): void {
    this.storage.remove(this.key(who, 'outbox', id));
    this.unkept.delete(id);
  }

  /** A stream restored from an older copy may need it again. */
  persistAnswered(item: Pending, who: string): void {
    const key = this.key(who, 'answered', item.command.id);
    if (!this.answered.set(key, JSON.stringify(item))) this.answered.remove(key);
  }

  /** This person's commands on the device, oldest first. Removes answered ones that are too old or too many. */
  read(who: string, now: number): PersistedCommands {
    const answered = byTime(this.items<Pending>(this.answered, this.key(who, 'answered')));
    const fresh = answered.filter((p) => p.at >= now - ANSWERED_FOR).slice(-ANSWERED_KEPT);
    for (const old of answered)
      if (!fresh.includes(old)) this.answered.remove(this.key(who, 'answered', old.command.id));
    const unsent = byTime(this.items<Pending>(this.storage, this.key(who, 'outbox')));
    const refused = this.items<RefusedCommand>(this.storage, this.key(who, 'refused'));
    return { unsent: unsent.map((p) => ({ ...p, seq: null })), answered: fresh, refused };
  }

  private items<T>(storage: StorageAdapter, start: string): T[] {
    return storage.keys(start).flatMap((key): T[] => {
      const item = parsed<T>(storage.get(key));
      return item ? [item] : [];
    });
  }

  saveLast(last: Last<S>): void {
    this.latest = last;
    if (entriesOf(last.confirmed as object) <= LARGE) {
      this.storeLast(JSON.stringify({ protocol: PROTOCOL, ...last }));
      return;
    }
    // The device had no room for one as large, and the text costs the page too much to be made for nothing.
    if (!this.slicing && this.room) void this.saveInSlices();
  }

  /** A path of a year is several megabytes: its text is made in many tasks, of the newest state each time. */
  private async saveInSlices(): Promise<void> {
    this.slicing = true;
    for (let last = this.latest; last; last = last === this.latest ? null : this.latest) {
      const { confirmed, ...rest } = last;
      const texts: string[] = [];
      let began = performance.now();
      for (const text of jsonSlices(confirmed as object)) {
        texts.push(text);
        if (performance.now() - began < SLICE) continue;
        await yieldToMain();
        began = performance.now();
      }
      await yieldToMain();
      // A smaller state may have been stored meanwhile.
      if (entriesOf(this.latest?.confirmed as object) <= LARGE) break;
      const head = JSON.stringify({ protocol: PROTOCOL, ...rest }).slice(0, -1);
      this.room = this.storeLast(`${head},"confirmed":${texts.join('')}}`);
      if (!this.room) break;
    }
    this.slicing = false;
  }

  private storeLast(text: string): boolean {
    const key = `${this.prefix}last`;
    const stored = this.storage.set(key, text);
    if (!stored) this.storage.remove(key);
    return stored;
  }

  /** Null when there is none, or when it is of another version or unreadable. */
  last(): Last<S> | null {
    const last = parsed<Last<S> & { protocol: number }>(this.storage.get(`${this.prefix}last`));
    if (last?.protocol !== PROTOCOL) return null;
    // A state saved by an older program may lack what today's screens read.
    return { ...last, confirmed: { ...this.empty(), ...last.confirmed } };
  }
}

const byTime = (items: Pending[]): Pending[] => items.sort((a, b) => a.at - b.at);

/** Null when there is nothing or no valid JSON: a key that another program wrote must not break the page. */
function parsed<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? 'null') as T | null;
  } catch {
    return null;
  }
}
