/** Tests how the sync machine folds facts from frames and answers, event by event (rules Y04–Y06). */
import { describe, expect, it } from 'vitest';
import { evolve } from '@/client/sync/frames';
import type { Fact } from '@/domain/deed';
import { packed } from '@/protocol/packed-facts';
import { AT, fact, folded, Hand, welcome } from './hand';
import { type Tiny, tiny } from './sync-world';

describe('the sync machine’s frames', () => {
  it('[Y04] facts are folded once and in order; a gap of one is asked for, and nothing of that frame is taken', () => {
    const d = new Hand().live().frame(1, [fact(1, 't1')]);
    expect(d.topics).toEqual(['t1']);
    d.frame(1, [fact(1, 't1'), fact(2, 't2')]);
    expect([d.topics, d.state.confirmed.seq]).toEqual([['t1', 't2'], 2]);
    d.frame(4, [fact(4, 't4')], { rev: 7, labels: { bruno: 'Bruno' } });
    expect(d.topics).toEqual(['t1', 't2']);
    expect(d.all('hello')).toMatchObject([{ hello: { since: 2, people: 0 } }]);
    expect(d.state.people).toEqual({});
    d.welcomed({
      seq: 4,
      facts: [fact(3, 't3'), fact(4, 't4')].map(packed),
      people: { rev: 7, labels: { bruno: 'Bruno' } },
    });
    expect([d.topics, d.state.people]).toEqual([['t1', 't2', 't3', 't4'], { bruno: 'Bruno' }]);
  });

  it('[Y04] an older name does not replace a newer one', () => {
    const d = new Hand().on({ type: 'up' });
    d.frame(1, [], { rev: 3, labels: { bruno: 'vecchio' } });
    d.welcomed({ people: { rev: 4, labels: { bruno: 'nuovo' } } });
    expect([d.state.people, d.state.peopleRev]).toEqual([{ bruno: 'nuovo' }, 4]);
  });

  it('[Y05] one’s own fact takes the place of its public form', () => {
    const d = new Hand().live({ seq: 1, facts: [packed(fact(1, 't1'))] }).ask('l1', 'like', 't1');
    const full: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const bare: Fact = { ...full, by: null, data: { topic: 't1', who: null } };
    d.answer('l1', 2, full).frame(2, [bare]);
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    expect(d.state.own).toEqual({});
  });

  it('[Y05] folded in its public form before it came in full: the whole state is asked for', () => {
    const people = { rev: 5, labels: { anna: 'Anna' } };
    const d = new Hand().live({ seq: 1, people, facts: [packed(fact(1, 't1'))] }).ask('l1', 'like', 't1');
    const full: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const bare: Fact = { ...full, by: null, data: { topic: 't1', who: null } };
    // The answer is lost; the welcome after it brings nothing yet, and the frame comes first.
    d.on({ type: 'timeout', id: 'l1' }).on({ type: 'down' }).on({ type: 'up' }).frame(2, [bare]);
    d.on({ type: 'welcome', attempt: d.attempt, welcome: welcome({ seq: 1, people }), kept: null });
    expect(d.state.redactedOwn).toEqual([2]);
    d.answer('l1', 2, full);
    expect(d.all('hello')).toMatchObject([{ hello: { since: null, people: 0 } }]);
    d.welcomed({ seq: 2, state: folded(fact(1, 't1'), full) });
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    d.on({ type: 'own', facts: [full] });
    expect(d.all('hello')).toEqual([]);
  });

  it('[Y05] a welcome keeps one’s own facts that wait for their place, and none that have had it', () => {
    const d = new Hand().live().on({ type: 'own', facts: [fact(2, 't2'), fact(3, 't3'), fact(5, 't5')] });
    d.on({ type: 'up' }).welcomed({ seq: 3, state: folded(fact(1, 't1'), fact(2, 't2'), fact(3, 't3')) });
    expect(Object.keys(d.state.own)).toEqual(['5']);
  });

  it('[Y06] a frame waits for the welcome, or the answer, that was sent before it', () => {
    const d = new Hand().on({ type: 'up' }).frame(2, [fact(2, 't2')]);
    expect(d.all('hello')).toEqual([]);
    d.welcomed({ seq: 1, facts: [packed(fact(1, 't1'))] });
    expect(d.topics).toEqual(['t1', 't2']);
    d.ask('c3')
      .frame(3, [fact(3, 'c3')])
      .frame(4, [fact(4, 't4')]);
    expect(d.topics).toEqual(['t1', 't2']);
    d.answer('c3', 3);
    expect(d.topics).toEqual(['t1', 't2', 'c3', 't4']);
  });

  it('[Y06] early frames are folded in the order of their facts', () => {
    const d = new Hand()
      .on({ type: 'up' })
      .frame(3, [fact(3, 't3')])
      .frame(2, [fact(2, 't2')]);
    d.welcomed({ seq: 1, facts: [packed(fact(1, 't1'))] });
    expect(d.all('hello')).toEqual([]);
    expect(d.topics).toEqual(['t1', 't2', 't3']);
  });

  it('[Y06] a refused answer also lets the frames through, and a new hello keeps them', () => {
    const d = new Hand()
      .live()
      .ask('c1')
      .frame(1, [fact(1, 'c1')])
      .refuse('c1', 'busy');
    expect(d.topics).toEqual(['c1']);
    d.on({ type: 'tick', tick: 'send' })
      .frame(2, [fact(2, 'c2', 'c1')])
      .on({ type: 'again' });
    expect(d.topics).toEqual(['c1']);
    d.welcomed({ seq: 1 }).on({ type: 'timeout', id: 'c1' });
    d.welcomed({ seq: 1 });
    expect(d.topics).toEqual(['c1', 'c2']);
  });
});

describe('frames beside the outbox', () => {
  it('[Y04] a fact that comes twice is folded once', () => {
    const facts = [fact(1, 't1'), fact(2, 'l1')].map((f, i): Fact => (i ? { ...f, type: 'like' } : f));
    const d = new Hand().live().frame(1, facts).frame(1, facts);
    expect(d.state.confirmed).toEqual(folded(...facts));
  });

  it('[Y04] names come in frames without facts too; the screens’ own object stays where nothing is new', () => {
    const d = new Hand().live();
    d.frame(9, [], { rev: 2, labels: { bruno: 'Bruno' } });
    expect([d.all('hello'), d.state.people, d.state.peopleRev]).toEqual([[], { bruno: 'Bruno' }, 2]);
    const { people } = d.state;
    expect(d.frame(1, [], { rev: 2, labels: { bruno: 'Bruno' } }).state.people).toBe(people);
    d.frame(1, [], { rev: 1, labels: { bruno: 'vecchio' } });
    expect([d.state.people, d.state.peopleRev]).toEqual([{ bruno: 'Bruno' }, 2]);
    d.frame(1, [], { rev: 2, labels: { carla: 'Carla' } });
    expect(d.state.people).toEqual({ bruno: 'Bruno', carla: 'Carla' });
  });

  it('[Y13] a frame that comes over a dead link is not taken', () => {
    const d = new Hand()
      .live()
      .on({ type: 'down' })
      .frame(1, [fact(1, 't1')]);
    expect([d.topics, d.effects, d.state.standing]).toEqual([[], [], { at: 'offline' }]);
  });

  it('[Y05] only own facts count as folded in their public form', () => {
    const d = new Hand().live().ask('c9');
    d.frame(1, [fact(1, 't1'), fact(2, 't2')]);
    expect(d.state.redactedOwn).toEqual([]);
    d.on({ type: 'own', facts: [fact(2, 't2')] });
    expect(d.all('hello')).toEqual([]);
  });

  it('[Y05] own facts wait for their place, each for its own; one of another log gives way', () => {
    const like = (seq: number, cmd: string): Fact => ({ ...fact(seq, 't1', cmd), type: 'like' });
    const d = new Hand().live().on({ type: 'own', facts: [like(2, 'l2'), like(4, 'l4')] });
    d.frame(1, [fact(1, 't1')]);
    expect(Object.keys(d.state.own)).toEqual(['2', '4']);
    d.frame(2, [{ ...like(2, 'other'), by: 'bruno', data: { topic: 't1', who: 'bruno' } }]);
    expect(d.state.confirmed.liked).toEqual({ bruno: ['t1'] });
    expect(Object.keys(d.state.own)).toEqual(['4']);
  });

  it('[Y06] a frame waits for any of its facts that is asked here, unless that has come in full', () => {
    const like: Fact = { ...fact(2, 't1', 'l1'), type: 'like' };
    const frame = [fact(1, 't1'), { ...like, by: null, data: { topic: 't1', who: null } }];
    const d = new Hand().live().ask('l1', 'like', 't1').frame(1, frame);
    expect(d.topics).toEqual([]);
    d.answer('l1', 2, like);
    expect(d.state.confirmed.liked).toEqual({ anna: ['t1'] });
    const e = new Hand()
      .live()
      .ask('l1', 'like', 't1')
      .on({ type: 'own', facts: [like] });
    expect(e.frame(1, frame).state.confirmed.liked).toEqual({ anna: ['t1'] });
  });
});

describe('facts that change thousands of things', () => {
  const bulk = (seq: number, topic: string): Fact => ({ ...fact(seq, topic), type: 'bulk' });
  const world = () => {
    const copied: number[] = [];
    const applied: number[] = [];
    const catalogue = {
      ...tiny,
      apply(state: Tiny, f: Fact) {
        applied.push(f.seq);
        tiny.apply(state, f);
      },
      isLarge: (type: string) => type === 'bulk',
      detached(state: Tiny, f: Fact): Tiny {
        copied.push(f.seq);
        const next = structuredClone(state);
        tiny.apply(next, { ...f, type: 'propose' });
        return next;
      },
    };
    return { rules: { catalogue, takesSeat: false }, copied, applied };
  };
  const empty = () => Object.freeze(tiny.empty());

  it('[Y04] are folded on a copy in their order, between those before and after them', () => {
    const { rules, copied, applied } = world();
    const facts = [fact(1, 't1'), fact(2, 't2'), bulk(3, 't3'), fact(4, 't4')];
    const before = empty();
    const after = evolve<Tiny>(rules, before, facts);
    expect(after).toEqual(folded(...facts.map((f) => ({ ...f, type: 'propose' }))));
    expect([copied, applied]).toEqual([[3], [1, 2, 4]]);
    expect(before).toEqual(tiny.empty());
  });

  it('[Y04] are not folded twice, nor after a gap; the state stays the same object', () => {
    const { rules, copied, applied } = world();
    const state = evolve<Tiny>(rules, empty(), [bulk(1, 't1')]);
    expect(evolve<Tiny>(rules, state, [bulk(1, 't1'), bulk(3, 't3'), fact(3, 't3'), fact(1, 't1')])).toBe(
      state,
    );
    expect(evolve<Tiny>(rules, state, [])).toBe(state);
    expect([copied, applied]).toEqual([[1], []]);
  });

  it('[Y04] are folded as any other where the stream has none such', () => {
    const state = evolve<Tiny>({ catalogue: tiny, takesSeat: false }, empty(), [
      fact(1, 't1'),
      fact(2, 't2'),
    ]);
    expect(state).toEqual(folded(fact(1, 't1'), fact(2, 't2')));
  });
});

describe('the state on the device', () => {
  it('[Y04] is saved while frames come, and at most once in four seconds', () => {
    const d = new Hand().live();
    d.on({ type: 'tick', tick: 'save' });
    const saves = (after: number, seq: number) => {
      d.now = AT + after;
      return d.frame(seq, [fact(seq, `t${seq}`)]).all('persist').length;
    };
    expect([saves(1, 1), saves(3999, 2), saves(4000, 3), saves(7999, 4), saves(8000, 5)]).toEqual([
      0, 0, 1, 0, 1,
    ]);
  });

  it('[Y04] has the names and the time of the last message, by the server’s clock', () => {
    const d = new Hand().live({ now: AT + 500, people: { rev: 3, labels: { bruno: 'Bruno' } } });
    d.now = AT + 4000;
    d.frame(1, [fact(1, 't1')]);
    expect(d.all('persist')).toEqual([
      {
        ...{ type: 'persist', what: 'last' },
        last: {
          ...{ confirmed: folded(fact(1, 't1')), people: { bruno: 'Bruno' }, rev: 3 },
          ...{ you: d.state.you, heardAt: AT + 4500 },
        },
      },
    ]);
  });
});
