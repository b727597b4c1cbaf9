/** A device driven by hand, event by event, on the pure sync machine. */
import {
  initialState,
  type Pending,
  type SyncEffect,
  type SyncEvent,
  type SyncState,
} from '@/client/sync/state';
import { createSync } from '@/client/sync/sync';
import type { Command, Fact } from '@/domain/deed';
import { packed } from '@/protocol/packed-facts';
import type { Refused, Welcome } from '@/protocol/wire';
import { type Tiny, tiny } from './sync-world';

export const AT = 1400317200000;
type Effect<T extends SyncEffect<Tiny>['type']> = SyncEffect<Tiny> & { type: T };

/** A device driven by the test: its state, and the effects of the last event. */
export class Hand {
  state: SyncState<Tiny>;
  effects: SyncEffect<Tiny>[] = [];
  now = AT;
  private readonly sync;

  constructor(rules: { takesSeat?: boolean } = {}) {
    this.sync = createSync<Tiny>({ catalogue: tiny, takesSeat: false, ...rules });
    this.state = initialState(tiny.empty());
  }

  on(event: SyncEvent<Tiny>): this {
    [this.state, this.effects] = this.sync(this.state, event, this.now);
    return this;
  }

  all<T extends SyncEffect<Tiny>['type']>(type: T): Effect<T>[] {
    return this.effects.filter((e): e is Effect<T> => e.type === type);
  }

  get attempt(): number {
    return this.state.attempts;
  }

  /** A hello was sent; it is answered with these facts or this state. */
  welcomed(over: Partial<Welcome> = {}, kept: Pending[] = []): this {
    return this.on({
      type: 'welcome',
      attempt: this.attempt,
      welcome: welcome(over),
      kept: { unsent: kept, answered: [], refused: [] },
    });
  }

  live(over: Partial<Welcome> = {}): this {
    return this.on({ type: 'up' }).welcomed(over);
  }

  /** Live, and every answered command is proven. */
  proven(): this {
    return this.live().on({ type: 'again' }).welcomed();
  }

  ask(id: string, type = 'propose', topic = id): this {
    return this.on({ type: 'asked', command: command(id, type, topic) });
  }

  answer(id: string, seq: number, fact?: Fact): this {
    return this.on({ type: 'answered', id, answer: { ok: true, seq, ...(fact ? { fact } : {}) } });
  }

  refuse(id: string, refused: Refused['refused']): this {
    return this.on({ type: 'answered', id, answer: { ok: false, refused } });
  }

  frame(from: number, facts: Fact[], people?: Welcome['people']): this {
    return this.on({
      type: 'frame',
      frame: { stream: 's', from, facts: facts.map(packed), ...(people ? { people } : {}) },
    });
  }

  get topics(): string[] {
    return Object.keys(this.state.confirmed.topics);
  }
}

export const command = (id: string, type = 'propose', topic = id): Command => ({ id, type, ask: { topic } });
export const you = (id: string) => ({ id, role: 'participant' as const, seat: id, label: null });
export const welcome = (over: Partial<Welcome>): Welcome => ({
  ok: true,
  protocol: 2,
  stream: 's',
  kind: 'gathering',
  seq: 0,
  you: you('anna'),
  now: AT,
  people: { rev: 0, labels: {} },
  ...(over.state === undefined ? { facts: [] } : {}),
  ...over,
});
export const fact = (seq: number, topic: string, cmd = topic): Fact => ({
  seq,
  at: AT,
  type: 'propose',
  v: 1,
  by: 'anna',
  origin: 'telefono',
  cmd,
  data: { topic, who: 'anna' },
});
export const folded = (...facts: Fact[]): Tiny => {
  const state = tiny.empty();
  for (const f of facts) tiny.apply(state, f);
  return state;
};
