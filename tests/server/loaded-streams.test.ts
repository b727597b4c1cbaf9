/** The streams that a start loads, in their order; which states are stored first; and what a check of all logs says. */
import { describe, expect, it, vi } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import * as invariants from '@/domain/gathering/invariants';
import type { Gathering } from '@/domain/gathering/state';
import { programming } from '@/domain/programming/catalogue';
import { openStore } from '@/server/database/sqlite-store';
import { Streams, type StreamRow } from '@/server/streams/streams';
import { verifyAll } from '@/server/upkeep/verify';
import { standIn } from '../stand-in';

const HOUR = 3_600_000;
const NOW = 1000 * HOUR;
const SECRET = 'of no account here, but long enough to be one';

function streamsOf(rows: [id: string, at: number | null, facts?: number, kind?: 'gathering' | 'path'][]) {
  const store = openStore(':memory:');
  const clock = { now: NOW };
  const streams = new Streams(store, SECRET, () => clock.now, store.log, 'this program');
  for (const [id, , , kind = 'gathering'] of rows)
    streams.index.file({ id, kind, code: id.toUpperCase(), path: null, demo: false });
  const last = rows.flatMap(([id, at, seq = 1]) => (at === null ? [] : [[id, { seq, at }] as const]));
  vi.spyOn(streams.log, 'lastLines').mockReturnValue(new Map(last));
  return { streams, store, clock, row: (id: string) => streams.index.byId(id) as StreamRow };
}

describe('before the port opens', () => {
  it.each<[string, Parameters<typeof streamsOf>[0], string[]]>([
    ['none', [], []],
    [
      'the newest first',
      [
        ['a', NOW - 2],
        ['b', NOW],
        ['c', NOW - 1],
      ],
      ['b', 'c', 'a'],
    ],
    [
      'a day before the newest',
      [
        ['a', NOW],
        ['b', NOW - 24 * HOUR],
        ['c', NOW - 24 * HOUR - 1],
      ],
      ['a', 'b'],
    ],
    [
      'a day before an older newest',
      [
        ['a', NOW - 99],
        ['b', NOW - 99 - 24 * HOUR],
      ],
      ['a', 'b'],
    ],
    [
      'a day before now, where a line is of the future',
      [
        ['a', NOW + 99 * HOUR],
        ['b', NOW - 24 * HOUR],
      ],
      ['a', 'b'],
    ],
    [
      'no path, and none without a fact',
      [
        ['p', NOW, 1, 'path'],
        ['a', null],
        ['b', NOW],
      ],
      ['b'],
    ],
    [
      'the newest, however long',
      [
        ['a', NOW, 20_001],
        ['b', NOW - 1, 1],
      ],
      ['a'],
    ],
    [
      'twenty thousand facts',
      [
        ['a', NOW, 15_000],
        ['b', NOW - 1, 5000],
        ['c', NOW - 2, 1],
      ],
      ['a', 'b'],
    ],
    [
      'no more than that',
      [
        ['a', NOW, 15_000],
        ['b', NOW - 1, 5001],
        ['c', NOW - 2, 1],
      ],
      ['a'],
    ],
  ])('are loaded: %s', (_, rows, loaded) => {
    const { streams, store } = streamsOf(rows);
    const seen: string[] = [];
    vi.spyOn(streams, 'readable').mockImplementation((some) => {
      seen.push(...some.map((r) => r.id));
      return [...some];
    });
    streams.loadLive();
    expect(seen).toEqual(loaded);
    store.close();
  });

  it('and then all others: paths first, then the gatherings that were written to last, in no hurry', async () => {
    const { streams, store } = streamsOf([
      ['a', NOW - 5],
      ['none', null],
      ['p', NOW - 9, 1, 'path'],
      ['b', NOW],
      ['q', null, 1, 'path'],
    ]);
    const seen: unknown[] = [];
    vi.spyOn(streams, 'ready').mockImplementation(async (row, hurried) => void seen.push([row.id, hurried]));
    const checked = vi.spyOn(streams, 'checkRest').mockResolvedValue();
    await streams.loadRest();
    expect(seen).toEqual(['p', 'q', 'b', 'a', 'none'].map((id) => [id, false]));
    expect(checked).toHaveBeenCalledTimes(1);
    store.close();
  });
});

describe('a stream', () => {
  it('is of one kind only, is counted once it is loaded, and sleeps until it is asked for', async () => {
    const { streams, store, row } = streamsOf([
      ['a', null],
      ['p', null, 1, 'path'],
    ]);
    expect(() => streams.gathering(row('p'))).toThrow(new Error('P is no gathering'));
    expect(() => streams.path(row('a'))).toThrow(new Error('A is no path'));
    expect([streams.awakeCount(), streams.live, streams.unread]).toEqual([{ gathering: 0, path: 0 }, 0, 2]);
    const a = streams.gathering(row('a'));
    expect(streams.gathering(row('a'))).toBe(a);
    expect([streams.awakeCount(), streams.live, streams.unread]).toEqual([{ gathering: 1, path: 0 }, 1, 1]);
    await streams.readyToRead(row('p'));
    expect([streams.awakeCount(), streams.live]).toEqual([{ gathering: 1, path: 1 }, 1]);
    const forgotten = vi.spyOn(streams.snapshots, 'forget');
    streams.sleep('a');
    expect([forgotten.mock.calls, streams.awakeCount()]).toEqual([[['a']], { gathering: 0, path: 1 }]);
    expect(streams.gathering(row('a'))).not.toBe(a);
    streams.drop(row('a'));
    expect([streams.index.byId('a'), streams.awakeCount().gathering]).toEqual([null, 0]);
    store.close();
  });

  it('that does not fold is set aside, and tried again after half a minute', () => {
    const { streams, store, clock, row } = streamsOf([
      ['a', null],
      ['b', null],
    ]);
    const found: unknown[] = [];
    streams.foundDamaged = (r, error) => found.push([r.id, (error as Error).message]);
    let wrong: Error | null = new Error('no such fact');
    const since = streams.log.since.bind(streams.log);
    let tries = 0;
    vi.spyOn(streams.log, 'since').mockImplementation((id, ...rest) => {
      if (id === 'a') tries += 1;
      if (id === 'a' && wrong) throw wrong;
      return since(id, ...rest);
    });
    expect(streams.readable(streams.index.all()).map((r) => r.id)).toEqual(['b']);
    expect([streams.damaged(), found, tries]).toEqual([['A'], [['a', 'no such fact']], 1]);
    expect(streams.all().map((r) => r.id)).toEqual(['b']);
    clock.now += 29_999;
    streams.damaged();
    expect(tries).toBe(1);
    clock.now += 1;
    expect([streams.damaged(), tries, found.length]).toEqual([['A'], 2, 1]);
    // A disk that does not answer is not a damaged log.
    streams.sleep('b');
    wrong = null;
    clock.now += 30_000;
    expect(streams.damaged()).toEqual([]);
    streams.sleep('a');
    wrong = Object.assign(new Error('away'), { code: 'SQLITE_BUSY' });
    expect(() => streams.stream(row('a'))).toThrow('away');
    expect([streams.damaged(), found.length]).toEqual([[], 1]);
    store.close();
  });
});

describe('a check of all logs', () => {
  type Fake = { state?: Partial<Gathering>; replayed?: object; commands?: number; throws?: unknown };
  function checked({ state = {}, replayed, commands = 4, throws }: Fake, known = ['s1']) {
    const whole = { ...gathering.empty(), ...state };
    const row = { id: 'a', code: 'A', kind: 'gathering' } as StreamRow;
    const stream = {
      replayed: () => replayed ?? whole,
      whole: () => whole,
      commands,
      seq: 4,
      authors: 'lost',
    };
    const streams = {
      all: () => [row],
      stream() {
        if (throws) throw throws;
        return stream;
      },
      gathering: () => stream,
      log: { since: () => [] },
      seats: { has: (_: string, seat: string) => known.includes(seat) },
    } as unknown as Streams;
    return verifyAll(streams)[0];
  }
  const EMPTY = { seats: 0, topics: 0, sessions: 0, interests: 0, notes: 0, reports: 0, votes: 0 };

  it('has its totals, and nothing wrong', () => {
    expect(checked({})).toEqual({ code: 'A', kind: 'gathering', facts: 4, totals: EMPTY, wrong: [] });
  });

  it('counts what stands: no session that was cancelled, no note taken back, no report unpublished', () => {
    const of = (...all: object[]) => Object.fromEntries(all.map((one, i) => [`x${i}`, one]));
    const state = {
      people: 5,
      topicOrder: ['t1', 't2'],
      sessions: of({ state: 'cancelled' }, { state: 'held' }, { state: 'planned' }),
      private: of({ interests: { t1: 1, t2: 1 } }, { interests: {} }, { interests: { t1: 1 } }),
      notes: of({ withdrawn: true }, { withdrawn: false }),
      reports: of({ publishedAt: null }, { publishedAt: 0 }, { publishedAt: 9 }),
      voting: { ...gathering.empty().voting, totals: of({ phone: 3, paper: 1 }, { phone: 2, paper: 0 }) },
    };
    // A state of so few parts does not hold them.
    standIn(invariants, { brokenInvariants: () => [] });
    const found = checked({ state: state as unknown as Partial<Gathering> });
    const totals = { seats: 5, topics: 2, sessions: 2, interests: 3, notes: 1, reports: 2, votes: 6 };
    expect([found?.facts, found?.totals]).toEqual([4, totals]);
  });

  it.each<[string, Fake, string]>([
    ['another state', { replayed: { title: 'x' } }, 'a fold of the whole log differs from the live state'],
    ['a command twice', { commands: 3 }, 'a command was done twice: two facts bear its id'],
    [
      'another fingerprint',
      { state: { frozen: { hash: 'x', upTo: 2 } } as unknown as Partial<Gathering> },
      'the record was sealed with another fingerprint: its log has been changed since',
    ],
  ])('says what is wrong: %s', (_, fake, wrong) => {
    expect(checked(fake)?.wrong).toContain(wrong);
  });

  it.each([
    [new Error('torn'), 'torn'],
    ['no error', 'no error'],
  ])('says why a log cannot be read: %s', (throws, wrong) => {
    expect(checked({ throws })).toEqual({
      code: 'A',
      kind: 'gathering',
      facts: 0,
      totals: {},
      wrong: [wrong],
    });
  });

  it('counts what stands of a path, and no table that is closed', () => {
    const of = (...all: object[]) =>
      Object.fromEntries(all.map((one, i) => [`x${i}`, { id: `x${i}`, ...one }]));
    const [stands, removed] = [{ removed: false }, { removed: true }];
    const open = { ...stands, closed: null };
    const state = {
      ...programming.empty(),
      meetings: of(stands, removed),
      codings: of(stands, stands, removed),
      needs: of(stands, stands, stands, removed),
      proposals: of(stands, stands, stands, stands, removed),
      evidence: of(stands, removed, removed),
      tables: of(open, open, { ...open, closed: 3 }, { ...open, removed: true }),
      goals: of(stands, stands, removed),
    };
    const stream = { replayed: () => state, whole: () => state, commands: 1, seq: 1 };
    const row = { id: 'p', code: 'P', kind: 'path' } as StreamRow;
    const streams = { all: () => [row], stream: () => stream, path: () => stream } as unknown as Streams;
    const [verdict] = verifyAll(streams);
    expect([verdict?.kind, verdict?.facts, verdict?.totals]).toEqual([
      'path',
      1,
      {
        meetings: 1,
        codings: 2,
        needs: 3,
        proposals: 4,
        evidence: 1,
        tables: 2,
        projects: 0,
        euro: 0,
        goals: 2,
      },
    ]);
    expect(verdict?.wrong).toContain('the path was never opened');
  });
});
