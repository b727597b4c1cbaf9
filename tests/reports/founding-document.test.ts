/** The founding document's demands, found again at the end of the demonstration's year. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { coverage } from '@/domain/programming/listening-coverage';
import { sayIn } from '@/i18n/languages';
import { gatheringJson, type GatheringExport } from '@/reports/gathering-json';
import { type PathExport, pathJson } from '@/reports/path-json';
import { type Demo, demonstration } from './demo';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let demo: Demo;
let out: PathExport;
let may: GatheringExport;
beforeAll(async () => {
  demo = await demonstration();
  out = pathJson(demo.path, demo.gatherings, { exportedAt: 0 });
  const [g] = demo.gatherings;
  if (!g) throw new Error('no gathering');
  may = gatheringJson(g, { labels: {}, publicly: true, exportedAt: 0 });
});
afterAll(() => demo.close());

describe('at the end of the year', () => {
  it('[S05] from cases to what to do: proposals founded on experiences told in the circles', () => {
    const voices = new Map(out.sources.map((s) => [s.id, s.voice]));
    const cases = out.evidence.filter((e) => voices.get(e.source) === 'esperienza');
    expect(cases.length).toBeGreaterThan(5);
  });

  it('[S07] peers of the Region read the record without an account, and meet nobody’s sector in it', () => {
    expect(may.seats.every((s) => s.label === null)).toBe(true);
    expect([may.gathering.bySector, may.seats.every((s) => s.sector === null)]).toEqual([{}, true]);
  });

  it('[S09] relations that generate resources are a kind of note, gathered under a code of their own', () => {
    expect(may.notes.filter((n) => n.kind === 'risorsa').length).toBeGreaterThan(20);
    expect(out.themes.find((t) => t.label === 'Reti di prossimità')?.sessions).toBeGreaterThan(3);
  });

  it('[S10] conflicts show distances: notes of distance, points of distance, evidence against', () => {
    expect(may.notes.filter((n) => n.kind === 'distanza').length).toBeGreaterThan(20);
    expect(may.reports.filter((r) => r.distances).length).toBeGreaterThan(3);
    expect(out.evidence.filter((e) => e.relation === 'contrasta').length).toBeGreaterThan(5);
  });

  it('[S11] forms of hardship are a family of codes, and a need says its own', () => {
    const family = out.themes.filter((t) => t.family === 'Forme del disagio sociale' && !t.mergedInto);
    expect(family.length).toBeGreaterThan(5);
    expect(out.needs.filter((n) => n.hardship !== '').length).toBeGreaterThan(2);
  });

  it('[S12] new forms of welfare begin with who joins: five action groups, each with people', () => {
    expect(may.actionGroups).toHaveLength(5);
    expect(may.actionGroups.every((a) => a.joined.length > 0)).toBe(true);
  });

  it('[S15] the guiding principles are there for everyone, on phone and wall, in two languages', () => {
    for (const lang of ['it', 'en']) {
      const say = sayIn(lang);
      for (const key of [
        'principle.people',
        'principle.happens',
        'principle.starts',
        'principle.over',
      ] as const)
        expect(say(key).length).toBeGreaterThan(10);
    }
    expect(sayIn('it')('principle.people')).toBe('Chiunque venga è la persona giusta');
  });

  it('[S17] needs and proposals are kept apart, and each is ready for 2015 with an outcome or none yet', () => {
    expect([out.needs.length, out.proposals.length]).toEqual([8, 13]);
    expect(new Set(out.outcomes.map((o) => o.what))).toEqual(new Set(['proposta', 'richiesta']));
  });

  it('[S20] groups and networks: how many actors are new at the tables', () => {
    const fresh = out.organizations.filter((o) => !o.alreadyInvolved);
    expect(fresh).toHaveLength(8);
    const seated = new Set(out.workTables.flatMap((t) => t.members.flatMap((m) => m.organization ?? [])));
    expect(fresh.every((o) => seated.has(o.id))).toBe(true);
  });

  it('[S22] services that go toward citizens: five proposals, four of them accepted at least in part', () => {
    const toward = out.proposals.filter((p) => p.goesTowardCitizens);
    expect(toward.map((p) => p.outcome).sort()).toEqual(
      ['accolta', 'accolta_in_parte', 'accolta_in_parte', 'accolta_in_parte', 'non_accolta'].sort(),
    );
  });

  it('[S24] the ideas of January are words like all others: in the queue, quoted, never a topic by themselves', () => {
    const january = out.sources.filter((s) => s.phase === 'fase-gennaio' && s.kind === 'paper');
    expect(january).toHaveLength(41);
    expect(out.evidence.filter((e) => january.some((s) => s.id === e.source)).length).toBeGreaterThan(10);
  });

  it('[S25] every sector was listened to in January', () => {
    expect(coverage(demo.path).every((c) => c.listened)).toBe(true);
  });

  it('[S34] Saturday 8 February: two headings, eighteen notes, strands B and C', () => {
    const february = out.gatherings.find((g) => g.date === '2014-02-08');
    expect(february?.agenda).toEqual(['Nuovi bisogni', 'Forme di partecipazione']);
    const notes = out.sources.filter((s) => s.phase === 'fase-febbraio' && s.kind === 'paper');
    expect(
      notes
        .map((s) => s.strands.join())
        .sort()
        .join(''),
    ).toBe('B'.repeat(9) + 'C'.repeat(9));
    expect(new Date('2014-02-08T12:00:00Z').getUTCDay()).toBe(6);
  });

  it('[S35] with who spoke there', () => {
    expect(out.gatherings.flatMap((g) => g.speakers)).toEqual([
      'Prof. Vincenza Pellegrino, formatrice del Community Lab',
    ]);
  });

  it('[S37] the Open Space of May is one meeting of the path, held here', () => {
    expect(out.gatherings.filter((g) => g.code !== null)).toMatchObject([
      { kind: 'ost', code: 'DEMO', people: 62, topics: 14, date: '2014-05-17' },
    ]);
  });

  it('[S38] the invitation of May went to other views, each with its reason; nineteen voices were new', () => {
    const invited = out.invitations.filter((i) => i.meeting === 'incontro-ost');
    expect(invited).toHaveLength(8);
    expect(invited.every((i) => i.reason !== '' && i.newVoice)).toBe(true);
    expect(out.gatherings.find((g) => g.code === 'DEMO')?.newVoices).toBe(19);
  });

  it('[S39][S40][S41] results so far, emerging needs, participatory ways: four, six and four topics, and not three tracks', () => {
    const strands = ['A', 'B', 'C'].map((s) => may.topics.filter((t) => t.strands.includes(s as 'A')).length);
    expect(strands).toEqual([4, 6, 4]);
    const slots = new Set(may.sessions.map((s) => s.slot));
    for (const slot of slots) {
      const here = may.sessions.filter((s) => s.slot === slot).map((s) => s.topic);
      const kinds = new Set(may.topics.filter((t) => here.includes(t.number)).flatMap((t) => t.strands));
      expect(kinds.size).toBeGreaterThan(1);
    }
    expect(out.projects.every((p) => p.results !== '')).toBe(true);
  });

  it('[S49] topics were proposed, circles joined, notes written: all of it comes out again', () => {
    expect([may.topics.length, may.sessions.length, may.interests.length, may.notes.length]).toEqual([
      14, 14, 234, 184,
    ]);
  });
});
