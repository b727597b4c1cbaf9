/**
 * Names inherited from Object, in every field of every route and every deed, as everybody: refused, and nothing is
 * changed.
 */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { lookIn } from '@/domain/programming/reference-lookup';
import { programming } from '@/domain/programming/catalogue';
import { isRefusal } from '@/domain/refusal';
import { sayIn } from '@/i18n/languages';
import { sceneName } from '@/app/muro/[code]/_scenes/scene-for';
import { chosen } from '@/app/stampa/[code]/papers';
import { CASES, OWNER, STRANGER_TO_IT } from '../domain/authority.cases';
import { opened } from '../domain/opened';
import { opened as pathOpened, planner } from '../domain/programming/opened';
import { enter, OFFICE, signIn } from '../server/office';
import { join_, openSpace, type TestHouse, testHouse } from '../server/house';
import { INHERITED, poisoned, prototypesNow } from './inherited-names';
import { rest } from './terms';

let house: TestHouse;
const cookies: Record<string, string> = { stranger: '' };
const before = prototypesNow();

beforeAll(async () => {
  house = await testHouse(undefined, 0, { pace: 1_000_000 });
  await openSpace(house);
  cookies.participant = (await join_(house.url, 'PROVA', 'Anna')).cookie;
  for (const role of OFFICE) cookies[role] = await enter(house, role, role);
});
afterAll(async () => {
  expect(prototypesNow()).toBe(before);
  await house.close();
  house.remove();
});

/** A valid value for each field, so that only the name is wrong. */
const RIGHT: Record<string, unknown> = {
  code: 'PROVA',
  what: 'note',
  id: 'note-00001',
  seat: 'seat-00001',
  topic: 'topic-0001',
  role: 'helper',
  label: 'Anna',
  lang: 'it',
  text: 'parole',
  after: 99,
  days: 0,
  from: 'blank',
  ask: { title: '', days: ['2014-05-17'], slots: [{ id: 'slot-0001' }] },
  prompts: [{ id: 'prompt-0001', text: 'che cosa?' }],
  file: 'percorso.html',
  token: 'token',
  name: 'nessuno',
  passphrase: 'una frase lunga',
};

/** Prototype, constructor, and one of the methods in turn: a lookup that finds one of them finds all. */
const METHODS = INHERITED.filter((name) => name !== '__proto__' && name !== 'constructor');
const namesFor = (n: number): string[] => ['__proto__', 'constructor', METHODS[n % METHODS.length] ?? ''];

it('every route, every field, everybody: no answer is a fault of ours, and the prototypes are clean', async () => {
  expect(house.declared.length).toBeGreaterThan(30);
  let asked = 0;
  const wrong: string[] = [];
  for (const [n, spec] of house.declared.entries()) {
    // The previous request may have ended a sign-in.
    for (const role of OFFICE) cookies[role] = (await signIn(house, role)).cookie;
    const right = Object.fromEntries(
      Object.keys(spec.body ?? {}).map((key) => [key, RIGHT[key] ?? 'niente']),
    );
    const requests: [string, RequestInit][] = [];
    for (const name of namesFor(n)) {
      const fill = (bad: string | null) =>
        spec.path.replace(/:(\w+)/g, (_, key: string) =>
          encodeURIComponent(key === bad ? name : String(RIGHT[key] ?? 'x')),
        );
      for (const key of [...spec.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? ''))
        requests.push([fill(key), {}]);
      for (const key of [...Object.keys(spec.query ?? {}), name])
        requests.push([`${fill(null)}?${encodeURIComponent(key)}=${encodeURIComponent(name)}`, {}]);
      if (!spec.body) continue;
      for (const body of poisoned(right, name)) {
        const text = JSON.stringify(body);
        requests.push([fill(null), { body: text, headers: { 'content-type': 'application/json' } }]);
      }
      const form = new URLSearchParams({ ...(right as Record<string, string>), [name]: name });
      requests.push([
        fill(null),
        { body: String(form), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ]);
    }
    await Promise.all(
      Object.keys(cookies).flatMap((who) =>
        requests.map(async ([path, init]) => {
          asked += 1;
          const headers = { ...init.headers, accept: 'application/json', cookie: cookies[who] ?? '' };
          const request = { ...init, method: spec.method.toUpperCase(), headers };
          let answer = await house.app.request(path, request);
          // So many at once may find it busy on a slow machine; what is a fault stays one.
          for (let n = 0; answer.status === 503 && n < 5; n++) {
            await answer.arrayBuffer();
            await rest(1000);
            answer = await house.app.request(path, request);
          }
          if (answer.status >= 500)
            wrong.push(`${spec.method} ${path} ${String(init.body)} as ${who}: ${answer.status}`);
          await answer.arrayBuffer();
        }),
      ),
    );
    expect(prototypesNow(), spec.path).toBe(before);
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(5000);
  // It still takes people in.
  expect((await join_(house.url, 'PROVA', 'Bruno')).ok).toBe(true);
  expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
});

it('a text cleared by a name that every object inherits touches nothing, also asked past the routes', async () => {
  const row = house.streams.index.find('PROVA');
  if (!row) throw new Error('no gathering');
  const actor = { id: 'account-1', role: 'owner', seat: null } as const;
  for (const id of INHERITED)
    for (const what of ['note', 'topic', 'report', 'item', 'idea', 'action', 'word'] as const) {
      expect((await house.erasure.clear(row, { what, id }, '', actor)).ok).toBe(false);
      expect((await house.erasure.erase(row, id, actor)).ok).toBe(false);
    }
  expect(prototypesNow()).toBe(before);
});

it('every deed of a gathering and of a path, every field and key: refused, or a plain text, and the prototypes are clean', () => {
  let asked = 0;
  const seated = () => {
    const g = opened();
    for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
    return g;
  };
  const actors = [
    { id: OWNER, role: 'participant', seat: OWNER },
    { id: 'account-9', role: 'owner', seat: null },
  ] as const;
  for (const [type, { ask: make, blank }] of Object.entries(CASES)) {
    const g = seated();
    const ask = make(g);
    for (const name of INHERITED)
      for (const bad of poisoned(ask, name))
        for (const actor of actors) {
          asked += 1;
          const state = blank ? gathering.empty() : structuredClone(g.state);
          const fact = gathering.decide(state, { id: nanoid(14), type, ask: bad }, actor, g.now);
          if (!isRefusal(fact)) gathering.apply(state, fact);
        }
    expect(prototypesNow(), type).toBe(before);
  }
  const p = pathOpened();
  const shapes = [
    { id: 'thing-0001' },
    { id: 'thing-0001', ref: 'ost-carpi/note/nota-001' },
    { what: 'need', id: 'thing-0001' },
  ];
  for (const type of Object.keys(programming.deeds))
    for (const name of INHERITED)
      for (const shape of shapes)
        for (const bad of poisoned(shape, name)) {
          asked += 1;
          const state = structuredClone(p.state);
          const fact = programming.decide(state, { id: nanoid(14), type, ask: bad }, planner, p.now);
          if (!isRefusal(fact)) programming.apply(state, fact);
        }
  expect(prototypesNow()).toBe(before);
  expect(asked).toBeGreaterThan(10_000);
});

it('what an address names is found only where it is filed: scenes, sheets, sentences, quoted words', () => {
  const say = sayIn('it');
  const { state } = opened();
  for (const name of INHERITED) {
    expect(typeof sceneName(name, 'opening', 'open_space')).toBe('string');
    expect(sceneName(name, 'opening', 'open_space')).toBe('principles');
    expect(chosen(name, name, true)).toEqual({ kind: 'temi', paper: 'A4' });
    expect(say.has(name)).toBe(false);
    expect(say.dynamic(name)).toBe(name);
    for (const kind of ['note', 'idea', 'topic', 'item', 'report', 'photo', 'action', 'votes', name])
      expect(lookIn(state, `${state.id}/${kind}/${name}.${name}`), kind).toBeNull();
  }
});
