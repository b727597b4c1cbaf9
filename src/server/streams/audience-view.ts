/** Each audience's view of one stream: folded as its devices fold it, and as text for those who reconnect. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalogue, Reader } from '@/domain/catalogue';
import { type Fact, type StreamState, redacted } from '@/domain/deed';
import { jsonSlices } from '@/protocol/json-slices';
import { packed } from '@/protocol/packed-facts';
import { jsonInTurns } from '../log/log-store';
import type { FoldedStream } from './stored-state';

export type Audience = 'public' | 'staff';
export const AUDIENCES: readonly Audience[] = ['public', 'staff'];

/** A fact as each listening audience gets it, in JSON. */
export type Texts = Partial<Record<Audience, string>>;
/** The author that each audience may know; null where it may not. */
export type Authors = Partial<Record<Audience, string | null>>;

/** Number of facts kept for phones that reconnect; farther behind, they take the whole state. */
const TAIL = 2000;

/** Time before other work of the server is let through, in ms. */
const SLICE = 10;
/** Facts may be written while a snapshot is prepared: after so many tries it is made in one turn. */
const PREPARED = 3;

export class AudienceView<S extends StreamState> {
  /**
   * Exactly the state that an audience's devices hold. The first audience's is made while loading, the other's at its
   * first request.
   */
  private readonly folds: Partial<Record<Audience, S>>;
  private readonly main: S;
  private readonly snapshots: Partial<Record<Audience, { seq: number; text: string }>> = {};
  private readonly preparing: Partial<Record<Audience, Promise<void>>> = {};
  /** Texts of earlier facts, as each audience may see them at this number of the state. */
  private readonly before: Partial<Record<Audience, { seq: number; texts: Map<number, string> }>> = {};
  /** The text of a large fact that is published next, and a copy of its data for each fold. */
  private prepared: { fact: Fact; text: string | null; copies: unknown[] } | null = null;
  private tail: Fact[] = [];
  /** Facts up to this number were folded before a start: they are read from the log when somebody needs them in the tail. */
  private unread: number;
  /** By number: the log's history hash at that point, the same in every fold. */
  private readonly chains: number[];
  private upTo: number;

  /**
   * `state` is the stream's own, and may run ahead of what was published; `stored` reads the log again, after a number and up
   * to one. `first`: the audience that comes first after a start; a path has no other one. `kept`: what was stored.
   */
  constructor(
    private readonly catalogue: Catalogue<S>,
    private readonly state: Readonly<S>,
    private readonly stored: (upTo: number, after: number) => Iterable<Fact>,
    first: Audience = 'public',
    kept: Pick<FoldedStream<S>, 'seq' | 'folds' | 'chains'> | null = null,
  ) {
    this.folds = { ...kept?.folds };
    this.main = this.folds[first] ?? catalogue.empty();
    this.folds[first] = this.main;
    this.chains = kept?.chains ?? [0];
    this.upTo = kept?.seq ?? 0;
    this.unread = this.upTo;
  }

  /** The last fact that was published, which is the last one committed. */
  get seq(): number {
    return this.upTo;
  }

  /** A fact read from the log while loading: nobody is listening. */
  wake(fact: Fact): void {
    for (const audience of AUDIENCES) {
      const fold = this.folds[audience];
      if (fold) this.show(audience, fold, fact);
    }
    this.keep(fact);
  }

  /** The part that is stored, and that a start gives back as `kept`. */
  get foldedStream(): Pick<FoldedStream<S>, 'seq' | 'folds' | 'chains'> {
    return { seq: this.upTo, folds: this.folds, chains: this.chains };
  }

  /**
   * Makes the text and the copies of a large fact ahead, in several turns: only its effect on the folds is left for the turn
   * in which it is published.
   */
  async prepare(fact: Fact, hears: (audience: Audience) => boolean): Promise<void> {
    const text = AUDIENCES.some(hears) ? await textInTurns(fact) : null;
    const copies: unknown[] = [];
    for (let n = Object.keys(this.folds).length; n > 0; n--) {
      await nextTurn();
      copies.push(await copyInTurns(fact.data));
    }
    await nextTurn();
    this.prepared = { fact, text, copies };
  }

  /** A fact just committed: its text for each listening audience, and the effect on their folds. */
  tell(fact: Fact, hears: (audience: Audience) => boolean): { texts: Texts; by: Authors; forAll: Fact } {
    const texts: Texts = {};
    const by: Authors = {};
    const ready = this.prepared?.fact === fact ? this.prepared : null;
    this.prepared = null;
    let whole = ready?.text ?? null;
    let forAll = fact;
    for (const audience of AUDIENCES) {
      const fold = this.folds[audience];
      const heard = hears(audience);
      if (!fold && !heard && audience !== 'public') continue;
      const seen = this.seenBy({ kind: audience }, fact);
      if (audience === 'public') forAll = seen;
      if (!fold && !heard) continue;
      if (heard && seen === fact) whole ??= JSON.stringify(packed(fact));
      if (heard) texts[audience] = seen === fact && whole ? whole : JSON.stringify(packed(seen));
      by[audience] = seen.by;
      if (fold) this.take(fold, seen, seen.data === fact.data ? ready?.copies.pop() : undefined);
    }
    this.keep(fact);
    return { texts, by, forAll };
  }

  /** The fact as this reader may see it now; the same object when nothing is withheld. */
  seenBy(reader: Reader, fact: Fact): Fact {
    return this.catalogue.seenBy(reader, this.state, fact);
  }

  /** A fact is applied to an audience's fold as its devices got it: as the state of this moment let them see it. */
  private show(audience: Audience, fold: S, fact: Fact): void {
    this.take(fold, this.seenBy({ kind: audience }, fact));
  }

  private take(fold: S, seen: Fact, data: unknown = copy(seen.data)): void {
    this.catalogue.apply(fold, redacted(seen, seen.by, data));
  }

  private keep(fact: Fact): void {
    this.upTo = fact.seq;
    this.chains.push(this.main.chain);
    this.tail.push(fact);
    if (this.tail.length <= TAIL * 2) return;
    this.tail = this.tail.slice(-TAIL);
    this.unread = 0;
  }

  /** Reads on the part of the tail that was folded before the start. */
  private readTail(): void {
    const after = Math.max(0, this.upTo - TAIL);
    try {
      if (after < this.unread) this.tail = [...this.stored(this.unread, after), ...this.tail];
    } catch {
      // Devices take the whole state; what is wrong with the log is found when its lines are checked.
    }
    this.unread = 0;
  }

  /** The audience's fold; callers read, never write. */
  fold(audience: Audience): Readonly<S> {
    let fold = this.folds[audience];
    if (!fold) {
      fold = this.catalogue.empty();
      for (const fact of this.stored(this.upTo, 0)) this.show(audience, fold, fact);
      this.folds[audience] = fold;
    }
    return fold;
  }

  /** The audience's fold as JSON text, serialised once per number. */
  snapshot(audience: Audience): { seq: number; text: string } {
    const kept = this.snapshots[audience];
    if (kept && kept.seq === this.upTo) return kept;
    const made = { seq: this.upTo, text: JSON.stringify(this.fold(audience)) };
    this.snapshots[audience] = made;
    return made;
  }

  /**
   * Makes that text in several turns of the server, where the state is large, once for all who ask meanwhile; it may be
   * older than the state by then.
   */
  prepareSnapshot(audience: Audience): Promise<void> {
    this.preparing[audience] ??= this.writeInTurns(audience).finally(() => {
      delete this.preparing[audience];
    });
    return this.preparing[audience];
  }

  private async writeInTurns(audience: Audience): Promise<void> {
    for (let tries = 0; tries < PREPARED; tries++) {
      const seq = this.upTo;
      if (this.snapshots[audience]?.seq === seq) return;
      const texts: string[] = [];
      let began = performance.now();
      for (const text of jsonSlices(this.fold(audience))) {
        texts.push(text);
        if (performance.now() - began < SLICE) continue;
        await nextTurn();
        if (seq !== this.upTo) break;
        began = performance.now();
      }
      if (seq === this.upTo) this.snapshots[audience] = { seq, text: texts.join('') };
    }
  }

  /** True if a device that holds `seq` facts of some log holds those of another log. */
  parted(seq: number, chain: number): boolean {
    return this.chains[seq] !== chain;
  }

  /** Facts after `seq`, as JSON text of what this reader may see of them now, or null when it is too far back. */
  since(seq: number, audience: Audience, seat: string | null): string[] | null {
    if (seq > this.upTo) return null;
    if (seq < this.unread && seq >= this.upTo - TAIL) this.readTail();
    const first = this.tail[0]?.seq ?? this.upTo + 1;
    if (seq + 1 < first && seq !== this.upTo) return null;
    return this.tail.slice(Math.max(0, seq + 1 - first)).map((f) => this.textOf(f, audience, seat));
  }

  private textOf(fact: Fact, audience: Audience, seat: string | null): string {
    const make = (reader: Reader) => JSON.stringify(packed(this.seenBy(reader, fact)));
    // Own facts whole; all others get the same text.
    if (audience === 'public' && seat !== null && fact.by === seat) return make({ kind: 'public', seat });
    let kept = this.before[audience];
    if (kept?.seq !== this.state.seq) {
      kept = { seq: this.state.seq, texts: new Map() };
      this.before[audience] = kept;
    }
    const text = kept.texts.get(fact.seq) ?? make({ kind: audience });
    kept.texts.set(fact.seq, text);
    return text;
  }
}

/** A fact of thousands of things as it is told to devices. */
async function textInTurns(fact: Fact): Promise<string> {
  const { data, ...head } = packed(fact);
  const json = await jsonInTurns(data as object);
  return `${JSON.stringify(head).slice(0, -1)},"data":${json}}`;
}

/** Rows copied in one go. */
const ROWS = 500;

/** The same as {@link copy}, of data whose rows may be thousands. */
async function copyInTurns(data: unknown): Promise<unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return copy(data);
  const made: Record<string, unknown> = {};
  let began = performance.now();
  for (const [key, part] of Object.entries(data)) {
    if (!Array.isArray(part)) {
      if (part !== undefined) made[key] = copy(part);
      continue;
    }
    const rows: unknown[] = [];
    made[key] = rows;
    for (let at = 0; at < part.length; at += ROWS) {
      for (const row of part.slice(at, at + ROWS)) rows.push(copy(row));
      if (performance.now() - began < SLICE) continue;
      await nextTurn();
      began = performance.now();
    }
  }
  return made;
}

/** Facts are plain JSON; a fold must not share an array with another. */
function copy<T>(x: T): T {
  if (typeof x !== 'object' || x === null) return x;
  if (Array.isArray(x)) return x.map(copy) as T;
  const made: Record<string, unknown> = {};
  for (const key in x) if (x[key] !== undefined) made[key] = copy(x[key]);
  return made as T;
}
