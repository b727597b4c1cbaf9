/** A room holds one stream: it decides, commits, and only then answers and lets it be told. The only writer. */
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Command, Fact, StreamState, Lookup } from '@/domain/deed';
import { isRefusal, type Refusal, refuse } from '@/domain/refusal';
import type { Answer, Hello, Welcome } from '@/protocol/wire';
import type { Ledger } from '../log/group-commit';
import type { LogStore } from '../log/log-store';
import { type Audience, AudienceView, type Texts } from './audience-view';

/** What a room says to the outside, after the commit. */
export type Listener = {
  /** Whether anybody of this audience is there to be told. */
  hears(audience: Audience): boolean;
  /** A committed fact, in its order. */
  told(fact: Fact, texts: Texts): void;
  /** The disk refused: nothing was told, the room is gone and will be woken from the log. */
  lost(error: unknown): void;
};

/** How many noes are remembered, for who asks again on another connection. */
const REFUSED = 2000;

export class Stream<S extends StreamState> {
  /** May run ahead of the commit in flight; never leaves the room as it is. */
  private readonly state: S;
  private readonly view: AudienceView<S>;
  /** By command: the number of its fact. */
  private readonly known = new Map<string, number>();
  private readonly waiting = new Map<string, Promise<Answer>>();
  private readonly refused = new Map<string, Answer>();
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
    private readonly look?: Lookup,
  ) {
    this.state = catalogue.empty();
    this.view = new AudienceView(catalogue, this.state, (upTo) => this.stored(upTo));
    for (const fact of this.stored()) {
      if (fact.seq !== this.seq + 1) throw new Error(`${stream}: fact ${this.seq + 1} is missing`);
      catalogue.apply(this.state, fact);
      this.view.wake(fact);
      this.known.set(fact.cmd, fact.seq);
    }
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
    this.catalogue.apply(this.state, fact);
    const answer = this.commits.add(this.stream, fact, this);
    this.waiting.set(command.id, answer);
    this.latest = answer;
    return answer;
  }

  /** What a refusal rests on must be there for good before anybody is told no. */
  private async refuseInTurn(id: string, refusal: Refusal, again: boolean): Promise<Answer> {
    // At the least a turn later, when it is in the list of what waits.
    await (this.seq < this.state.seq ? this.latest : null);
    this.waiting.delete(id);
    if (this.gone) return { ok: false, ...refuse('busy') };
    return again ? { ok: false, ...refusal } : this.refuse(id, refusal);
  }

  /** For the commits: the fact is durable. */
  tell(fact: Fact): Answer {
    this.waiting.delete(fact.cmd);
    this.known.set(fact.cmd, fact.seq);
    const { texts, forAll } = this.view.tell(fact, (audience) => this.listener.hears(audience));
    this.listener.told(fact, texts);
    return this.answerTo(fact.seq, fact, forAll);
  }

  private answerTo(
    seq: number,
    fact?: Fact,
    forAll = fact && this.view.seenBy({ kind: 'public' }, fact),
  ): Answer {
    return fact && forAll !== fact ? { ok: true, seq, fact } : { ok: true, seq };
  }

  /** Who was told no is not done to later, when an old connection's last words arrive. */
  private refuse(id: string, refusal: Refusal): Answer {
    const answer: Answer = { ok: false, ...refusal };
    this.refused.set(id, answer);
    for (const old of this.refused.keys()) {
      if (this.refused.size <= REFUSED) break;
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
    return this.view.seq;
  }

  /** How many commands the log answers for; as many as its facts, or one was done twice. */
  get commands(): number {
    return this.known.size;
  }

  /** What this audience's devices hold; callers read, never write. */
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
  ): Pick<Welcome, 'parted' | 'missing'> & { facts: string[] | null } {
    const { since, chain, answered } = hello;
    const parted = since !== null && chain !== undefined && this.view.parted(since, chain);
    return {
      facts: since === null || parted ? null : this.since(since, audience, seat),
      ...(parted ? { parted } : {}),
      ...(answered.length > 0 ? { missing: answered.filter((id) => !this.known.has(id)) } : {}),
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
    for (const fact of this.log.since(this.stream, 0, this.catalogue.read)) {
      if (fact.seq > upTo) return;
      yield read(fact);
    }
  }
}
