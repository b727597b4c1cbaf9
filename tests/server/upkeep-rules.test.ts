/** Upkeep by its own rules: days of retention, the audit trail, privacy notices, copies that go, keys that are shredded. */
import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '@/domain/deed';
import { openStore } from '@/server/database/sqlite-store';
import type { Store } from '@/server/database/store';
import type { Accounts } from '@/server/identity/accounts';
import type { StreamRow, Streams } from '@/server/streams/streams';
import { audit } from '@/server/upkeep/audit-trail';
import { backUp, stamp } from '@/server/upkeep/backup';
import { notices, publishNotice, shownNotice, standingNotice } from '@/server/upkeep/privacy-notices';
import { keeping, retain, retentionDays, setRetentionDays } from '@/server/upkeep/retention';
import { scheduleBackups, tooOld } from '@/server/upkeep/scheduled-backups';
import type { TrustedClock } from '@/server/upkeep/trusted-clock';
import { scheduleUpkeep } from '@/server/upkeep/upkeep-schedule';
import { recordErasure } from '@/server/upkeep/erasure-journal';
import { newFolder } from './house';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let folder = '';
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function settings() {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    add(key: string, value: string) {
      if (kept.has(key)) throw new Error(`${key} is there`);
      kept.set(key, value);
    },
    startingWith: (prefix: string) =>
      [...kept].flatMap(([key, value]) => (key.startsWith(prefix) ? [{ key, value }] : [])),
    remove: (key: string) => void kept.delete(key),
  };
}

type Room = {
  code: string;
  last: { seq: number; at: number };
  days: string[];
  people: string[];
  createdAt?: number;
  demo?: boolean;
  kind?: 'gathering' | 'path';
  photos?: { id: string; hash: string; removed: boolean }[];
  map?: string | null;
};
/** Gatherings as retention sees them: what was written last, and who is still named. */
function houseOf(rooms: Room[], damaged: string[] = []) {
  const kept = settings();
  const rows = rooms.map(
    ({ code, createdAt = 0, demo = false, kind = 'gathering' }) =>
      ({ id: `id-${code}`, code, createdAt, demo, kind, path: null, rehearsal: false }) as StreamRow,
  );
  const of = (id: string) => rooms[rows.findIndex((r) => r.id === id)] as Room;
  const removed: string[] = [];
  const streams = {
    store: { settings: kept, files: { remove: (name: string) => void removed.push(name) } },
    clock: () => 1000 * DAY,
    all: () => rows,
    readable: (some: StreamRow[]) => some,
    damaged: () => damaged,
    gathering: ({ id }: StreamRow) => {
      const { last, days, code, photos = [], map = null } = of(id);
      const reports = { t: { photos } };
      return {
        last,
        whole: () => ({ days, title: `Titolo ${code}`, reports, map: { picture: map && { hash: map } } }),
      };
    },
    seats: {
      count: (id: string) => of(id).people.length,
      labelled: (id: string) => ({
        rev: 1,
        labels: Object.fromEntries(of(id).people.map((seat) => [seat, `nome ${seat}`])),
      }),
      emptyAll: (id: string) => of(id).people.splice(0).length,
    },
  };
  const noted: unknown[] = [];
  const accounts = {
    note: (...said: unknown[]) => void noted.push(said),
    forget: (before: number) => void noted.push(['forget', before]),
  };
  const told: unknown[] = [];
  const round = (now: number, days?: number) =>
    retain(
      streams as unknown as Streams,
      accounts as unknown as Accounts,
      folder,
      days,
      (row, labels) => told.push([row.code, labels]),
      now,
    );
  return { streams: streams as unknown as Streams, kept: kept.kept, noted, told, removed, round, rooms };
}

describe('the days of retention', () => {
  it.each<[string | null, number]>([
    [null, 90],
    ['0', 90],
    ['1', 1],
    ['3650', 3650],
    ['3651', 90],
    ['1.5', 90],
    ['tre', 90],
    ['-4', 90],
  ])('are ninety where nobody chose a whole number of at most ten years: %s', (value, days) => {
    const h = houseOf([]);
    if (value !== null) h.kept.set('retention_days', value);
    expect(retentionDays(h.streams)).toBe(days);
  });

  it('are kept as somebody chose them', () => {
    const h = houseOf([]);
    setRetentionDays(h.streams, 30);
    expect([...h.kept, retentionDays(h.streams)]).toEqual([['retention_days', '30'], 30]);
  });
});

describe('retention', () => {
  const at = Date.UTC(2026, 0, 1);
  const room = (more: Partial<Room> = {}): Room => ({
    code: 'A',
    last: { seq: 3, at },
    days: [],
    people: ['p1', 'p2'],
    ...more,
  });

  it.each<[string, Partial<Room>, number]>([
    ['its last line', {}, at],
    ['the end of its last day, where that is later', { days: ['2026-01-01', '2026-01-05'] }, at + 5 * DAY],
    ['its last line, where its days are over', { days: ['2025-12-01'] }, at],
    ['its last line, where its row is of a later clock', { createdAt: at + 9 * DAY }, at],
  ])('counts from %s', (_, more, from) => {
    const h = houseOf([room(more)]);
    expect(keeping(h.streams, 10)).toEqual([
      { code: 'A', title: 'Titolo A', people: 2, goesAt: from + 10 * DAY },
    ]);
    expect(h.round(from + 10 * DAY - 1, 10)).toEqual([]);
    expect([h.told, h.noted]).toEqual([[], [['forget', from - 1]]]);
    expect(h.round(from + 10 * DAY, 10)).toEqual([{ code: 'A', people: 2 }]);
    expect(h.told).toEqual([['A', { p1: null, p2: null }]]);
    expect(h.noted.slice(1)).toEqual([
      ['custodian', 'identifiers_removed', 'A 2'],
      ['forget', from],
    ]);
    // Nobody is left: no line for it.
    expect(h.round(from + 20 * DAY, 10)).toEqual([]);
    expect(h.noted).toHaveLength(4);
    expect(keeping(h.streams, 10)[0]?.people).toBe(0);
  });

  it('takes nobody of a demonstration or of a path', () => {
    const h = houseOf([room({ demo: true }), room({ code: 'P', kind: 'path' })]);
    expect(h.round(at + 999 * DAY, 10)).toEqual([]);
    expect(keeping(h.streams, 10)).toEqual([{ code: 'A', title: 'Titolo A', people: 2, goesAt: null }]);
    expect(h.rooms.map((r) => r.people.length)).toEqual([2, 2]);
  });

  it('counts by ninety days and by the clock of the streams, where it is told no other', () => {
    const h = houseOf([room({ last: { seq: 1, at: 910 * DAY } })]);
    expect(retain(h.streams, { note: () => {}, forget: () => {} } as unknown as Accounts, folder)).toEqual([
      { code: 'A', people: 2 },
    ]);
    expect(keeping(h.streams)[0]?.goesAt).toBe(1000 * DAY);
  });

  it.each([
    ['five days before', at - 5 * DAY, at - 5 * DAY],
    ['longer before', at - 5 * DAY - 1, at],
    ['a day after', at + DAY, at + DAY],
    ['longer after', at + DAY + 1, at],
  ])('dates a line by when it was first seen, if its own time is of a wrong clock: %s', (_, said, from) => {
    const h = houseOf([room({ last: { seq: 1, at: 1 }, people: ['p1'] })]);
    const [first] = h.rooms;
    h.round(at - 1, 9999);
    expect([...h.kept]).toEqual([['retention_met', '[["id-A",{"seq":1,"at":1}]]']]);
    if (first) first.last = { seq: 2, at: said };
    h.round(at, 9999);
    expect([...h.kept]).toEqual([['retention_met', `[["id-A",{"seq":2,"at":${at}}]]`]]);
    // Seen once, also in later rounds.
    h.round(at + DAY, 9999);
    expect([...h.kept]).toEqual([['retention_met', `[["id-A",{"seq":2,"at":${at}}]]`]]);
    expect(keeping(h.streams, 10)[0]?.goesAt).toBe(from + 10 * DAY);
    // A line that no round has seen yet is dated by itself.
    if (first) first.last = { seq: 3, at: said };
    expect(keeping(h.streams, 10)[0]?.goesAt).toBe(said + 10 * DAY);
  });

  it('has a first round in which a line of the future counts as written now', () => {
    const h = houseOf([room({ last: { seq: 1, at: at + 99 * DAY } })]);
    h.round(at, 9999);
    expect([...h.kept]).toEqual([['retention_met', `[["id-A",{"seq":1,"at":${at}}]]`]]);
    expect(keeping(h.streams, 10)[0]?.goesAt).toBe(at + 10 * DAY);
  });

  it('deletes photographs that nothing has shown for more than a day', () => {
    const [shown, taken, map, lost] = ['a1', 'b2', 'c3', 'd4'].map((x) => x.repeat(32)) as [
      string,
      string,
      string,
      string,
    ];
    mkdirSync(join(folder, 'photos'));
    for (const hash of [shown, taken, map, lost]) writeFileSync(join(folder, `photos/${hash}.webp`), '');
    const photos = [
      { id: '1', hash: shown, removed: false },
      { id: '2', hash: taken, removed: true },
    ];
    const damaged: string[] = [];
    const h = houseOf([room({ photos, map })], damaged);
    const there = () =>
      readdirSync(join(folder, 'photos'))
        .map((name) => name.slice(0, 2))
        .sort();
    h.round(at, 9999);
    expect(h.kept.get('photos_lost')).toBe(JSON.stringify([taken, lost].map((hash) => [`${hash}.webp`, at])));
    h.round(at + DAY, 9999);
    expect(there()).toEqual(['a1', 'b2', 'c3', 'd4']);
    // Nobody knows what a log shows that cannot be read.
    damaged.push('A');
    h.round(at + 2 * DAY, 9999);
    expect(there()).toEqual(['a1', 'b2', 'c3', 'd4']);
    damaged.pop();
    h.round(at + DAY + 1, 9999);
    expect(there()).toEqual(['a1', 'c3']);
    expect([h.removed, h.kept.get('photos_lost')]).toEqual([
      [taken, lost].map((hash) => `photos/${hash}.webp`),
      '[]',
    ]);
    // A clock that went back does not keep one for longer.
    writeFileSync(join(folder, `photos/${lost}.webp`), '');
    h.kept.set('photos_lost', JSON.stringify([[`${lost}.webp`, at + 99 * DAY]]));
    h.round(at + 2 * DAY, 9999);
    expect(h.kept.get('photos_lost')).toBe(JSON.stringify([[`${lost}.webp`, at + 2 * DAY]]));
  });
});

describe('the audit trail', () => {
  it.each<[string, Partial<Fact>, unknown[]]>([
    ['a flag, from somebody', { type: 'textFlagged', by: 'anna' }, [['somebody', 'flagged', 'PROVA note 7']]],
    ['a text hidden', { type: 'textHidden', by: 'acc' }, [['acc', 'hidden', 'PROVA note 7']]],
    ['one shown again', { type: 'textRestored', by: 'acc' }, [['acc', 'shown_again', 'PROVA note 7']]],
    ['one hidden by nobody known', { type: 'textHidden', by: null }, [['', 'hidden', 'PROVA note 7']]],
    ['nothing else', { type: 'noteWritten', by: 'anna' }, []],
    [
      'an act for somebody',
      { type: 'moved', by: 'anna', via: 'acc' },
      [['acc', 'acted_for', 'PROVA moved 7']],
    ],
    [
      'a text hidden for somebody, twice',
      { type: 'textHidden', by: 'anna', via: 'acc' },
      [
        ['acc', 'acted_for', 'PROVA textHidden 7'],
        ['acc', 'hidden', 'PROVA note 7'],
      ],
    ],
    [
      'a flag for somebody, with nobody’s name beside it',
      { type: 'textFlagged', by: 'anna', via: 'acc' },
      [
        ['acc', 'acted_for', 'PROVA textFlagged 7'],
        ['somebody', 'flagged', 'PROVA note 7'],
      ],
    ],
  ])('has %s', (_, fact, lines) => {
    const noted: unknown[] = [];
    const accounts = { note: (...said: unknown[]) => void noted.push(said) } as unknown as Accounts;
    const whole = { seq: 7, data: { what: 'note', id: 'n1' }, ...fact } as Fact;
    audit(accounts, { code: 'PROVA' } as StreamRow, whole);
    expect(noted).toEqual(lines);
  });
});

describe('privacy notices', () => {
  const storeOf = () => ({ settings: settings() }) as unknown as Store;

  it('are kept in every version and language, oldest first', () => {
    const store = storeOf();
    expect([notices(store), standingNotice(store, 'it'), shownNotice(store, 'it')]).toEqual([[], null, null]);
    const second = publishNotice(store, 'it', 'seconda', 'acc', 20);
    expect(second).toEqual({ lang: 'it', n: 1, text: 'seconda', at: 20, by: 'acc' });
    const english = publishNotice(store, 'en', 'first', 'acc', 10);
    const third = publishNotice(store, 'it', 'terza', 'altro', 20);
    expect(third).toEqual({ lang: 'it', n: 2, text: 'terza', at: 20, by: 'altro' });
    store.settings.set('altro.it.1', 'no notice');
    expect(notices(store)).toEqual([english, second, third]);
    expect([standingNotice(store, 'it'), standingNotice(store, 'en'), standingNotice(store, 'ar')]).toEqual([
      third,
      english,
      null,
    ]);
    expect(store.settings.get('informativa.it.2')).toBe('{"text":"terza","at":20,"by":"altro"}');
  });

  it('are shown in their language, else in another; an empty one gives the page’s own words', () => {
    const store = storeOf();
    const english = publishNotice(store, 'en', 'first', 'acc', 10);
    expect([shownNotice(store, 'en'), shownNotice(store, 'it')]).toEqual([english, english]);
    const emptied = publishNotice(store, 'it', '', 'acc', 20);
    expect([standingNotice(store, 'it'), shownNotice(store, 'it')]).toEqual([emptied, null]);
    expect(shownNotice(store, 'ar')).toEqual(english);
    publishNotice(store, 'en', '', 'acc', 30);
    expect(shownNotice(store, 'ar')).toBeNull();
    const italian = publishNotice(store, 'it', 'parole', 'acc', 40);
    expect([shownNotice(store, 'ar'), shownNotice(store, 'it'), shownNotice(store, 'en')]).toEqual([
      italian,
      italian,
      null,
    ]);
  });
});

describe('copies', () => {
  it('carry the secret and photographs by their hash, and nothing else of the folder', () => {
    const hash = 'ab'.repeat(32);
    openStore(join(folder, 'cerchi.sqlite')).close();
    mkdirSync(join(folder, 'photos'));
    mkdirSync(join(folder, 'keys'));
    for (const name of [
      `photos/${hash}.webp`,
      `photos/${hash}.webp.part`,
      'photos/a.webp',
      'keys/k',
      'secret',
      'clock',
    ])
      writeFileSync(join(folder, name), name);
    const file = join(folder, 'copies', 'one.backup');
    backUp(folder, file);
    const copy = new Database(file, { readonly: true });
    const carried = copy.prepare('SELECT name, bytes FROM carried').all() as {
      name: string;
      bytes: Buffer;
    }[];
    copy.close();
    expect(carried.map(({ name, bytes }) => [name, String(bytes)])).toEqual([
      ['secret', 'secret'],
      [`photos/${hash}.webp`, `photos/${hash}.webp`],
    ]);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['one.backup']);
    // Without a secret or photographs they carry nothing.
    rmSync(join(folder, 'photos'), { recursive: true });
    rmSync(join(folder, 'secret'));
    backUp(folder, file);
    const other = new Database(file, { readonly: true });
    expect(other.prepare('SELECT COUNT(*) FROM carried').pluck().get()).toBe(0);
    other.close();
  });

  const name = (at: number) => `cerchi-${stamp(at)}.backup`;
  const now = Date.UTC(2026, 5, 30, 12);
  const every = (count: number, step: number) =>
    Array.from({ length: count }, (_, i) => name(now - i * step));

  it.each<[string, string[], string[]]>([
    ['the latest twenty-four, and the last of each day', every(30, HOUR), every(30, HOUR).slice(24)],
    ['one a day for thirty days', every(40, DAY), every(40, DAY).slice(30)],
    ['the newest, however old', [name(now - 99 * DAY), name(now - 98 * DAY)], [name(now - 99 * DAY)]],
    ['one of thirty days ago', [name(now), name(now - 30 * DAY)], []],
    ['none that is older', [name(now), name(now - 30 * DAY - 1000)], [name(now - 30 * DAY - 1000)]],
    [
      'what has another name',
      [name(now), 'x.backup', `${name(1)}.part`, `x${name(1)}`, 'cerchi-1.backup'],
      [],
    ],
  ])('that stay: %s', (_, names, gone) => {
    expect(tooOld([...names].reverse(), now).sort()).toEqual([...gone].sort());
  });

  function copying({ everyMinutes = 60 } = {}) {
    const state = { changes: 1, now, fails: false, wait: null as Promise<void> | null };
    const made: string[] = [];
    const said: unknown[] = [];
    const into = join(folder, 'copies');
    const s = scheduleBackups(
      {
        store: { changes: () => state.changes } as unknown as Store,
        data: folder,
        into,
        everyMinutes,
        clock: () => state.now,
        warn: (what, error) => said.push([what, error]),
      },
      async (data, file) => {
        expect(data).toBe(folder);
        if (state.wait) await state.wait;
        if (state.fails) throw new Error('full');
        made.push(file.slice(into.length + 1));
        writeFileSync(file, '');
      },
    );
    return { ...s, state, made, said, into };
  }

  it('are made when something was written since the last, and tried again where one failed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const s = copying();
    expect(s.lastAt()).toBeNull();
    await s.now();
    expect(s.made).toEqual([]);
    s.state.changes = 2;
    s.state.fails = true;
    await s.now();
    expect([s.made, s.said]).toEqual([[], [[`no copy could be made in ${s.into}`, new Error('full')]]]);
    s.state.fails = false;
    await s.now();
    await s.now();
    expect(s.made).toEqual([name(now)]);
    expect(s.lastAt()).toBeGreaterThan(0);
    // Only one at a time.
    s.state.changes = 3;
    s.state.now += HOUR;
    let go: () => void = () => {};
    s.state.wait = new Promise((done) => (go = done));
    const first = s.now();
    const second = s.now();
    go();
    await Promise.all([first, second]);
    expect(s.made).toEqual([name(now), name(now + HOUR)]);
    s.state.now += 31 * DAY;
    await s.now();
    expect(readdirSync(s.into)).toEqual([name(now + HOUR)]);
    s.stop();
  });

  it('are made at intervals until the server stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const s = copying({ everyMinutes: 2 });
    s.state.changes = 2;
    await vi.advanceTimersByTimeAsync(119_999);
    expect(s.made).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(s.made).toHaveLength(1);
    s.stop();
    s.state.changes = 3;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(s.made).toHaveLength(1);
  });

  it('are made after an erasure that the newest does not have, once', async () => {
    const s = copying();
    mkdirSync(s.into);
    writeFileSync(join(s.into, name(now - HOUR)), '');
    recordErasure(folder, { at: now - 2 * HOUR, stream: 's', seat: 'p' }, null);
    await s.now();
    expect(s.made).toEqual([]);
    recordErasure(folder, { at: now - HOUR, stream: 's', seat: 'q' }, null);
    await s.now();
    expect(s.made).toEqual([name(now)]);
    // Erased while that copy was being made, so it says: not again for the same one.
    recordErasure(folder, { at: now + HOUR, stream: 's', seat: 'r' }, null);
    await s.now();
    await s.now();
    expect(s.made).toEqual([name(now), name(now)]);
    s.stop();
  });
});

describe('upkeep', () => {
  it('signs out every minute, and lets go of what was kept long enough twice a day', async () => {
    vi.useFakeTimers();
    const at = Date.UTC(2026, 0, 1);
    const h = houseOf([{ code: 'A', last: { seq: 1, at }, days: [], people: ['p1'] }]);
    const said: unknown[] = [];
    const told: unknown[] = [];
    let [ended, read] = [0, 0];
    let fails = false;
    const noted: unknown[] = [];
    const upkeep = scheduleUpkeep({
      streams: h.streams,
      accounts: {
        note: (...line: unknown[]) => void noted.push(line),
        forget: () => {
          if (fails) throw new Error('full');
        },
      } as unknown as Accounts,
      folder,
      trusted: {
        now: () => {
          read += 1;
          return at + 90 * DAY;
        },
      } as unknown as TrustedClock,
      warn: (what, error) => said.push([what, error]),
      told: (row, labels) => told.push([row.code, labels]),
      signOutEnded: () => {
        ended += 1;
      },
    });
    await vi.advanceTimersByTimeAsync(59_999);
    expect([ended, read]).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([ended, read]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(12 * HOUR - 60_001);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect([told, noted]).toEqual([[['A', { p1: null }]], [['custodian', 'identifiers_removed', 'A 1']]]);
    fails = true;
    await vi.advanceTimersByTimeAsync(12 * HOUR);
    expect(said).toEqual([
      ['what was kept long enough is still there; it goes in twelve hours', new Error('full')],
    ]);
    expect(() => upkeep.keepNoLonger(at)).toThrow('full');
    upkeep.stop();
    const before = ended;
    await vi.advanceTimersByTimeAsync(24 * HOUR);
    expect([ended, said.length]).toEqual([before, 1]);
  });
});
