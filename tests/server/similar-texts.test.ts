/** The texts most alike to the one a planner reads: in Italian, ten at most, and never what nobody may read. */
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Note } from '@/domain/gathering/state/note';
import { alongPath } from '@/domain/programming/path-texts';
import { gatheringRows, gatheringsOf } from '@/server/streams/path-gatherings';
import { SimilarTexts } from '@/server/search/similar-texts';
import { stemsOf, TextIndex } from '@/server/search/full-text-index';
import { owner } from '../harm/terms';
import { type Demo, demonstration } from '../reports/demo';
import { openSpace } from './house';
import { enter } from './office';

const indexed = async (texts: Record<string, string>) => {
  const index = new TextIndex();
  await index.update(new Map(Object.entries(texts)), []);
  return index;
};

describe('an index of Italian texts', () => {
  it('knows a word in its other forms, with and without its accent, and passes over silent words', () => {
    expect(stemsOf('I servizi delle scuole')).toEqual(stemsOf('nel servizio della scuola'));
    expect(stemsOf('difficoltà')).toEqual(stemsOf('difficolta'));
    for (const sign of ['’', '‘', 'ʼ']) expect(stemsOf(`dell${sign}acqua`)).toEqual(stemsOf("dell'acqua"));
    expect(stemsOf('Quando c’è qualcosa per noi, perché sì')).toEqual([]);
  });

  it('puts the texts that share the rarer words first, and leaves out those that share none', async () => {
    const index = await indexed({
      bus: 'La sera non ci sono autobus per gli anziani',
      buses: 'Un autobus serale per chi è anziano',
      old: 'Gli anziani hanno bisogno di compagnia',
      young: 'Ai giovani manca un lavoro',
    });
    const alike = index.alike('Autobus la sera per un’anziana');
    expect(new Set(alike.slice(0, 2))).toEqual(new Set(['bus', 'buses']));
    expect(alike.slice(2)).toEqual(['old']);
    expect(index.alike('Che cosa per chi?')).toEqual([]);
  });

  it('forgets a text that changed or is gone', async () => {
    const index = await indexed({
      one: 'Un emporio solidale',
      two: 'L’emporio di quartiere',
      three: 'Gli empori e le palestre',
      four: 'Un emporio anche qui',
    });
    expect(new Set(index.alike('emporio'))).toEqual(new Set(['one', 'two', 'three', 'four']));
    await index.update(new Map([['one', 'Una palestra']]), ['two']);
    expect(new Set(index.alike('emporio'))).toEqual(new Set(['three', 'four']));
    expect(new Set(index.alike('palestra'))).toEqual(new Set(['one', 'three']));
  });

  it('lets other work through while it reads thousands of texts', async () => {
    const words = Array.from({ length: 500 }, (_, i) => `parola${i}`);
    const texts = new Map(
      Array.from({ length: 5000 }, (_, i) => [
        `t${i}`,
        Array.from({ length: 20 }, (_, j) => words[(i * 7 + j * j) % 500]).join(' '),
      ]),
    );
    let others = 0;
    const other = setInterval(() => void others++, 1);
    await new TextIndex().update(texts, []);
    clearInterval(other);
    expect(others).toBeGreaterThan(5);
  });
});

describe('similar texts of a path', () => {
  let demo: Demo;
  let planner = '';
  let helper = '';
  beforeAll(async () => {
    demo = await demonstration();
    planner = await enter(demo.house, 'chi programma', 'planner');
    helper = await enter(demo.house, 'chi accoglie', 'helper');
  }, 60_000);
  afterAll(() => demo.close());

  const asked = async (ref: string, cookie = planner) => {
    const to = `${demo.house.url}/api/path/PATTO/similar?ref=${encodeURIComponent(ref)}`;
    const answer = await fetch(to, { headers: { accept: 'application/json', cookie } });
    return { status: answer.status, ...((await answer.json()) as { refs?: string[] }) };
  };
  const row = (code: string) => {
    const found = demo.house.streams.index.find(code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };
  const submit = async (code: string, type: string, ask: object) => {
    const answer = await demo.house.streams.stream(row(code)).submit({ id: nanoid(14), type, ask }, owner);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  };
  const open = () => demo.gatherings.flatMap((g) => Object.values(g.notes).map((n) => ({ g, n })));
  const readable = (n: Note) => !n.hidden && !n.withdrawn && n.text.length > 60;
  const paper = async (text: string) => {
    const id = nanoid(14);
    await submit('PATTO', 'importPaper', { lines: [{ id, text }] });
    return `${demo.path.id}/paper/${id}`;
  };

  it('are ten at most, each once, never the text itself, and nothing is coded', async () => {
    const before = JSON.stringify([demo.path.codings, demo.path.readings]);
    const found = open().find(({ n }) => readable(n));
    const ref = `${found?.g.id}/note/${found?.n.id}`;
    const { refs = [] } = await asked(ref);
    expect(refs).toHaveLength(10);
    expect(new Set(refs).size).toBe(10);
    expect(refs).not.toContain(ref);
    expect(JSON.stringify([demo.path.codings, demo.path.readings])).toBe(before);
  });

  it('are told to planners and facilitators of the path alone', async () => {
    const { g, n } = open()[0] ?? {};
    const ref = `${g?.id}/note/${n?.id}`;
    expect((await asked(ref, helper)).status).toBe(403);
    expect((await asked(ref, '')).status).toBe(401);
    expect((await asked('demo-ost-carpi/note/inventato')).status).toBe(404);
    expect((await asked('constructor/note/__proto__')).status).toBe(404);
  });

  it('follow a text that is added, withheld and shown again', async () => {
    const { g, n } = open().find(({ n }) => readable(n)) ?? {};
    if (!g || !n) throw new Error('no note');
    const note = `${g.id}/note/${n.id}`;
    const twin = await paper(n.text);
    expect((await asked(twin)).refs).toContain(note);
    expect((await asked(note)).refs).toContain(twin);
    await submit(g.code, 'hideText', { what: 'note', id: n.id, reason: 'dato_personale' });
    expect((await asked(twin)).refs).not.toContain(note);
    expect((await asked(note)).status).toBe(404);
    await submit(g.code, 'restoreText', { what: 'note', id: n.id, reason: '' });
    expect((await asked(twin)).refs).toContain(note);
  });

  it('leave out what is withheld while the index is being brought up to date', async () => {
    const { streams } = demo.house;
    const other = await openSpace(demo.house);
    const phase = Object.keys(demo.path.phases)[0];
    await submit('PATTO', 'addMeeting', { id: nanoid(14), title: 'Altro', phase, gathering: other.id });
    const rows = gatheringRows(streams, row('PATTO'));
    const [first, last] = [rows[0], rows.at(-1)];
    const { g, n } = open().find(({ g, n }) => g.id === first?.id && readable(n)) ?? {};
    if (!g || !n || !last || first === last) throw new Error('two gatherings are needed');
    const note = `${g.id}/note/${n.id}`;
    const twin = await paper(`${n.text} ancora`);
    const similar = new SimilarTexts(streams);
    const gathering = streams.gathering.bind(streams);
    // The first gathering has been read when the last one is looked at: the note is withheld at that moment.
    let hiding: Promise<void> | undefined;
    vi.spyOn(streams, 'gathering').mockImplementation((of) => {
      if (of.id === last.id)
        hiding ??= submit(g.code, 'hideText', { what: 'note', id: n.id, reason: 'dato_personale' });
      return gathering(of);
    });
    const refs = await similar.to(row('PATTO'), twin);
    vi.restoreAllMocks();
    expect(hiding).toBeDefined();
    await hiding;
    expect(refs?.length).toBeGreaterThan(0);
    expect(refs).not.toContain(note);
    expect(await similar.to(row('PATTO'), note)).toBeNull();
  });

  it('are told whole, gathering by gathering, as if all had been read in one turn', async () => {
    const { streams } = demo.house;
    const answer = await fetch(`${demo.house.url}/api/path/PATTO/said`, { headers: { cookie: planner } });
    expect(answer.headers.get('content-type')).toContain('application/json');
    const gatherings = gatheringsOf(streams, row('PATTO'));
    expect(gatherings).toHaveLength(2);
    const whole = alongPath(streams.path(row('PATTO')).whole(), gatherings);
    expect(whole.said.length).toBeGreaterThan(184);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(whole)));
    const headers = { cookie: planner, accept: 'application/x-ndjson' };
    const lines = await fetch(`${demo.house.url}/api/path/PATTO/said`, { headers });
    const [closing, ...before] = (await lines.text()).trim().split('\n').reverse();
    const parts = before.reverse().map((line) => JSON.parse(line) as typeof whole);
    expect(parts).toHaveLength(2);
    expect(closing).toBe('{"lines":2}');
    expect(parts.flatMap((p) => p.said)).toEqual(JSON.parse(JSON.stringify(whole.said)));
    expect(parts.flatMap((p) => p.meetings)).toEqual(JSON.parse(JSON.stringify(whole.meetings)));
  });
});
