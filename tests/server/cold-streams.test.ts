/** Streams that a start leaves asleep: loaded when somebody asks, and looked into once the port is open. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { createApp } from '@/server/compose';
import type { PageHandler } from '@/server/http/request-handler';
import { Streams } from '@/server/streams/streams';
import { openStore } from '@/server/database/sqlite-store';
import { CODE, opening, owner } from '../harm/terms';
import { device, join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';

const MONTH = 30 * 24 * 3_600_000;

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});

/** A data folder with a gathering of a month ago, VECCHIO, and one of today, OGGI; a person in each has voted. */
async function twoMonths() {
  const folder = newFolder();
  const seats: Record<string, Awaited<ReturnType<typeof join_>>> = {};
  for (const [code, ago] of [
    ['VECCHIO', MONTH],
    ['OGGI', 0],
  ] as const) {
    const at = await testHouse(folder, 0, { clock: () => Date.now() - ago });
    const row = await openSpace(at, code);
    const joined = await join_(at.url, code, 'Anna');
    seats[code] = joined;
    const say = async (type: string, ask: object, actor: string | null) =>
      at.streams
        .gathering(row)
        .submit(
          { id: nanoid(14), type, ask },
          actor === null ? owner : { id: actor, role: 'participant', seat: actor },
        );
    expect(await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura?' }, joined.seat)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await say('openVoting', { quota: 5 }, null)).toMatchObject({ ok: true });
    expect(await say('placeDots', { topic: 'topic-0001', dots: 3 }, joined.seat)).toMatchObject({ ok: true });
    await at.close();
  }
  const rowOf = (code: string) => {
    const row = house?.streams.index.find(code);
    if (row?.kind !== 'gathering') throw new Error(`no ${code}`);
    return row;
  };
  return { folder, seats, rowOf };
}

/** A server that has opened its port and has not come to the other streams yet. */
async function atPortOnly(folder: string, pages?: PageHandler): Promise<TestHouse> {
  const rest = vi.spyOn(Streams.prototype, 'loadRest').mockResolvedValue();
  const at = await testHouse(folder, 0, {}, pages);
  await at.loaded;
  rest.mockRestore();
  return at;
}

function spoil(folder: string, code: string, by: number): void {
  const db = new Database(join(folder, 'cerchi.sqlite'));
  db.exec(
    `INSERT INTO settings (key, value) VALUES ('maintenance', 'open');
     UPDATE facts SET at = at + ${by} WHERE seq = 2 AND stream = (SELECT id FROM streams WHERE code = '${code}');
     DELETE FROM settings WHERE key = 'maintenance'`,
  );
  db.close();
}

describe('[S50] a start', () => {
  it('loads the gathering of today before the port opens, and leaves that of a month ago', async () => {
    const { folder } = await twoMonths();
    const app = createApp({ folder, database: join(folder, 'cerchi.sqlite'), warn: () => {} });
    expect(app.streams.awakeCount()).toEqual({ gathering: 1, path: 0 });
    expect(app.streams.unread).toBe(1);
    const today = app.streams.index.find('OGGI');
    // Nothing is read again for who comes back.
    const since = app.streams.log.since;
    app.streams.log.since = () => {
      throw new Error('it was read again');
    };
    expect(today && app.streams.stream(today).seq).toBeGreaterThan(3);
    app.streams.log.since = since;
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('says that a log is damaged though nobody opened it', async () => {
    const { folder } = await twoMonths();
    spoil(folder, 'VECCHIO', 1);
    house = await testHouse(folder);
    await house.loaded;
    expect(house.said.filter((s) => s.includes('opened'))).toEqual([
      expect.stringMatching(/^VECCHIO can't be opened/),
    ]);
    const health = await fetch(`${house.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([503, expect.objectContaining({ damaged: 1 })]);
  });

  it('tells how many logs were not looked into yet', async () => {
    const { folder } = await twoMonths();
    house = await atPortOnly(folder);
    const unread = async () => (await fetch(`${house?.url}/healthz`)).json();
    expect(await unread()).toMatchObject({ ok: true, unread: 1 });
    house.streams.readable(house.streams.all());
    expect(await unread()).not.toHaveProperty('unread');
  });

  it('shreds authors whose key is lost though nobody opened the gathering', async () => {
    const { folder } = await twoMonths();
    rmSync(join(folder, 'keys'), { recursive: true });
    house = await testHouse(folder);
    const lost = () =>
      house?.accounts
        .trail()
        .filter((l) => l.what === 'authors_lost')
        .map((l) => l.about)
        .sort();
    await until('both', () => lost()?.length === 2);
    expect(lost()).toEqual(['OGGI', 'VECCHIO']);
  });

  it('shreds them before whoever opens it first is answered', async () => {
    const { folder, seats } = await twoMonths();
    rmSync(join(folder, 'keys'), { recursive: true });
    house = await atPortOnly(folder);
    const phone = device(house.url, 'VECCHIO', seats.VECCHIO?.cookie ?? null);
    await until('the welcome', () => phone.snapshot().link === 'live');
    expect(phone.snapshot().confirmed.keyEpoch).toBe(1);
    phone.close();
  });

  it('answers the first command in a gathering that nobody asked for until then, and one it has answered before as before', async () => {
    const { folder, seats, rowOf } = await twoMonths();
    house = await atPortOnly(folder);
    expect(house.streams.awakeCount().gathering).toBe(1);
    const { seat = '' } = seats.VECCHIO ?? {};
    const who = { id: seat, role: 'participant' as const, seat };
    const [first] = [...house.streams.log.since(rowOf('VECCHIO').id, 0)].filter(
      (f) => f.type === 'topicProposed',
    );
    const room = house.streams.gathering(rowOf('VECCHIO'));
    const last = room.seq;
    const again = {
      id: first?.cmd ?? '',
      type: 'proposeTopic',
      ask: { topic: 'topic-0009', title: 'Ancora' },
    };
    expect(await room.submit(again, who)).toMatchObject({ ok: true, seq: first?.seq });
    const fresh = { ...again, id: nanoid(14) };
    expect(await room.submit(fresh, who)).toMatchObject({ ok: true, seq: last + 1 });
  });

  it('opens a page of the office only when all logs were looked into', async () => {
    const { folder } = await twoMonths();
    spoil(folder, 'VECCHIO', 1);
    let awake = -1;
    house = await atPortOnly(folder, (_, res) => {
      awake = house?.streams.unread ?? -1;
      res.end();
    });
    await fetch(`${house.url}/ufficio`);
    expect(awake).toBe(0);
    expect(house.streams.damaged()).toEqual(['VECCHIO']);
  });
});

describe('loading in several turns', () => {
  const FACTS = 3000;
  async function long() {
    const store = openStore(':memory:');
    const id = 'stream-1';
    const secret = 'of no account here, but long enough to be one';
    const first = new Streams(store, secret);
    const row = first.index.file({ id, kind: 'gathering', code: CODE, path: null, demo: false });
    const room = first.gathering(row as never);
    const say = (n: number) =>
      room.submit(
        { id: `cmd-${n}`, type: 'announce', ask: { announcement: `news-${n}`, text: `Avviso ${n}` } },
        owner,
      );
    await room.submit({ id: 'cmd-open-1', type: 'openGathering', ask: opening(id) }, owner);
    const answers = await Promise.all(Array.from({ length: FACTS - 1 }, (_, n) => say(n)));
    expect(answers.filter((a) => !a.ok)).toEqual([]);
    const streams = new Streams(store, secret);
    return { store, streams, row, again: () => streams.gathering(row as never) };
  }

  it('lets other work through, and two who wait share one loading', async () => {
    const { streams, row, again } = await long();
    let turns = 0;
    let read = 0;
    const { since } = streams.log;
    streams.log.since = (...what) => {
      read += 1;
      return since(...what);
    };
    const count = setInterval(() => (turns += 1), 0);
    await Promise.all([streams.ready(row), streams.ready(row)]);
    clearInterval(count);
    expect(turns).toBeGreaterThan(1);
    expect([read, again().seq]).toEqual([1, FACTS]);
    expect(again().whole()).toEqual(gathering.replay(streams.log.since(row.id, 0)));
  });

  it('ends without effect when somebody needs the stream in one turn: there is one writer', async () => {
    const { streams, row, again } = await long();
    const ready = streams.ready(row);
    const room = again();
    const ask = { announcement: 'news-last', text: 'Ultimo' };
    expect(await room.submit({ id: 'cmd-last', type: 'announce', ask }, owner)).toMatchObject({
      seq: FACTS + 1,
    });
    await ready;
    expect(again()).toBe(room);
  });

  it('knows the latest time of a line, though it is not on the last one, before and after', async () => {
    const { streams, row, again } = await long();
    const say = (id: string, at: number) =>
      again().submit({ id, type: 'announce', ask: { announcement: `of-${id}`, text: 'Avviso' } }, owner, at);
    const ahead = Date.now() + MONTH;
    await say('cmd-ahead', ahead);
    await say('cmd-after', Date.now());
    expect(again().last).toEqual({ seq: FACTS + 2, at: ahead });
    streams.sleep(row.id);
    expect(again().last).toEqual({ seq: FACTS + 2, at: ahead });
  });

  it('begins again when the log is changed meanwhile', async () => {
    const { streams, row, again } = await long();
    const ready = streams.ready(row);
    const [, second] = [...streams.log.since(row.id, 0)];
    streams.log.rewrite(row.id, new Map([[2, { ...(second?.data as object), text: 'Cambiato' }]]));
    streams.sleep(row.id);
    await ready;
    expect(streams.awakeCount().gathering).toBe(1);
    expect(JSON.stringify(again().whole())).toContain('Cambiato');
  });

  it('resolves for a log that cannot be read, which is set aside only when it is damaged', async () => {
    const { streams, row } = await long();
    const found: string[] = [];
    streams.foundDamaged = ({ code }) => found.push(code);
    const { since } = streams.log;
    let code: string | undefined = 'SQLITE_IOERR';
    streams.log.since = () => {
      throw Object.assign(new Error('no'), { code });
    };
    await streams.ready(row);
    expect([streams.damaged(), found]).toEqual([[], []]);
    code = undefined;
    await streams.ready(row);
    expect([streams.damaged(), found]).toEqual([[CODE], [CODE]]);
    streams.log.since = since;
  });
});
