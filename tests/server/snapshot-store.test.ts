/** Snapshots for many late devices: how long one is given again, how long it can be fetched, and what drops it. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SnapshotStore } from '@/server/streams/snapshot-store';
import { restAfter } from '@/server/streams/work-share';

function shelf() {
  const clock = { now: 0 };
  const store = new SnapshotStore(() => clock.now);
  let made = 0;
  const ask = (stream = 's1', audience: 'public' | 'staff' = 'public', key?: string) => {
    const make = () => {
      made += 1;
      return { seq: made, rev: made * 10, text: `${stream} ${audience} ${made} `.repeat(20) };
    };
    return store.recent(stream, audience, make, key);
  };
  return { clock, store, ask, made: () => made };
}
const fetchable = (store: SnapshotStore, key: string) => store.body(key, 'identity') !== null;

describe('a snapshot', () => {
  it('is given again for two seconds, of one stream to one audience', () => {
    const { clock, store, ask, made } = shelf();
    expect(store.reusable('s1', 'public')).toBeNull();
    const first = ask();
    expect(first).toMatchObject({ seq: 1, rev: 10 });
    expect(first.key).toHaveLength(24);
    clock.now = 1999;
    expect([ask(), store.reusable('s1', 'public')]).toEqual([first, first]);
    expect([ask('s1', 'staff').seq, ask('s2').seq, made()]).toEqual([2, 3, 3]);
    clock.now = 2000;
    expect(store.reusable('s1', 'public')).toBeNull();
    const next = ask();
    expect(next.seq).toBe(4);
    expect(next.key).not.toBe(first.key);
  });

  it('can be fetched for a minute, and longer while nobody asks for another', () => {
    const { clock, store, ask } = shelf();
    const { key } = ask();
    clock.now = 60_000;
    ask('s2');
    expect(fetchable(store, key)).toBe(true);
    clock.now = 60_001;
    expect(fetchable(store, key)).toBe(true);
    const { key: third } = ask('s3');
    expect([fetchable(store, key), fetchable(store, third)]).toEqual([false, true]);
  });

  it('is one of forty at most; the oldest is dropped first', () => {
    const { store, ask } = shelf();
    const keys = Array.from({ length: 42 }, (_, n) => ask(`s${n}`).key);
    expect(keys.map((key) => fetchable(store, key))).toEqual(keys.map((_, n) => n >= 2));
  });

  it('is found by its key for its own stream and audience', () => {
    const { store, ask } = shelf();
    const made = ask();
    expect(store.named(made.key, 's1', 'public')).toBe(made);
    expect([
      store.named(made.key, 's1', 'staff'),
      store.named(made.key, 's2', 'public'),
      store.named('other', 's1', 'public'),
    ]).toEqual([null, null, null]);
  });

  it('is gone for every audience once something of its stream is withheld', () => {
    const { store, ask } = shelf();
    const [own, staff, other] = [ask(), ask('s1', 'staff'), ask('s12')];
    expect(store.forgotten('s1')).toBe(0);
    store.forget('s1');
    store.forget('s1');
    expect([store.forgotten('s1'), store.forgotten('s12')]).toEqual([2, 0]);
    expect([own, staff, other].map(({ key }) => fetchable(store, key))).toEqual([false, false, true]);
    expect([store.reusable('s1', 'public'), store.reusable('s1', 'staff')]).toEqual([null, null]);
    expect(store.reusable('s12', 'public')).toBe(other);
  });

  it('is compressed once in each way that devices ask for', async () => {
    const { store, ask } = shelf();
    const { key } = ask();
    const text = 's1 public 1 '.repeat(20);
    const [br, gzip, plain] = (['br', 'gzip', 'identity'] as const).map((way) => store.body(key, way));
    expect(String(brotliDecompressSync((await br) as Buffer))).toBe(text);
    expect(String(gunzipSync((await gzip) as Buffer))).toBe(text);
    expect(String(await plain)).toBe(text);
    expect(store.body(key, 'br')).toBe(br);
    expect(store.body(key, 'gzip')).toBe(gzip);
    expect(store.body('other', 'br')).toBeNull();
  });
});

describe('a snapshot that is only named', () => {
  function named() {
    const given = shelf();
    const name = (stream = 's1') =>
      given.store.keyAhead(stream, 'public', async (key) => {
        await null;
        return given.ask(stream, 'public', key);
      });
    return { ...given, name };
  }

  it('is made once somebody asks for it, and once for all', async () => {
    const { store, name, made, clock } = named();
    const key = name();
    clock.now = 1999;
    expect([name(), made(), fetchable(store, key)]).toEqual([key, 0, false]);
    await Promise.all([store.made(key), store.made(key), store.made('other')]);
    expect([made(), fetchable(store, key), store.named(key, 's1', 'public')?.seq]).toEqual([1, true, 1]);
    expect([store.reusable('s1', 'public')?.key, name()]).toEqual([key, key]);
    await store.made(key);
    expect(made()).toBe(1);
  });

  it('is the recent one where there is one', () => {
    const { ask, name, clock } = named();
    const { key } = ask();
    clock.now = 1999;
    expect(name()).toBe(key);
    clock.now = 2000;
    expect(name()).not.toBe(key);
  });

  it('takes a recent one that was made since, and has its bytes', async () => {
    const { store, ask, name, made } = named();
    const key = name();
    const recent = ask();
    await store.made(key);
    expect([made(), store.named(key, 's1', 'public')?.seq]).toEqual([1, recent.seq]);
    expect(store.body(key, 'br')).toBe(store.body(recent.key, 'br'));
  });

  it('can be asked for within a minute, and is one of forty at most', async () => {
    const { store, name, clock, made } = named();
    const old = name();
    clock.now = 60_001;
    await store.made(old);
    expect(made()).toBe(0);
    const keys = Array.from({ length: 42 }, (_, n) => name(`s${n + 2}`));
    for (const key of keys) await store.made(key);
    expect(keys.map((key) => fetchable(store, key))).toEqual(keys.map((_, n) => n >= 2));
  });

  it('is gone once something of its stream is withheld, unless it is made after that', async () => {
    const { store, name } = named();
    const [before, other] = [name(), store.keyAhead('s12', 'public', () => Promise.reject(new Error('no')))];
    store.forget('s1');
    const after = name();
    expect(after).not.toBe(before);
    const making = store.made(after);
    store.forget('s1');
    await Promise.all([making, store.made(before), store.made(other)]);
    expect([before, after, other].map((key) => fetchable(store, key))).toEqual([false, true, false]);
  });

  it('is not given where it was made before something was withheld', async () => {
    const { store, ask } = shelf();
    const key = store.keyAhead('s1', 'public', async () => {
      const made = ask();
      store.forget('s1');
      return made;
    });
    await store.made(key);
    expect([fetchable(store, key), store.named(key, 's1', 'public')]).toEqual([false, null]);
  });
});

describe('the rest after work', () => {
  it.each([
    [0, 100],
    [24, 100],
    [26, 104],
    [250, 1000],
    [251, 1000],
  ])('is as many parts of it as its share says, between the least and the most: %i ms', (took, rest) => {
    expect(restAfter(took, { parts: 4, least: 100, most: 1000 })).toBe(rest);
  });
});
