/** The contract of every store; each implementation passes the same tests. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { fingerprint } from '@/server/log/fingerprint';
import { type LogRow, storedLine, storedLineInTurns } from '@/server/log/log-store';
import type { StateRecord, Store, StreamRecord } from '@/server/database/store';
import { whyNoPostgres } from './postgres-cluster';
import { type Engine, engines } from './stores';

const line = (seq: number, cmd = `cmd-${seq}`, stream = 'stream-1'): LogRow => ({
  stream,
  fact: {
    seq,
    type: 'topicProposed',
    v: 1,
    at: 1400317200000 + seq,
    by: 'seat-anna',
    origin: 'telefono',
    cmd,
    data: { title: `tema ${seq}` },
  },
});
const sat = (seq: number, seat: string, stream = 'stream-1'): LogRow => {
  const { fact } = line(seq, `sit-${seat}`, stream);
  return { stream, fact: { ...fact, type: 'seatTaken', data: { seat, sector: null } } };
};
const numbers = (facts: Iterable<Fact>): number[] => [...facts].map((f) => f.seq);
const stream = (id: string, code: string, more: Partial<StreamRecord> = {}): StreamRecord => ({
  id,
  kind: 'gathering',
  code,
  path: null,
  demo: false,
  rehearsal: false,
  createdAt: 5,
  ...more,
});
const seat = (id: string, label: string, rev = 1, of = 'stream-1') => ({
  id,
  stream: of,
  label,
  recoveryHash: `hash of ${id}`,
  rev,
  createdAt: 7,
});
const account = (id: string, name: string) => ({
  id,
  name,
  role: 'planner' as const,
  passphrase: 'argon2',
  createdAt: 9,
  scope: null,
  endsAt: null,
});
const link = (hash: string, purpose: 'setup' | 'invite', expiresAt = 100.25) => ({
  hash,
  purpose,
  role: 'helper' as const,
  target: null,
  expiresAt,
  scope: 'stream-1',
  endsAt: 1e12,
});

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});
async function fresh(engine: Engine) {
  const { store, again, beside } = await engine.fresh();
  open.push(store);
  const reopened = async () => {
    open.splice(open.indexOf(store), 1);
    const found = await again();
    open.push(found);
    return found;
  };
  const reader = async () => {
    const found = await beside();
    open.push(found);
    return found;
  };
  return { store, again: reopened, reader };
}

it('runs on PostgreSQL too, where a server must be there', () => {
  if (process.env.CERCHI_TEST_POSTGRES_NEEDED) expect(whyNoPostgres).toBeNull();
});

describe.each(engines)('[S50] the log on $name', (engine) => {
  it('gives back what was appended, in order, from any number on, also to another process', async () => {
    const { store, again } = await fresh(engine);
    await store.log.append([line(1), line(2)]);
    await store.log.append([line(3)]);
    for (const { log } of [store, await again()]) {
      if (log === store.log) continue;
      expect(numbers(log.since('stream-1', 0))).toEqual([1, 2, 3]);
      expect(numbers(log.since('stream-1', 2))).toEqual([3]);
      expect([...log.since('stream-1', 2)]).toEqual([line(3).fact]);
    }
  });

  it('names the last line of each stream, by its number', async () => {
    const { store, again } = await fresh(engine);
    store.streams.add(stream('stream-1', 'AAAAAA'));
    store.streams.add(stream('stream-2', 'BBBBBB'));
    expect(store.log.lastLines()).toEqual(new Map());
    const late = line(2);
    // Its clock was ahead then.
    late.fact.at += 1_000_000;
    await store.log.append([line(1), late, line(3), line(1, 'cmd-other', 'stream-2')]);
    store.streams.add(stream('stream-3', 'CCCCCC'));
    const { log } = await again();
    expect(log.lastLines()).toEqual(
      new Map([
        ['stream-1', { seq: 3, at: 1400317200003 }],
        ['stream-2', { seq: 1, at: 1400317200001 }],
      ]),
    );
  });

  it('is read by another process while it is written, which can write nothing', async () => {
    const { store, reader } = await fresh(engine);
    store.streams.add(stream('stream-1', 'AAAAAA'));
    await store.log.append([line(1)]);
    const other = await reader();
    await store.log.append([line(2)]);
    store.seats.add(seat('seat-anna', 'Anna'));
    expect(numbers(other.log.since('stream-1', 0))).toEqual([1, 2]);
    expect(other.streams.byId('stream-1')?.code).toBe('AAAAAA');
    expect(other.seats.of('stream-1').map((s) => s.label)).toEqual(['Anna']);
    await expect(async () => other.log.append([line(3)])).rejects.toThrow();
    expect(() => other.seats.remove('stream-1', 'seat-anna')).toThrow();
    await store.log.append([line(3)]);
    expect(numbers(other.log.since('stream-1', 0))).toEqual([1, 2, 3]);
  });

  it('keeps every letter: what is signed over the log stays the same', async () => {
    const { store } = await fresh(engine);
    const { fact } = line(1);
    const data = { text: 'così — «è» 😀 \u0000 \ud800 \\ "', n: 0.1, big: 1e21, none: null };
    const whole: Fact = { ...fact, via: 'acc_1', saidAt: 1, by: '~0.xyz', data };
    await store.log.append([{ stream: 'stream-1', fact: whole }]);
    expect([...store.log.since('stream-1', 0)]).toEqual([whole]);
    expect(fingerprint(store.log, 'stream-1', 1)).toBe(fingerprint({ since: () => [whole] }, 'stream-1', 1));
  });

  it('keeps a fact of thousands of rows the same, whether its line was made at once or in several turns', async () => {
    const { store } = await fresh(engine);
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      id: `riga-${i}`,
      text: 'Perché «sì»? 👩‍🌾 \ud83d'.repeat(20),
    }));
    const [once, turns] = [line(1), line(2)].map(({ stream, fact }) => ({
      stream,
      fact: { ...fact, data: { rows } },
    }));
    if (!once || !turns) throw new Error('no lines');
    const made = await storedLineInTurns(turns.stream, turns.fact);
    expect(made).toEqual(storedLine(turns));
    await store.log.append([once, { ...turns, line: made }]);
    expect([...store.log.since('stream-1', 0)].map((f) => f.data)).toEqual([{ rows }, { rows }]);
  });

  it('reads long logs whole', async () => {
    const { store } = await fresh(engine);
    const all = Array.from({ length: 3000 }, (_, i) => line(i + 1));
    await store.log.append(all);
    expect(numbers(store.log.since('stream-1', 0))).toEqual(all.map((l) => l.fact.seq));
  });

  it('appends all lines of a batch or none', async () => {
    const { store } = await fresh(engine);
    await store.log.append([line(1)]);
    await expect(async () => store.log.append([line(2), line(1, 'cmd-3')])).rejects.toThrow();
    expect(numbers(store.log.since('stream-1', 0))).toEqual([1]);
  });

  it('a second writer on the same stream fails loudly', async () => {
    const { store } = await fresh(engine);
    await store.log.append([line(1)]);
    await expect(async () => store.log.append([line(1, 'cmd-of-another')])).rejects.toThrow();
    expect([...store.log.since('stream-1', 0)]).toEqual([line(1).fact]);
  });

  it('a line that would leave a gap is refused, and its batch with it', async () => {
    const { store } = await fresh(engine);
    await store.log.append([line(1)]);
    for (const batch of [[line(2), line(4)], [line(3)], [line(2), line(2, 'cmd-1', 'stream-2')]])
      await expect(async () => store.log.append(batch)).rejects.toThrow();
    expect(numbers(store.log.since('stream-1', 0))).toEqual([1]);
  });

  it('streams do not meddle: each has its own numbers and command ids', async () => {
    const { store } = await fresh(engine);
    await store.log.append([line(1), line(1, 'cmd-1', 'stream-2')]);
    expect(numbers(store.log.since('stream-2', 0))).toEqual([1]);
    await store.log.append([line(2)]);
    expect(numbers(store.log.since('stream-2', 0))).toEqual([1]);
  });

  it('rewrites data and authors where it is asked to, and vouches for them afterwards', async () => {
    const { store, again } = await fresh(engine);
    await store.log.append([line(1), line(2), line(3)]);
    store.log.rewrite('stream-1', new Map([[2, { title: '' }]]));
    store.log.reseal('stream-1', new Map([[3, '~1.abc']]));
    expect([...(await again()).log.since('stream-1', 0)]).toEqual([
      line(1).fact,
      { ...line(2).fact, data: { title: '' } },
      { ...line(3).fact, by: '~1.abc' },
    ]);
  });

  it('rewrites all lines or none', async () => {
    const { store } = await fresh(engine);
    await store.log.append([line(1)]);
    const lines = new Map([
      [1, { title: '' }],
      [9, { title: '' }],
    ]);
    expect(() => store.log.rewrite('stream-1', lines)).toThrow();
    expect([...store.log.since('stream-1', 0)]).toEqual([line(1).fact]);
  });
});

describe.each(engines)('[S50] stored states on $name', (engine) => {
  const state = (stream = 'stream-1', seq = 3, epoch = 0) => ({
    stream,
    seq,
    epoch,
    bytes: Buffer.from([0, 255, 10, 128, seq]),
  });
  const plain = (row: StateRecord | null) => row && { ...row, bytes: [...row.bytes] };

  it('are kept one for each stream, byte by byte, and removed', async () => {
    const { store, again, reader } = await fresh(engine);
    expect(store.states.get('stream-1')).toBeNull();
    store.states.put(state());
    store.states.put(state('stream-2'));
    store.states.put(state('stream-1', 9, 2));
    const other = await reader();
    expect(() => other.states.put(state())).toThrow();
    expect(() => other.states.remove('stream-1')).toThrow();
    const { states } = await again();
    expect(plain(states.get('stream-1'))).toEqual(plain(state('stream-1', 9, 2)));
    states.remove('stream-1');
    expect([states.get('stream-1'), plain(states.get('stream-2'))]).toEqual([null, plain(state('stream-2'))]);
  });

  it('go with what withholds, rewrites or deletes; those of other streams, and after other facts, stay', async () => {
    const { store } = await fresh(engine);
    store.streams.add(stream('stream-1', 'PROVA', { rehearsal: true }));
    store.streams.add(stream('stream-2', 'ALTRA'));
    const typed = (seq: number, type: string): LogRow => {
      const { fact } = line(seq);
      return { stream: 'stream-1', fact: { ...fact, type } };
    };
    let seq = 100;
    const kept = async (what: () => unknown) => {
      seq += 1;
      store.states.put(state('stream-1', seq));
      store.states.put(state('stream-2', seq));
      await what();
      return ['stream-1', 'stream-2'].map((of) => store.states.get(of) !== null);
    };
    expect(await kept(() => store.log.append([line(1), typed(2, 'topicRevised')]))).toEqual([true, true]);
    const withholding = ['textFlagged', 'textHidden', 'textCleared', 'seatErased', 'authorsForgotten'];
    for (const [i, type] of withholding.entries())
      expect([
        type,
        await kept(() => store.log.append([typed(3 + 2 * i, 'topicProposed'), typed(4 + 2 * i, type)])),
      ]).toEqual([type, [false, true]]);
    expect(await kept(() => store.log.rewrite('stream-1', new Map([[1, {}]])))).toEqual([false, true]);
    expect(await kept(() => store.log.reseal('stream-1', new Map([[1, '~0.x']])))).toEqual([false, true]);
    expect(await kept(() => store.throwAway('stream-1'))).toEqual([false, true]);
    expect(await kept(() => store.streams.remove('stream-2'))).toEqual([true, false]);
  });
});

describe.each(engines)('the tables beside the log on $name', (engine) => {
  it('streams are found by code and id, in the order in which they came', async () => {
    const { store, again } = await fresh(engine);
    const [later, earlier] = [stream('z', 'PRIMA'), stream('a', 'DOPO', { kind: 'path', createdAt: 1 })];
    store.streams.add(later);
    store.streams.add(earlier);
    store.streams.add(stream('c', 'VIA'));
    store.streams.remove('c');
    expect(() => store.streams.add(stream('d', 'PRIMA'))).toThrow();
    expect(() => store.streams.add(stream('z', 'ALTRO'))).toThrow();
    const { streams } = await again();
    expect(streams.all()).toEqual([later, earlier]);
    expect([streams.byCode('DOPO'), streams.byCode('VIA')]).toEqual([earlier, null]);
    expect([streams.byId('z'), streams.byId('c')]).toEqual([later, null]);
  });

  it('[E35] seats change one by one and are emptied together', async () => {
    const { store, again } = await fresh(engine);
    const [anna, bruno, carla] = [
      seat('s1', 'Anna'),
      seat('s2', 'Bruno', 2),
      seat('s3', 'Carla', 1, 'stream-2'),
    ];
    for (const row of [anna, bruno, carla, seat('s4', 'Dino', 3)]) store.seats.add(row);
    store.seats.remove('stream-1', 's4');
    store.seats.remove('stream-2', 's1');
    store.seats.change('stream-1', 's1', { label: 'Anna 😀', rev: 4, epoch: 1.5e12 });
    store.seats.change('stream-2', 's2', { label: 'nobody there' });
    const whole = { erasedAt: null, epoch: 1 };
    const moved = { ...anna, label: 'Anna 😀', rev: 4, erasedAt: null, epoch: 1.5e12 };
    const byId = (rows: { id: string }[]) => rows.sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(store.seats.of('stream-1'))).toEqual([moved, { ...bruno, ...whole }]);
    expect(store.seats.byRecovery('stream-1', 'hash of s1')).toEqual(moved);
    expect(store.seats.byRecovery('stream-2', 'hash of s1')).toBeNull();
    store.seats.emptyAll('stream-1', 50, 9);
    const empty = { label: null, recoveryHash: null, erasedAt: 50, rev: 9 };
    const { seats } = await again();
    expect(byId(seats.of('stream-1'))).toEqual([
      { ...moved, ...empty },
      { ...bruno, ...whole, ...empty },
    ]);
    expect(seats.of('stream-2')).toEqual([{ ...carla, ...whole }]);
  });

  it('accounts have names of their own', async () => {
    const { store, again } = await fresh(engine);
    expect(store.accounts.any()).toBe(false);
    store.accounts.add(account('acc_z', 'Zoe'));
    store.accounts.add({ ...account('acc_a', 'Ada'), scope: 'stream-1', endsAt: 1e12 });
    expect(() => store.accounts.add(account('acc_b', 'Zoe'))).toThrow();
    store.accounts.change('acc_z', { epoch: 2, role: 'owner', revokedAt: 11 });
    const { accounts } = await again();
    expect(accounts.any()).toBe(true);
    const zoe = { ...account('acc_z', 'Zoe'), epoch: 2, role: 'owner', revokedAt: 11 };
    const ada = { ...account('acc_a', 'Ada'), scope: 'stream-1', endsAt: 1e12, epoch: 1, revokedAt: null };
    expect(accounts.all()).toEqual([zoe, ada]);
    expect([accounts.byId('acc_a'), accounts.byName('Zoe'), accounts.byName('zoe')]).toEqual([
      ada,
      zoe,
      null,
    ]);
    expect([accounts.byId('acc_b'), accounts.byName('')]).toEqual([null, null]);
  });

  it('a link is used once', async () => {
    const { store, again } = await fresh(engine);
    for (const row of [link('h1', 'invite'), link('h2', 'setup'), link('h3', 'setup', 20)])
      store.accounts.addLink(row);
    expect(store.accounts.link('h1')).toEqual({ ...link('h1', 'invite'), usedAt: null });
    expect([1, 2].map((at) => store.accounts.spendLink('h1', at))).toEqual([true, false]);
    expect(store.accounts.spendLink('h9', 1)).toBe(false);
    store.accounts.spendLinks('setup', 3);
    store.accounts.dropLinks(50);
    const { accounts } = await again();
    expect(['h1', 'h2', 'h3'].map((h) => accounts.link(h)?.usedAt)).toEqual([1, 3, undefined]);
  });

  it('an entry that is ended stays so, and nobody ends another’s', async () => {
    const { store, again } = await fresh(engine);
    const entry = (id: string, of: string, at: number) => ({
      id,
      account: of,
      device: 'Firefox',
      at,
      endedAt: null,
    });
    for (const row of [
      entry('e1', 'a', 1),
      entry('e2', 'a', 2),
      entry('e3', 'a', 1788196997350.9077),
      entry('e4', 'b', 4),
    ])
      store.accounts.addEntry(row);
    store.accounts.endEntry('a', 'e4', 10);
    store.accounts.endEntry('a', 'e1', 10);
    store.accounts.endEntry('a', 'e0', 11);
    store.accounts.endEntries('a', 12, 'e3');
    expect(store.accounts.openEntries('a')).toEqual([entry('e3', 'a', 1788196997350.9077)]);
    expect(store.accounts.entry('e0')).toEqual({ id: 'e0', account: 'a', device: '', at: 11, endedAt: 11 });
    store.accounts.dropEntries(2);
    const { accounts } = await again();
    expect(['e1', 'e2', 'e3', 'e4'].map((id) => accounts.entry(id)?.endedAt)).toEqual([
      undefined,
      12,
      null,
      null,
    ]);
  });

  it('the trail keeps its order, and what is dropped is only of that kind and time', async () => {
    const { store, again } = await fresh(engine);
    const note = (at: number, what: string) => ({ at, who: 'acc_1', what, about: 'così' });
    for (const one of [note(9.5, 'signed_in'), note(1, 'refused'), note(5, 'refused'), note(2, 'hidden')])
      store.audit.add(one);
    store.audit.drop('refused', 5);
    const { audit } = await again();
    expect(audit.all().map(({ id: _, ...rest }) => rest)).toEqual([
      note(9.5, 'signed_in'),
      note(5, 'refused'),
      note(2, 'hidden'),
    ]);
    const ids = audit.all().map((l) => l.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('settings are set again, added once, removed alone', async () => {
    const { store, again } = await fresh(engine);
    store.settings.set('days', '90');
    store.settings.set('days', '91');
    store.settings.add('text.it.1', 'uno');
    store.settings.add('text.it.2', '');
    expect(() => store.settings.add('text.it.1', 'altro')).toThrow();
    store.settings.set('text.it.11', 'undici');
    for (const key of ['text.it.11', 'text', 'text%']) store.settings.remove(key);
    const { settings } = await again();
    expect([settings.get('days'), settings.get('text.it.2'), settings.get('text')]).toEqual(['91', '', null]);
    expect(settings.startingWith('text.').sort((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'text.it.1', value: 'uno' },
      { key: 'text.it.2', value: '' },
    ]);
  });
});

describe.each(engines)('the whole store on $name', (engine) => {
  it('[S50] throws a rehearsal away whole, and nothing else', async () => {
    const { store, again } = await fresh(engine);
    store.streams.add(stream('real', 'VERO'));
    store.streams.add(stream('practice', 'PROVA', { rehearsal: true }));
    for (const id of ['real', 'practice']) {
      store.seats.add(seat(`seat-${id}`, 'Anna', 1, id));
      await store.log.append([line(1, 'cmd-1', id)]);
    }
    expect(() => store.throwAway('real')).toThrow(/append-only/);
    store.throwAway('practice');
    const found = await again();
    expect(found.streams.all().map((s) => s.code)).toEqual(['VERO']);
    expect(['real', 'practice'].map((of) => numbers(found.log.since(of, 0)))).toEqual([[1], []]);
    expect([found.seats.of('real').length, found.seats.of('practice').length]).toEqual([1, 0]);
  });

  it('drops what was written a moment before a fact that never came', async () => {
    const { store } = await fresh(engine);
    store.streams.add(stream('stream-1', 'VERO'));
    store.streams.add(stream('stream-2', 'NULLA'));
    store.seats.add(seat('s1', 'Anna'));
    store.seats.add(seat('s2', 'Bruno', 2));
    await store.log.append([line(1), sat(2, 's1')]);
    store.dropUnfinished();
    expect(store.streams.all().map((s) => s.code)).toEqual(['VERO']);
    expect(store.seats.of('stream-1').map((s) => s.id)).toEqual(['s1']);
  });

  it('bears witness to its latest moment, and notices writes', async () => {
    const { store } = await fresh(engine);
    expect(store.lastWritten()).toBe(0);
    let before = store.changes();
    store.settings.set('a', 'b');
    expect(store.changes()).toBeGreaterThan(before);
    before = store.changes();
    expect(store.changes()).toBe(before);
    await store.log.append([line(1)]);
    expect(store.changes()).toBeGreaterThan(before);
    expect(store.lastWritten()).toBe(line(1).fact.at);
    store.audit.add({ at: 2e12, who: '', what: '', about: '' });
    expect(store.lastWritten()).toBe(2e12);
    store.scrub();
    expect(numbers(store.log.since('stream-1', 0))).toEqual([1]);
  });
});
