/** Each answer of the interface that the pages read, compared whole with what the streams and the tables hold. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicNumber } from '@/domain/gathering/state/topic';
import { nobody, seal } from '@/server/identity/session-cookie';
import { pageApi, publishPageApi } from '@/server/pages/page-api';
import { createPath } from '@/server/streams/create-stream';
import { publishNotice } from '@/server/upkeep/privacy-notices';
import { DETAILS } from '../office-details';
import { openSpace, type TestHouse, testHouse } from './house';

const NOW = Date.UTC(2014, 4, 17, 8);
let house: TestHouse;
beforeEach(async () => {
  house = await testHouse(undefined, 0, {
    ...{ clock: () => NOW, monotonic: () => 0, publicUrl: 'http://cerchi.test' },
  });
});
afterEach(async () => {
  await house.close();
  house.remove();
});
const account = (name: string, role: 'owner' | 'planner', scope: string | null = null) =>
  house.accounts.create(name, role, 'una frase lunga', { scope, endsAt: null }).then((made) => {
    if (!made) throw new Error('no account');
    return made;
  });

describe('the pages read', () => {
  it('the installation: its name, its address, its accounts with their devices, and its audit trail', async () => {
    const api = pageApi();
    expect(api.publicUrl).toBe('http://cerchi.test');
    const health = await fetch(`${house.url}/healthz`);
    expect(await health.json()).toMatchObject({ version: api.version });
    expect(api.firstRun()).toBe(true);
    const { id } = await account('Anna', 'owner');
    expect(api.firstRun()).toBe(false);
    const list = [
      { id, name: 'Anna', role: 'owner', createdAt: NOW, revokedAt: null, scope: null, endsAt: null },
    ];
    expect(api.accounts()).toMatchObject(list);
    expect(api.trail()).toMatchObject([{ at: NOW, who: id, what: 'account_created', about: 'owner' }]);
    const here = house.accounts.entries.open(id, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0');
    const there = house.accounts.entries.open(id, undefined, 'Totem');
    const identity = { ...nobody(), account: { id, epoch: 1, at: NOW, entry: here } };
    const devices = api.entries(identity).sort((a, b) => (a.device < b.device ? -1 : 1));
    expect(devices).toEqual([
      { id: here, device: 'Firefox · Linux', at: NOW, own: true },
      { id: there, device: 'Totem', at: NOW, own: false },
    ]);
    expect(api.entries(nobody())).toEqual([]);
    expect(api.account(identity)).toMatchObject({ id, name: 'Anna', role: 'owner' });
    expect(api.account(nobody())).toBeNull();
    const sealed = encodeURIComponent(seal(identity, house.secret, NOW));
    expect(await api.identity(`a=b; cerchi=${sealed}; c=d`)).toEqual(identity);
    expect(await api.identity(undefined)).toEqual(nobody());
    const token = house.accounts.invite('invite', 'helper', null, 1);
    expect(api.link(token)).toMatchObject({ purpose: 'invite', role: 'helper', target: null });
    expect(api.link('another')).toBeNull();
    expect(api.clockLeap()).toBeNull();
  });

  it('what the office says of itself and of people’s data', async () => {
    const api = pageApi();
    expect(api.officeDetails()).toEqual({ ...DETAILS, rev: 1 });
    expect([api.notice('it'), api.notices()]).toEqual([null, []]);
    publishNotice(house.store, 'it', 'Chi siamo', 'acc-1', NOW);
    const notice = { lang: 'it', n: 1, text: 'Chi siamo', by: 'acc-1', at: NOW };
    expect(api.notice('en')).toEqual(notice);
    expect(api.notices()).toEqual([notice]);
    expect(api.retentionDays()).toBe(90);
    expect(api.keeping()).toEqual([]);
    const row = await openSpace(house);
    expect(api.keeping()).toMatchObject([{ code: 'PROVA', people: 0 }]);
    expect(api.missingFor(row)).toEqual([]);
    house.store.settings.remove('office_details');
    expect(api.missingFor(row)).toEqual(expect.arrayContaining(['controller', 'contact']));
    expect(api.missingFor({ ...row, rehearsal: true })).toEqual([]);
    expect(api.missingFor({ ...row, demo: true })).toEqual([]);
  });

  it('a gathering as the public, the staff or the record sees it, with the labels of those named', async () => {
    const api = pageApi();
    const row = await openSpace(house);
    expect(api.find('prova')).toEqual(row);
    expect(api.find('ALTRA')).toBeNull();
    expect(api.streams()).toEqual([row]);
    expect(api.damaged()).toEqual([]);
    const room = house.streams.gathering(row);
    for (const as of ['public', 'staff'] as const) {
      expect(api.gathering(row, as)).toBe(room.seen(as));
      expect(JSON.parse(api.asText(row, as))).toEqual(JSON.parse(JSON.stringify(room.seen(as))));
    }
    expect(api.gathering(row, 'whole')).toBe(room.whole());
    house.streams.seats.add(row.id, 'seat-anna', 'Anna');
    const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
    const say = (type: string, ask: unknown, actor = anna) =>
      room.submit({ id: `cmd-${type}`, type, ask }, actor);
    const seat = { seat: 'seat-anna', sector: null, subgroup: null, municipality: null, newVoice: false };
    expect(await say('takeSeat', seat)).toMatchObject({ ok: true });
    expect(api.labels(row, 'all')).toEqual({ 'seat-anna': 'Anna' });
    expect(api.labels(row, 'named')).toEqual({});
    expect(await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura?' })).toMatchObject({
      ok: true,
    });
    expect(api.labels(row, 'named')).toEqual({ 'seat-anna': 'Anna' });
    expect(api.slice(row, 'seat-anna')).toMatchObject({ seat: { id: 'seat-anna' } });
    expect(api.slice({ ...row, kind: 'path' }, 'seat-anna')).toBeNull();
    expect(api.givenBack(row)).toEqual([]);

    expect(api.completes(row, nobody())).toBeNull();
    const topic = room.whole().topics['topic-0001'];
    const number = topicNumber(topic?.n ?? 0);
    const token = house.accounts.invite('completion', null, `PROVA topic-0001 ${number}`, 1);
    const link = house.accounts.link(token)?.hash ?? '';
    const opened = (of: string) => ({ ...nobody(), completes: { [row.id]: { topic: of, link } } });
    // A link that nobody has used yet opens nothing.
    expect(api.completes(row, opened('topic-0001'))).toBeNull();
    house.accounts.use(token);
    const you = { id: `link-${link.slice(0, 20)}`, role: 'participant', seat: null, completes: 'topic-0001' };
    expect(api.completes(row, opened('topic-0001'))).toEqual({
      ...{ where: `resoconto/${number}`, you: { ...you, label: null } },
    });
    expect(api.completes(row, opened('topic-0009'))).toBeNull();
  });

  it('a path, and the streams that an account may work in', async () => {
    const api = pageApi();
    const owner = await account('Anna', 'owner');
    const row = await openSpace(house);
    const actor = { id: owner.id, role: 'owner' as const, seat: null };
    const path = await createPath(house.streams, { title: 'Patto', year: 2014 }, actor);
    if ('refused' in path) throw new Error(path.refused);
    expect(api.path(path)).toBe(house.streams.path(path).whole());
    expect(api.streams()).toHaveLength(2);
    const scoped = await account('Bruno', 'planner', row.id);
    const along = await account('Carla', 'planner', path.id);
    const may = [owner, scoped, along].map((a) => [a.name, api.reaches(a, row), api.reaches(a, path)]);
    expect(may).toEqual([
      ['Anna', true, true],
      ['Bruno', true, false],
      ['Carla', false, true],
    ]);
    expect(api.reaches(along, { ...row, path: path.id })).toBe(true);
    const meeting = { id: 'meeting-01', title: 'Incontro', gathering: row.id };
    const linked = await house.streams
      .path(path)
      .submit({ id: 'cmd-meeting', type: 'addMeeting', ask: meeting }, actor);
    expect(linked).toMatchObject({ ok: true });
    expect(api.reaches(along, row)).toBe(true);
    expect(api.reaches(along, { ...row, rehearsal: true })).toBe(false);
    // Outcomes come from its path; a person who may publish more can see that too.
    const seen: unknown[] = [];
    const preview = (of: unknown) => {
      seen.push(of);
      return [];
    };
    const given = api.givenBack(row, preview);
    expect(seen).toEqual([house.streams.path(path).whole()]);
    expect(given).toMatchObject([{ title: 'Patto' }]);
    expect(api.givenBack(row)).toEqual(given);
  });
});

it('a page outside the server’s process is told how to start it', () => {
  const api = pageApi();
  publishPageApi(undefined as never);
  try {
    expect(pageApi).toThrow('no rooms here: start the app with npm start or npm run dev');
  } finally {
    publishPageApi(api);
  }
});
