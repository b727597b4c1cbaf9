/** A room holds one stream: it decides, commits, and only then answers and lets it be told. The only writer. */
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Command, Fact, StreamState, Lookup } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import type { Answer, Hello, Welcome } from '@/protocol/wire';
import { AuthorKeys, epochOf, isSealedAuthor } from '../log/author-keys';
import type { Ledger } from '../log/group-commit';
import type { LogStore } from '../log/log-store';
import { type Audience, AudienceView, type Authors, type Texts } from './audience-view';

/** Hears of each fact after its commit. */
export type Listener = {
  /** Whether anybody of this audience is there to be told. */
  hears(audience: Audience): boolean;
  /** A committed fact, in its order. */
  told(fact: Fact, texts: Texts, by: Authors): void;
  /** The disk refused: nothing was told, the room is gone and will be woken from the log. */
  lost(error: unknown): void;
  /** Something of ours failed with a fact that is on disk: its author is answered all the same. */
  failed?(error: unknown): void;
};

/** How many noes are remembered, for who asks again on another connection. */
const REFUSED = 2000;

export class Stream<S extends StreamState> {
  /** May run ahead of the commit in flight; never leaves the room as it is. */
  private readonly state: S;
  private readonly view: AudienceView<S>;
  /** By who asked and command: the number of its fact. An id is no secret: another's ask under it is another ask. */
  private readonly known = new Map<string, number>();
  /** The same, of facts of which nobody can say by whom they were asked. */
  private readonly unowned = new Map<string, number>();
  /** Unsigned facts since the authors were last forgotten, and how many of them no key opens. */
  private unsigned = { epoch: 0, facts: 0, unopened: 0 };
  private readonly waiting = new Map<string, Promise<Answer>>();
  private readonly refused = new Map<string, Answer>();
  /** The answer to the fact decided last. */
  private latest: Promise<unknown> = Promise.resolve();
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
  ) {
    this.state = catalogue.empty();
    this.view = new AudienceView(catalogue, this.state, (upTo) => this.stored(upTo));
    for (const line of this.log.since(stream, 0, catalogue.read)) {
      const fact = catalogue.readSealed(this.opened(line));
      if (isSealedAuthor(line.by)) this.count(epochOf(line.by), fact.by !== null);
      if (fact.seq !== this.seq + 1) throw new Error(`${stream}: fact ${this.seq + 1} is missing`);
      catalogue.apply(this.state, fact);
      this.view.wake(fact);
      this.remember(fact);
    }
  }

  private get epoch(): number {
    return this.state.keyEpoch ?? 0;
  }

  private remember(fact: Fact): void {
    if (fact.by === null) this.unowned.set(fact.cmd, fact.seq);
    else this.known.set(askedBy(fact.via ?? fact.by, fact.cmd), fact.seq);
  }

  /** The number of the fact this person's command became, if it did. */
  private done(asker: string, id: string): number | undefined {
    return this.known.get(askedBy(asker, id)) ?? this.unowned.get(id);
  }

  /**
   * Synchronous up to the commit, so two askers never interleave. `at` only for paper and demonstrations.
   * `again`: answered once in a log that parted from this one; told no, it may be asked again.
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
    // Before anything is changed: no key, no act.
    const stored = this.lineOf(fact);
    this.catalogue.apply(this.state, fact);
    const answer = this.commits.add(this.stream, fact, this, stored);
    this.waiting.set(asked, answer);
    this.latest = answer;
    return answer;
  }

  /** The line as it goes down: of an unsigned fact nobody who has the file can say by whom it is (decision 23). */
  private lineOf(fact: Fact): Fact {
    if (fact.by === null || !this.catalogue.isUnsigned(this.state, fact)) return fact;
    const { via, ...line } = fact;
    const author = via === undefined ? { by: fact.by } : { by: fact.by, via };
    this.count(this.epoch, true);
    return { ...line, by: this.keys.seal(this.stream, this.epoch, fact.seq, author) };
  }

  /** The fact that a line holds, by whom it was where a key still tells. */
  private opened(line: Fact): Fact {
    if (!isSealedAuthor(line.by)) return line;
    const author = this.keys.open(this.stream, line.seq, line.by);
    return { ...line, ...(author ?? { by: null }) };
  }

  private count(epoch: number, opens: boolean): void {
    if (epoch > this.unsigned.epoch) this.unsigned = { epoch, facts: 0, unopened: 0 };
    if (epoch < this.unsigned.epoch) return;
    this.unsigned.facts += 1;
    if (!opens) this.unsigned.unopened += 1;
  }

  /** Whether there are acts of which a key could still tell by whom, or could if it were there (`lost`). */
  get authors(): 'none' | 'known' | 'lost' {
    const { epoch, facts, unopened } = this.unsigned;
    if (epoch !== this.epoch || facts === 0) return 'none';
    return unopened > 0 ? 'lost' : 'known';
  }

  /** What a refusal rests on must be there for good before anybody is told no. */
  private async refuseInTurn(asked: string, refusal: Refusal, again: boolean): Promise<Answer> {
    // At the least a turn later, when it is in the list of what waits.
    await (this.seq < this.state.seq ? this.latest : null);
    this.waiting.delete(asked);
    if (this.gone) return { ok: false, ...refuse('busy') };
    return again ? { ok: false, ...refusal } : this.refuse(asked, refusal);
  }

  /** For the commits: the fact is durable. */
  tell(fact: Fact): Answer {
    if (fact.by !== null) this.waiting.delete(askedBy(fact.via ?? fact.by, fact.cmd));
    this.remember(fact);
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

  /** A fact told before, also when it is no longer at hand. */
  private factAt(seq: number): Fact | undefined {
    for (const line of this.log.since(this.stream, seq - 1)) return this.catalogue.read(this.opened(line));
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
    return this.view.seq;
  }

  /** How many commands the log answers for; as many as its facts, or one was done twice. */
  get commands(): number {
    return this.known.size + this.unowned.size;
  }

  /** The state that this audience's devices hold. Read-only for callers. */
  seen(audience: Audience): Readonly<S> {
    return this.view.fold(audience);
  }

  /** Everything, for the record and for the pages of staff. Only what is committed: wait for `settled` first. */
  whole(): Readonly<S> {
    return this.state;
  }

  settled(): Promise<void> {
    return this.commits.settle();
  }

  /** The same as JSON text. */
  snapshot(audience: Audience): { seq: number; text: string } {
    return this.view.snapshot(audience);
  }

  /** What a device that comes in lacks: facts where it holds this log's beginning, and which of its answers are gone. */
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

  /** The whole log folded again, each line held against its shape: what `cerchi verify` compares with the live state. */
  replayed(): S {
    return this.catalogue.replay(this.stored(this.seq, this.catalogue.read));
  }

  private *stored(upTo = Number.POSITIVE_INFINITY, read = this.catalogue.readSealed): Iterable<Fact> {
    for (const line of this.log.since(this.stream, 0, this.catalogue.read)) {
      if (line.seq > upTo) return;
      yield read(this.opened(line));
    }
  }
}

/** An answer belongs to who asked. */
const askedBy = (asker: string, command: string): string => `${asker} ${command}`;
