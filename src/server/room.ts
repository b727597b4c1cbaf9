/** A room holds one stream: it decides, commits, and only then answers and announces. The only writer. */
import {
  type Actor,
  type Catalogue,
  type Command,
  type Fact,
  type Kept,
  type Look,
  type Reader,
  retold,
} from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { toldOf } from '@/protocol/told';
import type { Answer, Hello, Welcome } from '@/protocol/wire';
import type { Ledger } from './commits';
import type { LogStore } from './log';

export type Audience = 'public' | 'staff';
export const AUDIENCES: readonly Audience[] = ['public', 'staff'];

/** What a room says to the outside, after the commit. */
export type Listener = {
  /** Whether anybody of this audience is there to be told. */
  hears(audience: Audience): boolean;
  /** A committed fact, in its order, and as JSON text what each audience that hears is told of it. */
  told(fact: Fact, texts: Partial<Record<Audience, string>>): void;
  /** The disk refused: nothing was told, the room is gone and will be woken from the log. */
  lost(error: unknown): void;
};

/** Facts kept at hand for phones that come back; further back they take the whole state. */
const TAIL = 2000;

export class Room<S extends Kept> {
  /** May run ahead of the commit in flight; never leaves the room as it is. */
  private readonly state: S;
  /** What each audience has been told, folded: exactly what their devices hold. Made when first asked for. */
  private readonly folds: Partial<Record<Audience, S>> = {};
  private readonly known = new Map<string, number>();
  private readonly waiting = new Map<string, Promise<Answer>>();
  private readonly refused = new Map<string, Answer>();
  private readonly snapshots: Partial<Record<Audience, { seq: number; text: string }>> = {};
  /** Texts of facts told before, as each audience may see them at this number of the state. */
  private readonly toldBefore: Partial<Record<Audience, { seq: number; texts: Map<number, string> }>> = {};
  private tail: Fact[] = [];
  private committed = 0;
  /** By number, up to the state's: what its chain was then. */
  private readonly chains: number[] = [0];
  /** The answer to the fact decided last. */
  private latest: Promise<unknown> = Promise.resolve();
  private gone = false;
  touched = Date.now();

  constructor(
    readonly stream: string,
    readonly catalogue: Catalogue<S>,
    private readonly log: LogStore,
    private readonly commits: Ledger,
    private readonly listener: Listener,
    private readonly clock: () => number,
    private readonly look?: Look,
  ) {
    this.state = catalogue.empty();
    // Phones come first after a wake: their fold is made in the same pass.
    this.folds.public = catalogue.empty();
    for (const fact of this.stored()) {
      if (fact.seq !== this.committed + 1)
        throw new Error(`${stream}: fact ${this.committed + 1} is missing`);
      this.apply(fact);
      this.show('public', this.folds.public, fact);
      this.keep(fact);
    }
  }

  /** A fact reaches an audience's fold as it reached their devices: as this moment's state let them see it. */
  private show(audience: Audience, fold: S, fact: Fact): void {
    this.take(fold, this.catalogue.seenBy({ kind: audience }, this.state, fact));
  }

  private take(fold: S, seen: Fact): void {
    this.catalogue.apply(fold, retold(seen, seen.by, copy(seen.data)));
  }

  private apply(fact: Fact): void {
    this.catalogue.apply(this.state, fact);
    this.chains.push(this.state.chain);
  }

  private keep(fact: Fact): void {
    this.committed = fact.seq;
    this.known.set(fact.cmd, fact.seq);
    this.tail.push(fact);
    if (this.tail.length > TAIL * 2) this.tail = this.tail.slice(-TAIL);
  }

  /**
   * Synchronous up to the commit, so two askers never interleave. `at` only for paper and demonstrations.
   * `again`: answered once in a log that parted from this one; told no, it may be asked again.
   */
  submit(command: Command, actor: Actor, at = this.clock(), again = false): Promise<Answer> {
    this.touched = Date.now();
    if (this.gone) return Promise.resolve({ ok: false, refused: 'busy' });
    const inHand = this.waiting.get(command.id);
    if (inHand) return inHand;
    const before = this.known.get(command.id);
    if (before !== undefined) {
      const fact = this.factAt(before);
      // Command ids are no secret: only its author is told in full what it did.
      const author = fact?.by === (command.for ?? actor.seat ?? actor.id);
      return Promise.resolve(this.answerTo(before, author ? fact : undefined));
    }
    const refused = this.refused.get(command.id);
    if (refused && !again) return Promise.resolve(refused);
    const fact = this.catalogue.decide(this.state, command, actor, at, this.look);
    if (isRefusal(fact)) {
      const refused = this.refuseInTurn(command.id, fact, again);
      this.waiting.set(command.id, refused);
      return refused;
    }
    this.apply(fact);
    const answer = this.commits.add(this.stream, fact, this);
    this.waiting.set(command.id, answer);
    this.latest = answer;
    return answer;
  }

  /** What a refusal rests on must be there for good before anybody is told no. */
  private async refuseInTurn(id: string, refusal: Refusal, again: boolean): Promise<Answer> {
    // At the least a turn later, when it is in the list of what waits.
    await (this.committed < this.state.seq ? this.latest : null);
    this.waiting.delete(id);
    if (this.gone) return { ok: false, ...refuse('busy') };
    return again ? { ok: false, ...refusal } : this.refuse(id, refusal);
  }

  /** For the commits: the fact is durable. */
  tell(fact: Fact): Answer {
    this.waiting.delete(fact.cmd);
    this.keep(fact);
    const texts: Partial<Record<Audience, string>> = {};
    let whole: string | null = null;
    let forAll = fact;
    for (const audience of AUDIENCES) {
      const fold = this.folds[audience];
      const heard = this.listener.hears(audience);
      if (!fold && !heard) continue;
      const seen = this.catalogue.seenBy({ kind: audience }, this.state, fact);
      if (audience === 'public') forAll = seen;
      if (heard && seen === fact) whole ??= JSON.stringify(toldOf(fact));
      if (heard) texts[audience] = seen === fact && whole ? whole : JSON.stringify(toldOf(seen));
      if (fold) this.take(fold, seen);
    }
    this.listener.told(fact, texts);
    return this.answerTo(fact.seq, fact, forAll);
  }

  private answerTo(
    seq: number,
    fact?: Fact,
    forAll = fact && this.catalogue.seenBy({ kind: 'public' }, this.state, fact),
  ): Answer {
    return fact && forAll !== fact ? { ok: true, seq, fact } : { ok: true, seq };
  }

  /** Who was told no is not done to later, when an old connection's last words arrive. */
  private refuse(id: string, refusal: Refusal): Answer {
    const answer: Answer = { ok: false, ...refusal };
    this.refused.set(id, answer);
    for (const old of this.refused.keys()) {
      if (this.refused.size <= TAIL) break;
      this.refused.delete(old);
    }
    return answer;
  }

  /** A fact told before, also when it is no longer at hand. */
  private factAt(seq: number): Fact | undefined {
    for (const fact of this.log.since(this.stream, seq - 1)) return this.catalogue.read(fact);
    return undefined;
  }

  /** For the commits: the disk refused. */
  lose(error: unknown): Answer {
    if (!this.gone) {
      this.gone = true;
      this.listener.lost(error);
    }
    return { ok: false, ...refuse('busy') };
  }

  /** Takes nothing more: who still holds it asks again, and finds the one woken after it. */
  retire(): void {
    this.gone = true;
  }

  get seq(): number {
    return this.committed;
  }

  /** How many commands the log answers for; as many as its facts, or one was done twice. */
  get commands(): number {
    return this.known.size;
  }

  /** The audience's fold; callers read, never write. */
  seen(audience: Audience): Readonly<S> {
    let fold = this.folds[audience];
    if (!fold) {
      fold = this.catalogue.empty();
      for (const fact of this.stored(this.committed)) this.show(audience, fold, fact);
      this.folds[audience] = fold;
    }
    return fold;
  }

  /** Everything, for the record and for the pages of staff. Only what is committed: wait for `settled` first. */
  whole(): Readonly<S> {
    return this.state;
  }

  settled(): Promise<void> {
    return this.commits.settle();
  }

  /** The audience's state as JSON text, serialised once per number. */
  snapshot(audience: Audience): { seq: number; text: string } {
    const kept = this.snapshots[audience];
    if (kept && kept.seq === this.committed) return kept;
    const made = { seq: this.committed, text: JSON.stringify(this.seen(audience)) };
    this.snapshots[audience] = made;
    return made;
  }

  /** What a device that comes in lacks: facts where it holds this log's beginning, and which of its answers are gone. */
  catchUp(
    hello: Pick<Hello, 'since' | 'chain' | 'answered'>,
    audience: Audience,
    seat: string | null,
  ): Pick<Welcome, 'parted' | 'missing'> & { facts: string[] | null } {
    const { since, chain, answered } = hello;
    const parted = since !== null && chain !== undefined && this.chains[since] !== chain;
    return {
      facts: since === null || parted ? null : this.since(since, audience, seat),
      ...(parted ? { parted } : {}),
      ...(answered.length > 0 ? { missing: answered.filter((id) => !this.known.has(id)) } : {}),
    };
  }

  /** Facts after `seq`, as JSON text of what this reader may see of them now, or null when it is too far back. */
  since(seq: number, audience: Audience, seat: string | null): string[] | null {
    if (seq > this.committed) return null;
    const first = this.tail[0]?.seq ?? this.committed + 1;
    if (seq + 1 < first && seq !== this.committed) return null;
    return this.tail.slice(Math.max(0, seq + 1 - first)).map((f) => this.textOf(f, audience, seat));
  }

  private textOf(fact: Fact, audience: Audience, seat: string | null): string {
    const make = (reader: Reader) => JSON.stringify(toldOf(this.catalogue.seenBy(reader, this.state, fact)));
    // One's own, whole; all others come back to the same words.
    if (audience === 'public' && seat !== null && fact.by === seat) return make({ kind: 'public', seat });
    let kept = this.toldBefore[audience];
    if (kept?.seq !== this.state.seq) {
      kept = { seq: this.state.seq, texts: new Map() };
      this.toldBefore[audience] = kept;
    }
    const text = kept.texts.get(fact.seq) ?? make({ kind: audience });
    kept.texts.set(fact.seq, text);
    return text;
  }

  /** The whole log folded again, each line held against its shape: what `cerchi verify` compares with the live state. */
  replayed(): S {
    return this.catalogue.replay(this.stored(this.committed, this.catalogue.read));
  }

  private *stored(upTo = Number.POSITIVE_INFINITY, read = this.catalogue.readSealed): Iterable<Fact> {
    for (const fact of this.log.since(this.stream, 0, this.catalogue.read)) {
      if (fact.seq > upTo) return;
      yield read(fact);
    }
  }
}

/** Facts are plain JSON; a fold of its own must not share a list with another. */
function copy<T>(x: T): T {
  if (typeof x !== 'object' || x === null) return x;
  if (Array.isArray(x)) return x.map(copy) as T;
  const made: Record<string, unknown> = {};
  for (const key in x) if (x[key] !== undefined) made[key] = copy(x[key]);
  return made as T;
}
