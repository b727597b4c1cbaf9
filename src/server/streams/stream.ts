/** One stream: it decides, commits, and only then answers and publishes. It is the only writer of its log. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Catalogue, nextHistoryHash } from '@/domain/catalogue';
import type { Actor, Command, Fact, StreamState, Lookup } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import { jsonSlices } from '@/protocol/json-slices';
import type { Answer, Hello, Welcome } from '@/protocol/wire';
import { AuthorKeys, epochOf, isSealedAuthor } from '../log/author-keys';
import type { Ledger } from '../log/group-commit';
import { type LogStore, withholds } from '../log/log-store';
import { type Audience, AudienceView, AUDIENCES, type Authors, type Texts } from './audience-view';
import { follows, type FoldedStream, LONGEST, readState, sealState, type StateKeeping } from './stored-state';

/** Called for each fact after its commit. */
export type Listener = {
  /** True if any device of this audience is listening. */
  hears(audience: Audience): boolean;
  /** A committed fact, in order. */
  told(fact: Fact, texts: Texts, by: Authors): void;
  /** The disk failed: nothing was published, and the stream will be loaded again from the log. */
  lost(error: unknown): void;
  /** An error of ours with a fact that is on disk: its author is answered all the same. */
  failed?(error: unknown): void;
};

/** Number of refusals remembered, for clients that ask again on another connection. */
const REFUSED = 2000;
/** While loading, the clock is looked at after so many facts. */
const LOOKS = 16;
/** Time before other work is let through while a state is made ready to be stored, in ms. */
const SLICE = 8;

/** The log is not the one from which the stored state was folded. */
export class OtherHistory extends Error {}

export class Stream<S extends StreamState> {
  /** May run ahead of the commit in flight; never exposed outside as it is. */
  private state: S;
  private view: AudienceView<S>;
  /** The stored state while it is read; null once it was. */
  private kept: Iterator<undefined, FoldedStream<S> | null> | null;
  /** The lines of the log that were not loaded yet. */
  private unread: Iterator<Fact> | null = null;
  /** Number of the last fact in the stored state of this stream, as far as it is known here. */
  private storedAt = 0;
  private tooLong = false;
  /** Facts up to this number were not read from the log since the start. */
  private unchecked = 0;
  private checking: Iterator<undefined, void> | null = null;
  /** How many facts were published after which no older state may be stored. */
  private withheld = 0;
  private publishedAt = Number.NEGATIVE_INFINITY;
  /**
   * By author and command id: the number of its fact. An id is no secret: another author's command with the same id is
   * a different command.
   */
  private readonly known = new Map<string, number>();
  /** The same, for facts whose author nobody can tell. */
  private readonly unowned = new Map<string, number>();
  /** Unsigned facts since the authors were last forgotten, and how many of them no key decrypts. */
  private unsigned = { epoch: 0, facts: 0, unopened: 0 };
  private readonly waiting = new Map<string, Promise<Answer>>();
  private readonly refused = new Map<string, Answer>();
  /** The answer to the fact decided last. */
  private latest: Promise<unknown> = Promise.resolve();
  private latestAt = 0;
  /** The last fact that was published. */
  private newest: Pick<Fact, 'cmd' | 'at'> = { cmd: '', at: 0 };
  private gone = false;

  constructor(
    readonly stream: string,
    readonly catalogue: Catalogue<S>,
    private readonly log: LogStore,
    private readonly commits: Ledger,
    private readonly listener: Listener,
    private readonly clock: () => number,
    private readonly look?: Lookup,
    private readonly keys = new AuthorKeys(null),
    private readonly first: Audience = 'public',
    inTurns = false,
    private readonly states: StateKeeping | null = null,
  ) {
    this.state = catalogue.empty();
    this.view = this.viewOf(null);
    this.kept = states && readState<S>(states, stream);
    if (!inTurns) this.load();
  }

  private viewOf(kept: FoldedStream<S> | null): AudienceView<S> {
    return new AudienceView(
      this.catalogue,
      this.state,
      (upTo, after) => this.stored(upTo, after),
      this.first,
      kept,
    );
  }

  /**
   * Reads the log on for about so many milliseconds; true once it is read whole. Until then the stream may be asked nothing.
   * Throws when the log is damaged.
   */
  load(ms = Number.POSITIVE_INFINITY): boolean {
    const end = performance.now() + ms;
    while (this.kept) {
      const step = this.kept.next();
      if (step.done) this.begin(step.value);
      if (performance.now() >= end) return false;
    }
    this.unread ??= this.linesAfter(0);
    for (let n = 1; ; n++) {
      const next = this.unread.next();
      if (next.done) return true;
      const line = next.value;
      const { by } = line;
      const fact = this.catalogue.readSealed(this.opened(line));
      if (isSealedAuthor(by)) this.count(epochOf(by), fact.by !== null);
      if (fact.seq !== this.seq + 1) throw new Error(`${this.stream}: fact ${this.seq + 1} is missing`);
      this.catalogue.apply(this.state, fact);
      this.view.wake(fact);
      this.remember(fact);
      if (n % LOOKS === 0 && performance.now() >= end) return false;
    }
  }

  private linesAfter(seq: number): Iterator<Fact> {
    return this.log.since(this.stream, seq, this.catalogue.read)[Symbol.iterator]();
  }

  /** Goes on from a stored state, where the log has the fact after which it was stored. */
  private begin(kept: FoldedStream<S> | null): void {
    this.kept = null;
    if (!kept) return;
    const lines = this.linesAfter(kept.seq - 1);
    try {
      if (!follows(kept, lines.next().value as Fact | undefined)) return;
    } catch {
      // Found again, and said, when the log is folded.
      return;
    }
    this.unread = lines;
    this.state = kept.state;
    this.view = this.viewOf(kept);
    this.unsigned = kept.unsigned;
    this.latestAt = kept.latestAt;
    this.newest = kept;
    this.storedAt = kept.seq;
    this.unchecked = kept.seq;
    for (const [i, asked] of kept.asked.entries())
      (asked.includes(' ') ? this.known : this.unowned).set(asked, i + 1);
  }

  /** True while there are lines that a start took as folded without reading them. */
  get isUnchecked(): boolean {
    return this.unchecked > 0;
  }

  /**
   * Reads those lines for about so many milliseconds; true once all were read. Throws when one is damaged, and OtherHistory
   * when the stored state was not folded from them.
   */
  check(ms: number): boolean {
    const end = performance.now() + ms;
    this.checking ??= this.checkedLines();
    try {
      for (;;) {
        if (this.checking.next().done) return true;
        if (performance.now() >= end) return false;
      }
    } catch (e) {
      // A disk that did not answer may do so later: then it begins again.
      this.checking = null;
      throw e;
    }
  }

  private *checkedLines(): Generator<undefined, void> {
    const upTo = this.unchecked;
    const { chains } = this.view.foldedStream;
    let chain = 0;
    let seq = 0;
    for (const line of this.log.since(this.stream, 0, this.catalogue.read)) {
      if (line.seq > upTo) break;
      seq += 1;
      if (line.seq !== seq) throw new Error(`${this.stream}: fact ${seq} is missing`);
      this.catalogue.readSealed(line);
      chain = nextHistoryHash(chain, line);
      if (chains[seq] !== chain) throw new OtherHistory(`${this.stream}: fact ${seq} is another one`);
      if (seq % LOOKS === 0) yield;
    }
    if (seq < upTo) throw new Error(`${this.stream}: fact ${seq + 1} is missing`);
    this.unchecked = 0;
  }

  /** Number of facts that a start would have to fold, and would not if the state were stored now. */
  get behind(): number {
    return this.tooLong ? 0 : this.seq - this.storedAt;
  }

  /** Milliseconds since anything was published here. */
  get idleMs(): number {
    return performance.now() - this.publishedAt;
  }

  /**
   * Stores the state in several turns. False, and nothing is stored, where it changed meanwhile, or where there is no key to
   * encrypt it: nothing unsigned was said yet, or the keys were destroyed. Throws the disk's error.
   */
  async store(): Promise<boolean> {
    const { states, withheld, epoch, seq } = this;
    // While a key could not be destroyed, this state may still know whom nobody should know any more. An author that cannot
    // be known is about to be forgotten, and the state changes.
    if (!states?.keys.hasOnly(this.stream, epoch) || this.authors === 'lost' || this.isUnchecked)
      return false;
    if (this.gone || this.state.seq !== seq || this.commands !== seq) return false;
    const asked = this.askedInOrder();
    const { folds, chains } = this.view.foldedStream;
    const audiences = AUDIENCES.filter((audience) => folds[audience]);
    const { cmd, at } = this.newest;
    const head = { seq, cmd, at, latestAt: this.latestAt, unsigned: { ...this.unsigned }, audiences };
    const texts: string[] = [];
    for (const state of [this.state, ...audiences.map((audience) => folds[audience] as S)]) {
      const text = await this.textInTurns(state, seq);
      if (text === null) return false;
      texts.push(text);
    }
    const bytes = await sealState(states, this.stream, epoch, head, texts, {
      chains: chains.slice(0, seq + 1),
      asked,
    });
    // A fact that withholds something may be on its way to the disk, or is there.
    if (!bytes || this.gone || this.withheld !== withheld || this.state.seq !== this.seq) return false;
    if (this.epoch !== epoch) return false;
    states.store.put({ stream: this.stream, seq, epoch, bytes });
    this.storedAt = seq;
    return true;
  }

  /** Null when anything happened meanwhile: the state is one that changes in place. */
  private async textInTurns(state: S, seq: number): Promise<string | null> {
    const pieces: string[] = [];
    let length = 0;
    let began = performance.now();
    for (const piece of jsonSlices(state)) {
      pieces.push(piece);
      length += piece.length;
      if (length > LONGEST) {
        this.tooLong = true;
        return null;
      }
      if (performance.now() - began < SLICE) continue;
      await nextTurn();
      began = performance.now();
      if (this.gone || this.seq !== seq || this.state.seq !== seq) return null;
    }
    return pieces.join('');
  }

  /** By number, as `known` and `unowned` have them. */
  private askedInOrder(): string[] {
    const asked: string[] = [];
    for (const from of [this.known, this.unowned]) for (const [key, seq] of from) asked[seq - 1] = key;
    return asked;
  }

  private get epoch(): number {
    return this.state.keyEpoch ?? 0;
  }

  private remember(fact: Fact): void {
    this.latestAt = Math.max(this.latestAt, fact.at);
    this.newest = fact;
    if (fact.by === null) this.unowned.set(fact.cmd, fact.seq);
    else this.known.set(askedBy(fact.via ?? fact.by, fact.cmd), fact.seq);
  }

  /** The number of the fact this person's command became, if it did. */
  private done(asker: string, id: string): number | undefined {
    return this.known.get(askedBy(asker, id)) ?? this.unowned.get(id);
  }

  /**
   * Synchronous up to the commit, so two commands never interleave. `at` only for paper and demonstrations.
   * `again`: it was answered once in a log that diverged from this one, so it may be sent again after a refusal.
   */
  submit(command: Command, actor: Actor, at = this.clock(), again = false): Promise<Answer> {
    if (this.gone) return Promise.resolve({ ok: false, refused: 'busy' });
    const author = command.for ?? actor.seat ?? actor.id;
    const asked = askedBy(actor.id, command.id);
    const inHand = this.waiting.get(asked);
    if (inHand) return inHand;
    const before = this.done(actor.id, command.id);
    if (before !== undefined) {
      const fact = this.factAt(before);
      return Promise.resolve(this.answerTo(before, fact?.by === author ? fact : undefined));
    }
    const refused = this.refused.get(asked);
    if (refused && !again) return Promise.resolve(refused);
    const fact = this.catalogue.decide(this.state, command, actor, at, this.look);
    if (isRefusal(fact)) {
      const refused = this.refuseInTurn(asked, fact, again);
      this.waiting.set(asked, refused);
      return refused;
    }
    // Before anything is changed: without a key the command fails.
    const stored = this.lineOf(fact);
    this.catalogue.apply(this.state, fact);
    const answer = this.commits.add(this.stream, fact, this, stored);
    this.waiting.set(asked, answer);
    this.latest = answer;
    return answer;
  }

  /** The line as stored: nobody who has the file can tell the author of an unsigned fact (decision 23). */
  private lineOf(fact: Fact): Fact {
    if (fact.by === null || !this.catalogue.isUnsigned(this.state, fact)) return fact;
    const { via, ...line } = fact;
    const author = via === undefined ? { by: fact.by } : { by: fact.by, via };
    this.count(this.epoch, true);
    return { ...line, by: this.keys.seal(this.stream, this.epoch, fact.seq, author) };
  }

  /** The fact in a stored line, with its author where a key still tells. */
  private opened(line: Fact): Fact {
    if (!isSealedAuthor(line.by)) return line;
    const author = this.keys.open(this.stream, line.seq, line.by);
    line.by = author?.by ?? null;
    if (author?.via !== undefined) line.via = author.via;
    return line;
  }

  private count(epoch: number, opens: boolean): void {
    if (epoch > this.unsigned.epoch) this.unsigned = { epoch, facts: 0, unopened: 0 };
    if (epoch < this.unsigned.epoch) return;
    this.unsigned.facts += 1;
    if (!opens) this.unsigned.unopened += 1;
  }

  /** Says if there are facts whose author a key can still tell, or could if it were here (`lost`). */
  get authors(): 'none' | 'known' | 'lost' {
    const { epoch, facts, unopened } = this.unsigned;
    if (epoch !== this.epoch || facts === 0) return 'none';
    return unopened > 0 ? 'lost' : 'known';
  }

  /** The facts a refusal depends on must be durable before anybody is refused. */
  private async refuseInTurn(asked: string, refusal: Refusal, again: boolean): Promise<Answer> {
    // At least one turn later, when the fact is in the batch.
    await (this.seq < this.state.seq ? this.latest : null);
    this.waiting.delete(asked);
    if (this.gone) return { ok: false, ...refuse('busy') };
    return again ? { ok: false, ...refusal } : this.refuse(asked, refusal);
  }

  /** For the group commit: a fact that changes thousands of things is written and published over several turns. */
  isLarge(fact: Fact): boolean {
    return this.catalogue.isLarge(fact.type);
  }

  prepare(fact: Fact): Promise<void> | undefined {
    if (!this.isLarge(fact)) return undefined;
    return this.view.prepare(fact, (audience) => this.listener.hears(audience));
  }

  /** For the group commit: the fact is durable. */
  tell(fact: Fact): Answer {
    if (fact.by !== null) this.waiting.delete(askedBy(fact.via ?? fact.by, fact.cmd));
    this.remember(fact);
    this.publishedAt = performance.now();
    if (withholds(fact.type)) {
      this.withheld += 1;
      this.storedAt = 0;
    }
    const { texts, by, forAll } = this.view.tell(fact, (audience) => this.listener.hears(audience));
    try {
      this.listener.told(fact, texts, by);
    } catch (e) {
      this.listener.failed?.(e);
    }
    return this.answerTo(fact.seq, fact, forAll);
  }

  private answerTo(
    seq: number,
    fact?: Fact,
    forAll = fact && this.view.seenBy({ kind: 'public' }, fact),
  ): Answer {
    return fact && forAll !== fact ? { ok: true, seq, fact } : { ok: true, seq };
  }

  /** Remembers refusals, so that a delayed copy of a refused command is never applied. */
  private refuse(asked: string, refusal: Refusal): Answer {
    const answer: Answer = { ok: false, ...refusal };
    this.refused.set(asked, answer);
    for (const old of this.refused.keys()) {
      if (this.refused.size <= REFUSED) break;
      this.refused.delete(old);
    }
    return answer;
  }

  /** A fact published earlier, also when it is no longer in memory. */
  private factAt(seq: number): Fact | undefined {
    for (const line of this.log.since(this.stream, seq - 1)) return this.catalogue.read(this.opened(line));
    return undefined;
  }

  /** For the group commit: the disk refused. */
  lose(error: unknown): Answer {
    if (!this.gone) {
      this.gone = true;
      this.listener.lost(error);
    }
    return { ok: false, ...refuse('busy') };
  }

  /** Accepts nothing more: callers that still hold it ask again, and get the stream loaded after it. */
  retire(): void {
    this.gone = true;
  }

  get seq(): number {
    return this.view.seq;
  }

  /** The number of the last committed fact, and the latest time of any of them, in epoch ms: a clock may have been ahead. */
  get last(): { seq: number; at: number } {
    return { seq: this.seq, at: this.latestAt };
  }

  /** Number of commands the log answers for. It equals the number of facts, or a command was done twice. */
  get commands(): number {
    return this.known.size + this.unowned.size;
  }

  /** The state that this audience's devices hold. Read-only for callers. */
  seen(audience: Audience): Readonly<S> {
    return this.view.fold(audience);
  }

  /** The whole state, for the record and for the pages of staff. Committed facts only: wait for `settled` first. */
  whole(): Readonly<S> {
    return this.state;
  }

  settled(): Promise<void> {
    return this.commits.settle();
  }

  /** Makes the JSON text of this audience’s state ahead, in several turns. */
  prepareSnapshot(audience: Audience): Promise<void> {
    return this.view.prepareSnapshot(audience);
  }

  /** The same as JSON text. */
  snapshot(audience: Audience): { seq: number; text: string } {
    return this.view.snapshot(audience);
  }

  /**
   * The parts that a reconnecting device lacks: the facts, if it holds a prefix of this log, and which of its answered commands
   * are gone.
   */
  catchUp(
    hello: Pick<Hello, 'since' | 'chain' | 'answered'>,
    audience: Audience,
    seat: string | null,
    asker = seat ?? '',
  ): Pick<Welcome, 'parted' | 'missing'> & { facts: string[] | null } {
    const { since, chain, answered } = hello;
    const parted = since !== null && chain !== undefined && this.view.parted(since, chain);
    return {
      facts: since === null || parted ? null : this.since(since, audience, seat),
      ...(parted ? { parted } : {}),
      ...(answered.length > 0
        ? { missing: answered.filter((id) => this.done(asker, id) === undefined) }
        : {}),
    };
  }

  /** Facts after `seq`, as this reader may see them now, or null when it is too far back. */
  since(seq: number, audience: Audience, seat: string | null): string[] | null {
    return this.view.since(seq, audience, seat);
  }

  /**
   * Folds the whole log again and checks each line against its schema: `cerchi verify` compares the result with the
   * live state.
   */
  replayed(): S {
    return this.catalogue.replay(this.stored(this.seq, 0, this.catalogue.read));
  }

  private *stored(upTo: number, after: number, read = this.catalogue.readSealed): Iterable<Fact> {
    for (const line of this.log.since(this.stream, after, this.catalogue.read)) {
      if (line.seq > upTo) return;
      yield read(this.opened(line));
    }
  }
}

/** An answer belongs to the command's author. */
const askedBy = (asker: string, command: string): string => `${asker} ${command}`;
