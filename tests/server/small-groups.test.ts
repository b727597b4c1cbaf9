/** Whoever reads everything that is public, and subtracts, learns of nobody that she is one of fewer than three. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GROUPS, TOGETHER } from '@/domain/gathering/small-groups';
import type { Gathering } from '@/domain/gathering/state';
import type { GatheringExport } from '@/reports/gathering-json';
import { pathData } from '@/server/documents/export-data';
import { bringDemo } from '../../db/demo/bring';
import { join_, openSpace, type TestHouse, testHouse } from './house';

const SHEETS =
  'seats topics sessions interests presences notes reports report-items votes clusters actions ideas announcements';
const json = { 'content-type': 'application/json', accept: 'application/json' };

vi.setConfig({ testTimeout: 30_000 });
let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
  await bringDemo(house.streams);
  await tiny('PICCOLO');
});
afterAll(async () => {
  await house.close();
  house.remove();
});

/** Five people: three of one sector, and two who are each alone in theirs and sign what they say. */
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

/** Every branch of anything that can be read as data. */
function* branches(x: unknown): Generator<Record<string, unknown>> {
  if (typeof x !== 'object' || x === null) return;
  if (!Array.isArray(x)) yield x as Record<string, unknown>;
  for (const y of Object.values(x)) yield* branches(y);
}

/** All that anybody may have as data: over the socket, by the doors, and what the phone and wall are first drawn from. */
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

  it('lets no small group be had by subtracting what is told from the total', async () => {
    const data = await exported(code);
    const state = stateOf(code);
    const totals = [
      [data.gathering.people, data.gathering.bySector, Object.keys(state.seats)] as const,
      ...data.sessions.map((s, i) => {
        const session = Object.values(state.sessions).filter((x) => x.state !== 'cancelled')[i];
        const there = Object.keys(state.private).filter((p) =>
          state.private[p]?.visited.includes(session?.id ?? ''),
        );
        return [s.attended, s.bySector, there] as const;
      }),
    ];
    let small = 0;
    for (const [total, told, there] of totals) {
      const truth = new Map<string, number>();
      for (const seat of there) {
        const group = state.seats[seat]?.sector ?? 'non_indicato';
        truth.set(group, (truth.get(group) ?? 0) + 1);
      }
      const untold = GROUPS.filter((g) => !(g in told));
      for (const [group, n] of truth) {
        if (n >= 3) continue;
        small += 1;
        expect(untold).toContain(group);
        // Nothing told at all, or the total leaves room for at least two groups to share at least three people.
        if (total === '<3' || total === null || Object.keys(told).length === 0) continue;
        const left = total - Object.entries(told).reduce((sum, [g, m]) => sum + (g === TOGETHER ? 0 : m), 0);
        expect(left).toBe(told[TOGETHER]);
        expect(left).toBeGreaterThanOrEqual(3);
        expect(untold.length).toBeGreaterThanOrEqual(2);
      }
    }
    expect(small).toBeGreaterThan(1);
  });

  it('counts no circle of one or two in its rows, where its own number is withheld', async () => {
    const data = await exported(code);
    const few = data.sessions.filter((s) => s.attended === '<3' || s.attended === null);
    expect(few.length).toBeGreaterThan(0);
    for (const s of data.sessions) {
      const rows = data.presences.filter((p) => p.topic === s.topic && p.part === s.part);
      expect(rows).toHaveLength(s.attended === '<3' ? 0 : (s.attended ?? 0));
      expect(rows.every((r) => r.seat === null)).toBe(true);
    }
  });
});

describe('[E25] what planners carry out, and may pass on', () => {
  it('names the sector of words only where at least three people of it were there', () => {
    const row = house.streams.index.find('PATTO');
    if (!row) throw new Error('no path');
    const data = pathData(house.streams, row);
    const seats = Object.values(stateOf('DEMO').seats);
    const told = new Set(data.sources.filter((s) => s.gathering === 'DEMO').map((s) => s.sector));
    expect([...told].filter(Boolean).length).toBeGreaterThan(2);
    for (const sector of told)
      if (sector) expect(seats.filter((s) => s.sector === sector).length).toBeGreaterThanOrEqual(3);
    const small = Object.values(stateOf('DEMO').notes).filter((n) => n.sector === 'altri_punti_di_vista');
    expect(small.length).toBeGreaterThan(0);
    expect(data.evidence.some((e) => e.gathering === 'DEMO' && e.sector === 'altri_punti_di_vista')).toBe(
      false,
    );
    for (const g of data.gatherings)
      expect(g.newVoices === null || g.newVoices === 0 || g.newVoices >= 3).toBe(true);
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
