/** What the room tells, folded in the order of its numbers whatever order its messages come in. */
import { produce } from 'immer';
import type { Fact, StreamState } from '@/domain/deed';
import type { Frame, Labels } from '@/protocol/wire';
import type { Connection } from './connection';
import type { ViewStore, StoreOptions } from './view-store';

/** A frame whose facts are whole. */
type Heard = { from: number; facts: Fact[]; people: Frame['people'] };

/** The same object when nobody is called anything new: whoever draws names need not draw them again. */
export const named = (known: Labels, told: Labels = {}): Labels =>
  Object.keys(told).some((id) => known[id] !== told[id]) ? { ...known, ...told } : known;

export class Inbox<S extends StreamState> {
  private readonly own = new Map<number, Fact>();
  /** Facts of one's own that were folded as others see them. */
  private readonly poorer = new Set<number>();
  /** Frames that came before what they follow: a welcome, or the answer to a command they tell of. */
  private early: Heard[] = [];

  constructor(
    private readonly o: StoreOptions<S>,
    private readonly board: ViewStore<S>,
    private readonly line: Connection<S>,
    private readonly hooks: {
      /** Sent, and not yet answered. */
      flying: (command: string) => boolean;
      folded: () => void;
    },
  ) {}

  evolve(state: S, facts: readonly Fact[]): S {
    return produce(state, (draft) => {
      for (const fact of facts) if (fact.seq === draft.seq + 1) this.o.catalogue.apply(draft as S, fact);
    });
  }

  /** Messages may come together, their promises a moment later: a frame waits for what was sent before it. */
  hear(frame: Heard): void {
    const waits =
      this.line.entering ||
      this.early.length > 0 ||
      frame.facts.some((f) => this.hooks.flying(f.cmd) && !this.own.has(f.seq));
    if (waits) this.early.push(frame);
    else this.fold(frame);
  }

  hearEarly(): void {
    for (const frame of this.early.splice(0)) this.hear(frame);
  }

  /** The link is gone, and with it what it still had to say. */
  dropped(): void {
    this.early = [];
  }

  /** A welcome has told everything up to here, one's own in full. */
  caughtUp(seq: number): void {
    this.forgetOwn(seq);
    this.poorer.clear();
  }

  private forgetOwn(upTo: number): void {
    for (const seq of this.own.keys()) if (seq <= upTo) this.own.delete(seq);
  }

  private fold(frame: Heard): void {
    const { link, people: known, confirmed, outbox } = this.board.shown;
    if (link !== 'live') return;
    const people = named(known, frame.people?.labels);
    if (frame.people) this.line.peopleRev = frame.people.rev;
    if (frame.facts.length > 0 && frame.from > confirmed.seq + 1) return void this.line.enter();
    const asked = new Set(outbox.map((p) => p.command.id));
    const facts = frame.facts.map((f) => {
      const mine = this.own.get(f.seq);
      if (mine?.cmd === f.cmd) return mine;
      if (asked.has(f.cmd)) this.poorer.add(f.seq);
      return f;
    });
    const next = this.evolve(confirmed, facts);
    this.forgetOwn(next.seq);
    this.board.show({ confirmed: next, people });
    this.hooks.folded();
  }

  /** Keeps one's own fact for its place in the frames; if that has gone by without it, the whole state is asked for. */
  hold(fact: Fact): void {
    if (fact.seq > this.board.shown.confirmed.seq) {
      this.own.set(fact.seq, fact);
      return;
    }
    if (!this.poorer.has(fact.seq)) return;
    this.board.show({ ready: false });
    void this.line.enter();
  }
}
