/** A room holds one stream: it decides, commits, and only then answers and announces. The only writer. */
import type { Actor, Catalogue, Command, Fact, Kept, Look } from '@/domain/deed';
import { isRefusal, refuse } from '@/domain/refusal';
import type { Answer } from '@/protocol/wire';
import type { Commits } from './commits';
import type { LogStore } from './log';

export type Audience = 'public' | 'staff';
export const AUDIENCES: readonly Audience[] = ['public', 'staff'];

/** What a room says to the outside, after the commit. */
export type Listener = {
  /** Committed facts, in order; the text of each as one audience sees it. */
  told(facts: readonly Fact[], texts: Record<Audience, readonly string[]>): void;
  /** The disk refused: nothing was told, the room is gone and will be woken from the log. */
  lost(error: unknown): void;
};

/** Facts kept at hand for phones that come back; further back they take the whole state. */
const TAIL = 2000;

export class Room<S extends Kept> {
  /** May run ahead of the commit in flight; never leaves the room as it is. */
  private readonly state: S;
  /** What each audience has been told, folded: exactly what their devices hold. */
  private readonly folds: Record<Audience, S>;
  private readonly known = new Map<string, number>();
  private readonly waiting = new Map<string, Promise<Answer>>();
  private readonly snapshots: Partial<Record<Audience, { seq: number; text: string }>> = {};
  private tail: Fact[] = [];
  private committed = 0;
  private gone = false;
  touched = Date.now();

  constructor(
    readonly stream: string,
    readonly catalogue: Catalogue<S>,
    private readonly log: LogStore,
    private readonly commits: Commits,
    private readonly listener: Listener,
    private readonly clock: () => number,
    private readonly look?: Look,
  ) {
    const facts: Fact[] = [];
    for (const stored of log.since(stream, 0)) {
      const fact = catalogue.read(stored);
      if (fact.seq !== facts.length + 1) throw new Error(`${stream}: fact ${facts.length + 1} is missing`);
      facts.push(fact);
      this.known.set(fact.cmd, fact.seq);
    }
    this.state = catalogue.replay(facts);
    this.folds = { public: this.foldFor('public', facts), staff: this.foldFor('staff', facts) };
    this.committed = facts.length;
    this.tail = facts.slice(-TAIL);
  }

  /** Every fact as the whole state now lets this audience see it, so late hidings reach early facts. */
  private foldFor(audience: Audience, facts: readonly Fact[]): S {
    const fold = this.catalogue.empty();
    for (const fact of facts)
      this.catalogue.apply(fold, copy(this.catalogue.seenBy({ kind: audience }, this.state, fact)));
    return fold;
  }

  /** Synchronous up to the commit, so two askers never interleave. `at` only for paper and demonstrations. */
  submit(command: Command, actor: Actor, at = this.clock()): Promise<Answer> {
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
    const draft = this.catalogue.decide(this.state, command, actor, at, this.look);
    if (isRefusal(draft)) return Promise.resolve({ ok: false, ...draft });
    const fact: Fact = { ...draft, seq: this.state.seq + 1 };
    this.catalogue.apply(this.state, fact);
    const answer = this.commits.add({ ...fact, stream: this.stream }).then(
      () => this.tell(fact),
      (e: unknown) => this.lose(e),
    );
    this.waiting.set(command.id, answer);
    return answer;
  }

  private tell(fact: Fact): Answer {
    this.waiting.delete(fact.cmd);
    this.known.set(fact.cmd, fact.seq);
    this.committed = fact.seq;
    this.tail.push(fact);
    if (this.tail.length > TAIL * 2) this.tail = this.tail.slice(-TAIL);
    const texts = { public: [] as string[], staff: [] as string[] };
    for (const audience of AUDIENCES) {
      const text = JSON.stringify(this.catalogue.seenBy({ kind: audience }, this.state, fact));
      texts[audience].push(text);
      this.catalogue.apply(this.folds[audience], JSON.parse(text) as Fact);
    }
    this.listener.told([fact], texts);
    return this.answerTo(fact.seq, fact);
  }

  private answerTo(seq: number, fact?: Fact): Answer {
    if (!fact || this.catalogue.seenBy({ kind: 'public' }, this.state, fact) === fact)
      return { ok: true, seq };
    return { ok: true, seq, fact };
  }

  /** A fact told before, also when it is no longer at hand. */
  private factAt(seq: number): Fact | undefined {
    for (const fact of this.log.since(this.stream, seq - 1)) return this.catalogue.read(fact);
    return undefined;
  }

  private lose(error: unknown): Answer {
    if (!this.gone) {
      this.gone = true;
      this.listener.lost(error);
    }
    return { ok: false, ...refuse('busy') };
  }

  get seq(): number {
    return this.committed;
  }

  /** The audience's fold; callers read, never write. */
  seen(audience: Audience): Readonly<S> {
    return this.folds[audience];
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
    const made = { seq: this.committed, text: JSON.stringify(this.folds[audience]) };
    this.snapshots[audience] = made;
    return made;
  }

  /** Facts after `seq` as this reader may see them now, or null when it is too far back. */
  since(seq: number, audience: Audience, seat: string | null): Fact[] | null {
    if (seq > this.committed) return null;
    const first = this.tail[0]?.seq ?? this.committed + 1;
    if (seq + 1 < first && seq !== this.committed) return null;
    return this.tail
      .slice(Math.max(0, seq + 1 - first))
      .map((f) =>
        this.catalogue.seenBy(
          audience === 'staff' ? { kind: 'staff' } : { kind: 'public', seat },
          this.state,
          f,
        ),
      );
  }

  /** Lifts the whole log again and compares: what `cerchi verify` calls live = replay. */
  replayed(): S {
    return this.catalogue.replay([...this.log.since(this.stream, 0)].map((f) => this.catalogue.read(f)));
  }
}

const copy = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;
