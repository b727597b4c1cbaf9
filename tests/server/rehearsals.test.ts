/** A rehearsal over its routes: opened, played with simulated people, absent from the path, and deleted whole. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Gathering } from '@/domain/gathering/state';
import { pathData } from '@/server/exports/export-data';
import { verifyAll } from '@/server/upkeep/verify';
import { REHEARSAL_DOORS } from './rehearsal-doors';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';
import { gatheringRows, lookupAlong, pathsOf } from '@/server/streams/path-gatherings';

let house: TestHouse;
const cookies: Record<string, string> = {};
const owner = { id: 'account-1', role: 'owner' as const, seat: null };
/** One beat of the simulated people, in milliseconds. */
const BEAT = 100;

/** Waits like `until`, while simulated time passes as fast as the server answers. */
const playedUntil = async (what: string, so: () => boolean): Promise<void> => {
  for (let beats = 0; !so(); beats++) {
    if (beats > 6000) throw new Error(`never came: ${what}`);
    await vi.advanceTimersByTimeAsync(BEAT);
  }
};

async function asked(path: string, body?: unknown, cookie = cookies.facilitator ?? '') {
  const response = await fetch(house.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { text, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', ...JSON.parse(text) };
}

beforeAll(async () => {
  // The sockets keep their own timers; the beat of the crowd is ours to move.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  house = await testHouse();
  await openSpace(house, 'VERO');
  for (const role of ['helper', 'facilitator', 'planner', 'owner'] as const) {
    await house.accounts.create(role, role, 'quattro parole a caso');
    cookies[role] = (
      await asked('/api/sign-in', { name: role, passphrase: 'quattro parole a caso' }, '')
    ).cookie;
  }
});
afterAll(async () => {
  await house.close();
  house.remove();
  vi.useRealTimers();
});

const row = (code: string) => {
  const found = house.streams.index.find(code);
  if (!found) throw new Error(`nothing called ${code}`);
  return found;
};
const state = (code: string) => house.streams.gathering(row(code)).whole() as Gathering;
const opened = async (body: unknown = {}): Promise<string> => (await asked('/api/rehearsals', body)).code;
/** Faster than a hall would bear to watch. */
const played = (code: string, people: number) => house.rehearsals.play(row(code), { people, speed: 120 });
const phase = (code: string, to: string) =>
  house.streams.gathering(row(code)).submit({ id: nanoid(), type: 'changePhase', ask: { phase: to } }, owner);

describe('a rehearsal', () => {
  it('is opened by itself or like a gathering: its hours and spaces, and nothing anybody said', async () => {
    const { cookie } = await join_(house.url, 'VERO', 'Anna');
    const anna = device(house.url, 'VERO', cookie);
    await until('in', () => anna.snapshot().link === 'live');
    anna.ask('proposeTopic', { topic: 'tema-vero', title: 'un tema vero' });
    await until('said', () => state('VERO').topicOrder.length === 1);
    anna.close();
    const wifi = { id: nanoid(), type: 'nameNetwork', ask: { network: 'Sala-Congressi' } };
    await house.streams.gathering(row('VERO')).submit(wifi, owner);
    const mark = { space: state('VERO').spaces[0]?.id, at: { x: 30, y: 40 } };
    await house.streams.gathering(row('VERO')).submit({ id: nanoid(), type: 'markSpace', ask: mark }, owner);
    const like = await opened({ like: 'VERO' });
    const [real, played] = [state('VERO'), state(like)];
    expect(played).toMatchObject({ rehearsal: true, path: null, title: real.title, question: real.question });
    expect([played.slots, played.spaces]).toEqual([real.slots, real.spaces]);
    expect(played.network).toBe('Sala-Congressi');
    expect(played.map.spots).toEqual({ [mark.space ?? '']: mark.at });
    expect([played.topicOrder, played.people]).toEqual([[], 0]);
    const alone = await opened();
    expect(state(alone)).toMatchObject({ rehearsal: true, people: 0 });
    expect(state(alone).slots).toHaveLength(3);
    expect(await asked('/api/rehearsals', { like: 'NESSUNO' })).toMatchObject({ refused: 'unknown_code' });
    expect(await asked('/api/rehearsals', {}, cookies.helper)).toMatchObject({ refused: 'not_allowed' });
    expect(await asked('/api/rehearsals', {}, '')).toMatchObject({ refused: 'not_signed_in' });
  });

  it('is where simulated people may come, by the hand of who holds the space; nowhere else', async () => {
    const code = await opened();
    const people = { people: 20, speed: 30 };
    for (const { door, roles } of REHEARSAL_DOORS)
      for (const role of ['helper', 'facilitator', 'planner', 'owner', 'stranger'] as const) {
        const [how, address = ''] = door.split(' ');
        // A rehearsal of its own for each, because the last route deletes it.
        const mine = await opened();
        const body = { code: mine, ...people };
        const answer = await asked(
          address.replace('CODE', mine),
          how === 'GET' ? undefined : address === '/api/rehearsals' ? {} : body,
          role === 'stranger' ? '' : cookies[role],
        );
        const may = role !== 'stranger' && roles.includes(role);
        const no = role === 'stranger' ? 'not_signed_in' : 'not_allowed';
        expect(answer.ok ? 'ok' : answer.refused, `${door} as ${role}`).toBe(may ? 'ok' : no);
        await house.rehearsals.stillAll();
      }
    for (const door of ['people', 'still', 'throw-away']) {
      expect(await asked(`/api/rehearsal/${door}`, { code, ...people }, '')).toMatchObject({
        refused: 'not_signed_in',
      });
      expect(await asked(`/api/rehearsal/${door}`, { code: 'VERO', ...people })).toMatchObject({
        refused: 'not_a_rehearsal',
      });
    }
    const before = state('VERO').seq;
    expect(await house.rehearsals.play(row('VERO'), { people: 20, speed: 30 })).toMatchObject({
      refused: 'not_a_rehearsal',
    });
    expect(await house.rehearsals.throwAway(row('VERO'))).toMatchObject({ refused: 'not_a_rehearsal' });
    expect(() => house.store.throwAway(row('VERO').id)).toThrow(/append-only/);
    expect(state('VERO').seq).toBe(before);
    for (const wrong of [
      { people: 5000, speed: 30 },
      { people: 20, speed: 10_000 },
    ])
      expect(await asked('/api/rehearsal/people', { code, ...wrong })).toMatchObject({
        refused: 'malformed',
      });
  });

  it('[I9] a device can’t say of itself, in a true gathering, that nobody is there', async () => {
    const { cookie } = await join_(house.url, 'VERO', 'Bruno');
    const bruno = device(house.url, 'VERO', cookie);
    await until('in', () => bruno.snapshot().link === 'live');
    const before = state('VERO').seq;
    bruno.ask('proposeTopic', { topic: 'tema-finto', title: 'un tema finto' }, { origin: 'simulata' });
    await until('refused', () => bruno.snapshot().outbox.length === 0);
    expect(state('VERO').seq).toBe(before);
    bruno.close();
  });

  it('fills with people who follow the phase and stop when they are told, a true person among them', async () => {
    const code = await opened();
    expect(await asked('/api/rehearsal/people', { code, people: 20, speed: 30 })).toMatchObject({
      ok: true,
      playing: { people: 20, speed: 30 },
    });
    const { cookie, ok } = await join_(house.url, code, 'Carla con il suo telefono');
    expect(ok).toBe(true);
    const carla = device(house.url, code, cookie);
    const desk = device(house.url, code, cookies.facilitator ?? '', 'desk');
    await playedUntil('all in', () => state(code).people === 21);
    expect(desk.snapshot().view.phase).toBe('draft');
    expect(state(code).topicOrder).toHaveLength(0);
    const labels = () =>
      Object.values(desk.snapshot().people).filter((l) => l !== 'Carla con il suo telefono');
    await until('all told', () => labels().length === 20);
    for (const label of labels()) expect(label).toMatch(/\(simulata \d+\)$/);
    await phase(code, 'proposing');
    carla.ask('proposeTopic', { topic: 'tema-carla', title: 'il mio, in prova' });
    await playedUntil('topics', () => state(code).topicOrder.length >= 4);
    await until('hers among them', () => carla.snapshot().view.topicOrder.length >= 4, 60_000);
    expect(carla.snapshot().view.topics['tema-carla']?.origin).toBe('telefono');
    expect((await asked(`/api/rehearsal/${code}`)).present).toBe(20);
    expect(await asked('/api/rehearsal/still', { code })).toMatchObject({ playing: null, present: 20 });
    const still = state(code).seq;
    await vi.advanceTimersByTimeAsync(60 * BEAT);
    expect(state(code).seq).toBe(still);
    const facts = [...house.streams.log.since(row(code).id, 0)];
    const hers = facts.filter((f) => state(code).seats[f.by ?? '']?.origin === 'simulata');
    expect(hers.length).toBeGreaterThan(22);
    expect(hers.every((f) => f.origin === 'simulata')).toBe(true);
    await phase(code, 'archived');
    await asked('/api/rehearsal/people', { code, people: 20, speed: 30 });
    await playedUntil('they leave', () => house.rehearsals.standing(row(code)).playing === null);
    carla.close();
    desk.close();
  }, 300_000);

  it('holds no more of them in all than this house can move', async () => {
    const [a, b, c] = [await opened(), await opened(), await opened()];
    for (const code of [a, b])
      expect((await asked('/api/rehearsal/people', { code, people: 120, speed: 1 })).ok).toBe(true);
    const third = { code: c, people: 20, speed: 1 };
    expect(await asked('/api/rehearsal/people', third)).toMatchObject({ refused: 'hall_full' });
    await asked('/api/rehearsal/still', { code: a });
    expect((await asked('/api/rehearsal/people', third)).ok).toBe(true);
    for (const code of [b, c]) await asked('/api/rehearsal/still', { code });
  });

  it('leaves no trace in the path, though a meeting names it', async () => {
    const code = await opened();
    const { id } = row(code);
    await played(code, 20);
    await playedUntil('some are in', () => state(code).people >= 5);
    await phase(code, 'proposing');
    await playedUntil('a topic', () => state(code).topicOrder.length > 0);
    await asked('/api/rehearsal/still', { code });
    const path = row((await asked('/api/paths', { from: 'founding' }, cookies.planner)).code);
    const meeting = {
      id: 'meeting-0001',
      ...{ phase: null, kind: 'ost', title: 'OST', date: null, dateStatus: 'da_definire', dateText: '' },
      ...{ sectors: [], venue: '', venueKind: 'altro', speakers: [], agenda: [], minutes: '', materials: [] },
      ...{ gathering: id, attendance: null },
    };
    const added = await house.streams
      .path(path)
      .submit({ id: nanoid(), type: 'addMeeting', ask: meeting }, { ...owner, id: 'account-2' });
    expect(added).toMatchObject({ ok: true });
    expect(gatheringRows(house.streams, path)).toEqual([]);
    expect(pathsOf(house.streams, row(code))).toEqual([]);
    expect(lookupAlong(house.streams, path)(`${id}/note/nota-1`)).toBeNull();
    const { title } = state(code).topics[state(code).topicOrder[0] ?? ''] ?? { title: 'no topic' };
    for (const told of [
      (await asked('/api/gatherings', undefined, cookies.planner)).text,
      (await asked(`/api/path/${path.code}/said`, undefined, cookies.planner)).text,
      (await asked('/api/inspiration/VERO')).text,
      JSON.stringify({ ...pathData(house.streams, path), meetings: [] }),
    ]) {
      expect(told).not.toContain(code);
      expect(told).not.toContain(title);
      expect(told).not.toContain('simulata');
    }
    const refused = await house.streams
      .path(path)
      .submit(
        { id: nanoid(), type: 'addMeeting', ask: { ...meeting, id: 'meeting-0002' }, origin: 'simulata' },
        { ...owner, id: 'account-2' },
      );
    expect(refused).toMatchObject({ refused: 'not_a_rehearsal' });
    expect((await asked(`/api/export/${code}/tutto.json`)).text).toContain('PROVA');
  }, 300_000);

  it('is thrown away whole while people are still at it, and nothing else is touched', async () => {
    const code = await opened({ like: 'VERO' });
    const { id } = row(code);
    await played(code, 60);
    const { cookie } = await join_(house.url, code, 'Dario');
    const dario = device(house.url, code, cookie);
    const wall = device(house.url, 'VERO', null, 'wall');
    await until('both', () => dario.snapshot().link === 'live' && wall.snapshot().link === 'live');
    await phase(code, 'proposing');
    await playedUntil('at it', () => state(code).topicOrder.length > 0);
    const real = state('VERO').seq;
    expect(await asked('/api/rehearsal/throw-away', { code })).toMatchObject({ ok: true });
    await until('he is told', () => dario.snapshot().shut?.refused === 'unknown_code');
    expect(house.streams.index.find(code)).toBeNull();
    expect([...house.streams.log.since(id, 0)]).toEqual([]);
    const left = (table: string, column: string) =>
      house.store.$client.prepare(`SELECT count(*) FROM ${table} WHERE ${column} = ?`).pluck().get(id);
    expect([left('facts', 'stream'), left('seats', 'stream'), left('streams', 'id')]).toEqual([0, 0, 0]);
    const { cookie: eva } = await join_(house.url, 'VERO', 'Eva');
    const phone = device(house.url, 'VERO', eva);
    await until('the true one goes on', () => phone.snapshot().link === 'live' && state('VERO').seq > real);
    await until('and its wall hears', () => wall.snapshot().confirmed.seq === state('VERO').seq);
    expect(wall.snapshot().shut).toBeNull();
    expect(verifyAll(house.streams).flatMap((v) => v.wrong)).toEqual([]);
    for (const d of [dario, wall, phone]) d.close();
  }, 300_000);
});

describe('a house that closes', () => {
  it('makes its simulated people stand still first, and finds them where they were', async () => {
    const first = await testHouse();
    await first.accounts.create('Regia', 'facilitator', 'quattro parole a caso');
    const id = nanoid(14);
    const filed = first.streams.index.file({
      id,
      kind: 'gathering',
      code: 'SERA',
      path: null,
      demo: false,
      rehearsal: true,
    });
    const ask = {
      gathering: id,
      code: 'SERA',
      title: 'Prova',
      question: '',
      days: ['2014-05-17'],
      rehearsal: true,
    };
    await first.streams.gathering(filed).submit({ id: nanoid(), type: 'openGathering', ask }, owner);
    await first.rehearsals.play(filed, { people: 20, speed: 120 });
    await playedUntil('some', () => first.rehearsals.standing(filed).present >= 3);
    await first.close();
    const second = await testHouse(first.folder);
    const again = second.streams.index.find('SERA');
    if (!again) throw new Error('the rehearsal is gone');
    const { present, playing } = second.rehearsals.standing(again);
    expect(present).toBeGreaterThanOrEqual(3);
    expect(playing).toBeNull();
    expect(await second.rehearsals.play(again, { people: 20, speed: 120 })).toBeNull();
    await playedUntil('the others too', () => second.rehearsals.standing(again).present === 20);
    await second.close();
    second.remove();
  }, 300_000);
});
