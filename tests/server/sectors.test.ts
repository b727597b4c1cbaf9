/** Whoever reads everything that is public, or is passed on, learns of nobody's sector, and finds no count of them (E25). */
import { strFromU8, unzipSync } from 'fflate';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Gathering } from '@/domain/gathering/state';
import type { GatheringExport } from '@/reports/gathering-json';
import { SECTORS } from '@/domain/words';
import type { PathExport } from '@/reports/path-json';
import { pathData, pathPackage } from '@/server/exports/export-data';
import { DETAILS } from '../office-details';
import { demoHouse } from './demo-house';
import { join_, openSpace, type TestHouse } from './house';

const SHEETS =
  'seats topics sessions interests presences notes reports report-items votes clusters actions ideas announcements';
const json = { 'content-type': 'application/json', accept: 'application/json' };

vi.setConfig({ testTimeout: 30_000 });
let house: TestHouse;
beforeAll(async () => {
  house = await demoHouse();
  await tiny('PICCOLO');
});
afterAll(async () => {
  await house.close();
  house.remove();
});

/** Five people: three of one sector, and two who are each alone in theirs and sign their notes. */
async function tiny(code: string) {
  const row = await openSpace(house, code);
  const room = house.streams.gathering(row);
  const sit = (label: string, sector: string | null, more = {}) =>
    join_(house.url, code, label, { sector, ...more });
  const people = [
    await sit('Uno', 'volontariato', { newVoice: true, municipality: 'Soliera' }),
    await sit('Due', 'volontariato'),
    await sit('Tre', 'volontariato'),
    await sit('Sola', 'istituzioni'),
    await sit('Cura', 'gruppi_innovativi', { subgroup: 'care_giver' }),
  ];
  const say = async (n: number, type: string, ask: unknown) => {
    const seat = people[n]?.seat ?? '';
    const actor = { id: seat, role: 'participant' as const, seat };
    const answer = await room.submit({ id: nanoid(14), type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  await say(0, 'proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  await say(3, 'proposeTopic', { topic: 'topic-0002', title: 'Lo sportello' });
  const at = (n: number) => ({ slot: 'slot-0001', space: `space-00${n}` });
  await say(0, 'placeTopic', { session: 'session-01', topic: 'topic-0001', ...at(0) });
  await say(3, 'placeTopic', { session: 'session-02', topic: 'topic-0002', ...at(1) });
  for (const n of [0, 1, 2, 4]) await say(n, 'moveTo', { to: 'session-01' });
  await say(3, 'moveTo', { to: 'session-02' });
  for (const n of [0, 4])
    await say(n, 'writeNote', {
      note: `note-000${n}`,
      topic: 'topic-0001',
      kind: 'bisogno',
      text: `nota di ${n}`,
    });
  await say(4, 'shareIdea', { idea: 'idea-0001', text: 'una idea' });
  await room.submit(
    { id: nanoid(14), type: 'changePhase', ask: { phase: 'completing' } },
    { id: 'acc', role: 'owner', seat: null },
  );
}

const stateOf = (code: string): Gathering => {
  const row = house.streams.index.find(code);
  if (row?.kind !== 'gathering') throw new Error(`no ${code}`);
  return house.streams.gathering(row).whole() as Gathering;
};
const exported = async (code: string) =>
  (await (await fetch(`${house.url}/api/export/${code}/tutto.json`)).json()) as GatheringExport;

/** Every value of anything that can be read as data. */
function* branches(x: unknown): Generator<Record<string, unknown>> {
  if (typeof x !== 'object' || x === null) return;
  if (!Array.isArray(x)) yield x as Record<string, unknown>;
  for (const y of Object.values(x)) yield* branches(y);
}

/** All data that anybody may have: over the socket, by the routes, and the first state of phone and wall. */
async function everythingPublic(code: string): Promise<[string, unknown][]> {
  const row = house.streams.index.find(code);
  if (!row) throw new Error(`no ${code}`);
  const room = house.streams.gathering(row);
  const got = async (path: string) => (await fetch(house.url + path)).json();
  return [
    ['state', JSON.parse(room.snapshot('public').text)],
    ['facts', room.since(0, 'public', null)?.map((text) => JSON.parse(text) as unknown)],
    ['export', await exported(code)],
    ['film', await got(`/api/film/${code}`)],
    ['inspiration', await got(`/api/inspiration/${code}`)],
  ];
}

const ABOUT_A_PERSON = ['sector', 'subgroup', 'municipality', 'newVoice'];

describe.each(['DEMO', 'PICCOLO'])('[E25] what is public of %s', (code) => {
  it('says of no thing and no person from which sector, sub-group or town it comes, nor that she is new', async () => {
    const told = (await everythingPublic(code)).flatMap(([where, what]) =>
      [...branches(what)].flatMap((branch) =>
        ABOUT_A_PERSON.flatMap((key) => (branch[key] ? [`${where}: ${key} ${String(branch[key])}`] : [])),
      ),
    );
    expect(told).toEqual([]);
    for (const sheet of SHEETS.split(' ')) {
      const text = await (await fetch(`${house.url}/api/export/${code}/${sheet}.csv`)).text();
      for (const word of ['care_giver', 'Soliera', 'Campogalliano', 'altri_punti_di_vista'])
        if (sheet === 'seats' || sheet === 'notes' || sheet === 'ideas')
          expect(text.includes(`;${word}`), `${sheet} ${word}`).toBe(false);
    }
    // The office has them, so that this can fail.
    const sectors = Object.values(stateOf(code).seats).map((s) => s.sector);
    expect(new Set(sectors).size).toBeGreaterThan(2);
  });

  it('counts nobody by sector, not even once the day is over', async () => {
    const data = await exported(code);
    expect(data.gathering.bySector).toEqual({});
    for (const [where, what] of await everythingPublic(code))
      for (const branch of branches(what))
        for (const sector of SECTORS) expect(Object.keys(branch), where).not.toContain(sector);
  });

  it('counts a circle of one or two as the state does that every phone holds', async () => {
    const data = await exported(code);
    const held = Object.values(stateOf(code).sessions).filter((s) => s.state !== 'cancelled');
    expect(data.sessions.some((s) => s.attended === 1 || s.attended === 2 || s.attended === null)).toBe(true);
    for (const [i, s] of data.sessions.entries()) {
      const rows = data.presences.filter((p) => p.topic === s.topic && p.part === s.part);
      expect(rows).toHaveLength(s.attended ?? 0);
      expect(rows.every((r) => r.seat === null)).toBe(true);
      expect([held[i]?.attended, null, 0, 1]).toContain(s.attended);
    }
  });
});

describe('[E25] what planners carry out, and may pass on', () => {
  const row = (code: string) => {
    const found = house.streams.index.find(code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };

  it('says the sector of no words of a gathering; of a line of paper what the office wrote down with it', () => {
    const data = pathData(house.streams, row('PATTO'));
    expect(data.sources.filter((s) => s.gathering && s.sector)).toEqual([]);
    expect(data.sources.some((s) => s.gathering && s.sectorWithheld)).toBe(true);
    expect(data.evidence.filter((e) => e.gathering && e.sector)).toEqual([]);
  });

  it('counts the new voices for the office, and not in the package that is passed on', () => {
    expect(pathData(house.streams, row('PATTO')).gatherings.map((g) => g.newVoices)).toContain(19);
    const files = unzipSync(pathPackage(house.streams, row('PATTO'), DETAILS, null).bytes);
    const whole = JSON.parse(strFromU8(files['path.json'] ?? new Uint8Array())) as PathExport;
    expect(whole.gatherings.map((g) => g.newVoices ?? null)).toEqual(whole.gatherings.map(() => null));
    expect(whole.gatherings.some((g) => g.newVoicesWithheld)).toBe(true);
  });

  it('the same is told to the office in full, signed in', async () => {
    const token = house.accounts.invite('invite', 'owner', null, 1);
    const entered = await fetch(`${house.url}/api/enter`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token, name: 'Chi titola', passphrase: 'una frase lunga' }),
    });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const full = await fetch(`${house.url}/api/export/PICCOLO/tutto.json`, { headers: { cookie } });
    const data = (await full.json()) as GatheringExport;
    expect(data.gathering.bySector).toEqual({ volontariato: 3, istituzioni: 1, gruppi_innovativi: 1 });
    expect(data.seats.map((s) => s.subgroup)).toContain('care_giver');
    expect(data.notes.map((n) => n.sector)).toContain('gruppi_innovativi');
  });
});
