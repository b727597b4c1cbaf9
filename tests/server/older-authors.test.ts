/** The authors of older logs: which lines lose theirs, which checks and fingerprints follow, and how far an upgrade came. */
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '@/domain/deed';
import { AuthorKeys } from '@/server/log/author-keys';
import { upgradeAuthors } from '@/server/log/author-upgrade';
import { fingerprint } from '@/server/log/fingerprint';
import { sealOf } from '@/server/log/log-store';

type Line = { type: string; by?: string; via?: string | null; origin?: Fact['origin']; data?: unknown };
type Stored = {
  seq: number;
  type: string;
  v: number;
  at: number;
  by: string;
  via: string | null;
  origin: Fact['origin'];
  said_at: number | null;
  cmd: string;
  data: string;
  seal?: number | null;
};

const open: Database.Database[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

/** A database of before; its facts refuse to change outside of maintenance. `checks`: each line has one of its own. */
function older(lines: readonly Line[], { checks = true, kind = 'gathering', without = '' } = {}) {
  const client = new Database(':memory:');
  open.push(client);
  const tables = {
    settings: 'CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
    streams: 'CREATE TABLE streams (id TEXT, code TEXT, kind TEXT)',
    facts: `CREATE TABLE facts (stream TEXT, seq INTEGER, type TEXT, v INTEGER, at INTEGER, "by" TEXT, via TEXT, origin TEXT, said_at INTEGER, cmd TEXT, data TEXT${checks ? ', seal INTEGER' : ''})`,
  };
  client.exec('CREATE TABLE audit (at INTEGER, who TEXT, what TEXT, about TEXT)');
  for (const [name, made] of Object.entries(tables)) if (name !== without) client.exec(made);
  if (without !== '') return client;
  client.exec(
    "CREATE TRIGGER fixed BEFORE UPDATE ON facts WHEN (SELECT value FROM settings WHERE key = 'maintenance') IS NOT 'open' BEGIN SELECT RAISE(ABORT, 'a log does not change'); END",
  );
  client.prepare('INSERT INTO streams VALUES (?, ?, ?)').run('s1', 'PROVA', kind);
  lines.forEach(({ type, by = 'anna', via = null, origin = 'ufficio', data = {} }, i) => {
    const json = typeof data === 'string' ? data : JSON.stringify(data);
    const said = i % 2 === 0 ? null : 900 + i;
    const columns = [i + 1, type, 1, 1000 + i, by, via, origin, said, `cmd-${i + 1}`, json] as const;
    const seal = checks ? [sealOf('s1', [...columns])] : [];
    const marks = ['s1', ...columns, ...seal].map(() => '?').join(', ');
    client.prepare(`INSERT INTO facts VALUES (${marks})`).run('s1', ...columns, ...seal);
  });
  return client;
}

const factsIn = (client: Database.Database): Stored[] =>
  (client.prepare('SELECT * FROM facts ORDER BY seq').all() as (Stored & { stream: string })[]).map(
    ({ stream: _, ...line }) => line,
  );
const settingsIn = (client: Database.Database) => client.prepare('SELECT key, value FROM settings').all();
const trailIn = (client: Database.Database) => client.prepare('SELECT * FROM audit').all();
const printOf = (client: Database.Database, upTo: number): string =>
  fingerprint(
    {
      since: () =>
        factsIn(client).map(
          ({ said_at, data, via, seal: _, ...f }): Fact => ({
            ...f,
            ...(via === null ? {} : { via }),
            ...(said_at === null ? {} : { saidAt: said_at }),
            data: JSON.parse(data) as unknown,
          }),
        ),
    },
    's1',
    upTo,
  );
const sealed = (l: Stored) =>
  sealOf('s1', [l.seq, l.type, l.v, l.at, l.by, l.via, l.origin, l.said_at, l.cmd, l.data]);

const DAY: Line[] = [
  { type: 'noteWritten', data: { note: 'n1', anonymous: true } },
  { type: 'noteWritten', data: { note: 'n2', anonymous: false } },
  { type: 'noteRevised', data: { note: 'n1' } },
  { type: 'noteRevised', data: { note: 'n2', anonymous: true } },
  { type: 'noteWithdrawn', data: { note: 'n1' } },
  { type: 'noteRestored', data: { note: 'n1' } },
  { type: 'noteWithdrawn', data: { note: 'n2' } },
  { type: 'noteRevised', data: '{' },
  { type: 'topicProposed', data: { note: 'n1' } },
  { type: 'moved', via: 'chi-aiuta', origin: 'carta' },
  { type: 'interestMarked', origin: 'simulata' },
  { type: 'dotsPlaced', by: 'bea' },
  { type: 'wordSaid', via: 'chi-aiuta', origin: 'telefono' },
  { type: 'textFlagged' },
  { type: 'textHidden', via: 'chi-aiuta' },
  { type: 'moved', by: '~0.x', via: 'chi-aiuta' },
];
const LOST = [1, 3, 5, 6, 8, 10, 11, 12, 13, 14];

describe('the authors of an older log', () => {
  it.each([true, false])('are encrypted where nobody may know them; checks: %s', (checks) => {
    const client = older(DAY, { checks });
    const before = factsIn(client);
    const keys = new AuthorKeys(null);
    expect(upgradeAuthors(client, keys, 7)).toBe(LOST.length);
    const origins: Record<number, string> = { 10: 'carta', 11: 'simulata' };
    const now = factsIn(client);
    expect(
      now.map((l) => (LOST.includes(l.seq) ? { ...l, author: keys.open('s1', l.seq, l.by) } : l)),
    ).toEqual(
      before.map((l, i) => {
        const { by, via, seq } = l;
        if (!LOST.includes(seq)) return l;
        const line = { ...l, by: now[i]?.by ?? '', via: null, origin: origins[seq] ?? 'telefono' } as Stored;
        const author = via === null ? { by } : { by, via };
        return { ...line, ...(checks ? { seal: sealed(line) } : {}), author };
      }),
    );
    expect(now.filter((l) => l.by.startsWith('~0.')).map((l) => l.seq)).toEqual([...LOST, 16]);
    expect(settingsIn(client)).toEqual([{ key: 'authors', value: 'swept' }]);
    expect(trailIn(client)).toEqual([]);
  });

  it('leave a check that failed failing, and a line without one as it is', () => {
    const client = older([{ type: 'moved' }, { type: 'moved' }, { type: 'moved' }]);
    client.exec("INSERT INTO settings VALUES ('maintenance', 'open')");
    client.exec('UPDATE facts SET seal = 5 WHERE seq = 1');
    client.exec('UPDATE facts SET seal = NULL WHERE seq = 2');
    client.exec('DELETE FROM settings');
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(3);
    const now = factsIn(client);
    const last = now[2] as Stored;
    expect(now.map((l) => l.seal)).toEqual([5, null, sealed(last)]);
  });

  it.each(['path', 'other'])('stay in a log of another kind: %s', (kind) => {
    const client = older([{ type: 'moved' }], { kind });
    const before = factsIn(client);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(0);
    expect(factsIn(client)).toEqual(before);
    expect(settingsIn(client)).toEqual([{ key: 'authors', value: 'swept' }]);
  });

  it.each(['facts', 'settings', 'streams'])('are none in a file that has no table of %s', (without) => {
    const client = older([], { without });
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(0);
    if (without !== 'settings') expect(settingsIn(client)).toEqual([]);
  });
});

describe('an upgrade of authors', () => {
  const EMPTIED = [
    'secure_delete = ON',
    'temp_store = MEMORY',
    'wal_checkpoint(TRUNCATE)',
    'VACUUM',
    'wal_checkpoint(TRUNCATE)',
  ];
  it.each([
    ['has not begun, and there is something to rewrite', undefined, 'moved', 1, EMPTIED, true],
    ['has not begun, and there is nothing', undefined, 'topicProposed', 0, [], false],
    ['rewrote all lines and was interrupted', 'sealed', 'moved', 0, EMPTIED, false],
    ['is done', 'swept', 'moved', 0, [], false],
  ])('that %s', (_, reached, type, rewritten, swept, changed) => {
    const client = older([{ type }]);
    if (reached) client.prepare('INSERT INTO settings VALUES (?, ?)').run('authors', reached);
    const before = factsIn(client);
    const did: string[] = [];
    const [pragma, exec] = [client.pragma.bind(client), client.exec.bind(client)];
    vi.spyOn(client, 'pragma').mockImplementation((what) => {
      did.push(what);
      return pragma(what);
    });
    vi.spyOn(client, 'exec').mockImplementation((what) => {
      if (!what.includes('settings')) did.push(what);
      return exec(what);
    });
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(rewritten);
    expect(did).toEqual(swept);
    expect(JSON.stringify(factsIn(client)) !== JSON.stringify(before)).toBe(changed);
    expect(settingsIn(client)).toEqual([{ key: 'authors', value: 'swept' }]);
  });

  it('that fails in the middle changes nothing, and may begin again', () => {
    const client = older([{ type: 'moved' }, { type: 'moved' }]);
    const before = factsIn(client);
    const keys = new AuthorKeys(null);
    const seal = keys.seal.bind(keys);
    vi.spyOn(keys, 'seal').mockImplementation((stream, epoch, seq, author) => {
      if (seq === 2) throw new Error('the disk is full');
      return seal(stream, epoch, seq, author);
    });
    expect(() => upgradeAuthors(client, keys, 7)).toThrow('the disk is full');
    expect(factsIn(client)).toEqual(before);
    expect(settingsIn(client)).toEqual([]);
    vi.restoreAllMocks();
    expect(upgradeAuthors(client, keys, 7)).toBe(2);
  });
});

describe('the fingerprint of a closed record', () => {
  const lines: Line[] = [{ type: 'moved' }, { type: 'topicProposed' }];
  const freeze = (client: Database.Database, hash: unknown, more: Line[] = []) => {
    client.exec('DELETE FROM facts WHERE seq > 2');
    const added: Line[] = [{ type: 'recordFrozen', by: 'acc', data: { hash, upTo: 2, x: 1 } }, ...more];
    added.forEach(({ type, by = 'acc', data = {} }, i) => {
      const json = typeof data === 'string' ? data : JSON.stringify(data);
      const columns = [i + 3, type, 1, 2000, by, null, 'ufficio', null, `f-${i}`, json] as const;
      const seal = sealOf('s1', [...columns]);
      const marks = ['s1', ...columns, seal].map(() => '?').join(', ');
      client.prepare(`INSERT INTO facts VALUES (${marks})`).run('s1', ...columns, seal);
    });
  };
  const dataOf = (client: Database.Database, seq: number): unknown =>
    JSON.parse(factsIn(client)[seq - 1]?.data ?? 'null');

  it('that was right is that of the log as it is now, with a line in the trail', () => {
    const client = older(lines);
    const was = printOf(client, 2);
    freeze(client, was);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(2);
    const is = printOf(client, 2);
    expect(is).not.toBe(was);
    expect(dataOf(client, 3)).toEqual({ hash: is, upTo: 2, x: 1 });
    const line = factsIn(client)[2] as Stored;
    expect([line.by, line.origin, line.seal]).toEqual(['acc', 'ufficio', sealed(line)]);
    expect(trailIn(client)).toEqual([
      { at: 7, who: 'custodian', what: 'record_resealed', about: `PROVA ${was} ${is}` },
    ]);
  });

  it.each([
    ['was wrong', 'ab'.repeat(32)],
    ['is missing', undefined],
  ])('that %s stays', (_, hash) => {
    const client = older(lines);
    freeze(client, hash);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(1);
    expect(dataOf(client, 3)).toEqual(JSON.parse(JSON.stringify({ hash, upTo: 2, x: 1 })));
    expect(trailIn(client)).toEqual([]);
  });

  it('stays where no line before its end has changed', () => {
    const client = older([{ type: 'topicProposed' }, { type: 'topicProposed' }]);
    const was = printOf(client, 2);
    freeze(client, was, [{ type: 'moved' }]);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(1);
    expect([dataOf(client, 3), trailIn(client)]).toEqual([{ hash: was, upTo: 2, x: 1 }, []]);
  });

  it('stays where a line cannot be read', () => {
    const client = older([{ type: 'moved' }, { type: 'topicProposed', data: '{' }]);
    freeze(client, 'ab');
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(1);
    expect([dataOf(client, 3), trailIn(client)]).toEqual([{ hash: 'ab', upTo: 2, x: 1 }, []]);
  });

  it('that was given again later is changed there, in the last such line', () => {
    const client = older(lines);
    const was = printOf(client, 2);
    const again = (resealed: string): Line => ({ type: 'textErased', data: { resealed } });
    freeze(client, 'first', [again('second'), again(was), { type: 'topicProposed' }]);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(2);
    expect([3, 4, 5].map((seq) => dataOf(client, seq))).toEqual([
      { hash: 'first', upTo: 2, x: 1 },
      { resealed: 'second' },
      { resealed: printOf(client, 2) },
    ]);
    expect(trailIn(client)).toMatchObject([{ about: `PROVA ${was} ${printOf(client, 2)}` }]);
  });

  it('is not one that was given before the record was closed', () => {
    const client = older([{ type: 'moved' }, { type: 'textErased', data: { resealed: 'x' } }]);
    const was = printOf(client, 2);
    freeze(client, was);
    expect(upgradeAuthors(client, new AuthorKeys(null), 7)).toBe(2);
    expect(dataOf(client, 2)).toEqual({ resealed: 'x' });
    expect(dataOf(client, 3)).toEqual({ hash: printOf(client, 2), upTo: 2, x: 1 });
  });
});
