/** REFI-QDA: the codebook and the project follow the standard's schema, and a codebook is read back unchanged. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { guidOf, qdc, qdpx, qdpxFile } from '@/reports/refi-qda';
import { type PathExport, pathJson } from '@/reports/path-json';
import { codebookRows } from '@/server/imports/refi-qda-codebook';
import { readTable } from '@/server/imports/spreadsheet';
import { type Demo, demonstration } from './demo';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let demo: Demo;
let data: PathExport;
beforeAll(async () => {
  demo = await demonstration();
  data = pathJson(demo.path, demo.gatherings, { exportedAt: Date.UTC(2014, 11, 1) });
});
afterAll(() => demo.close());

const GUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
/**
 * Allowed children of each element in the published schemas, in this order, and its required and optional attributes.
 */
const SHAPES: Record<string, { inside: string[]; must: string[]; may: string[] }> = {
  CodeBook: { inside: ['Codes', 'Sets'], must: [], may: ['xmlns', 'origin'] },
  Codes: { inside: ['Code'], must: [], may: [] },
  Code: { inside: ['Description', 'NoteRef', 'Code'], must: ['guid', 'name', 'isCodable'], may: ['color'] },
  Description: { inside: [], must: [], may: [] },
  Sets: { inside: ['Set'], must: [], may: [] },
  Set: { inside: ['Description', 'MemberCode'], must: ['guid', 'name'], may: [] },
  MemberCode: { inside: [], must: [], may: ['guid', 'targetGUID'] },
  Project: {
    inside: ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets'],
    must: ['name'],
    may: ['xmlns', 'origin', 'creationDateTime'],
  },
  Users: { inside: ['User'], must: [], may: [] },
  User: { inside: [], must: ['guid'], may: ['name', 'id'] },
  Sources: { inside: ['TextSource'], must: [], may: [] },
  TextSource: {
    inside: ['Description', 'PlainTextContent', 'PlainTextSelection'],
    must: ['guid'],
    may: ['name', 'plainTextPath'],
  },
  PlainTextSelection: {
    inside: ['Description', 'Coding', 'NoteRef'],
    must: ['guid', 'startPosition', 'endPosition'],
    may: ['name', 'creatingUser', 'creationDateTime'],
  },
  Coding: { inside: ['CodeRef', 'NoteRef'], must: ['guid'], may: ['creatingUser', 'creationDateTime'] },
  CodeRef: { inside: [], must: ['targetGUID'], may: [] },
};
type Found = { name: string; attributes: Record<string, string> };

/** Reads the whole document and checks each element against its schema. */
function held(xml: string): Found[] {
  const all: Found[] = [];
  const open: { name: string; last: number }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (e) => {
    throw e;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const shape = SHAPES[name];
    expect(shape, name).toBeDefined();
    const parent = open.at(-1);
    if (parent) {
      const place = SHAPES[parent.name]?.inside.indexOf(name) ?? -1;
      expect(place, `${name} in ${parent.name}`).toBeGreaterThanOrEqual(parent.last);
      parent.last = place;
    }
    const names = Object.keys(attributes);
    expect(
      shape?.must.filter((m) => !names.includes(m)),
      name,
    ).toEqual([]);
    expect(
      names.filter((n) => !shape?.must.includes(n) && !shape?.may.includes(n)),
      name,
    ).toEqual([]);
    all.push({ name, attributes: attributes as Record<string, string> });
    open.push({ name, last: 0 });
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return all;
}

describe('REFI-QDA', () => {
  it('the codebook has every code in use once, within its own, with its definition', () => {
    const found = held(qdc(data));
    const codes = found.filter((f) => f.name === 'Code');
    expect(codes.map((c) => c.attributes.name).sort()).toEqual(
      data.themes
        .filter((t) => t.mergedInto === null)
        .map((t) => t.label)
        .sort(),
    );
    expect(codes.every((c) => GUID.test(c.attributes.guid ?? ''))).toBe(true);
    expect(new Set(codes.map((c) => c.attributes.guid)).size).toBe(codes.length);
  });

  it('the project holds every text that may be read, and every coding whose words are still there', () => {
    const { project, sources } = qdpx(data);
    const found = held(project);
    const of = (name: string) => found.filter((f) => f.name === name).map((f) => f.attributes);
    const readable = data.sources.filter((s) => !s.withheld && s.text);
    expect([of('TextSource').length, sources.length]).toEqual([readable.length, readable.length]);
    const guids = found.flatMap((f) =>
      f.name !== 'MemberCode' && f.attributes.guid ? [f.attributes.guid] : [],
    );
    expect(new Set(guids).size).toBe(guids.length);
    const codes = new Set(of('Code').map((c) => c.guid));
    expect(of('CodeRef').length).toBeGreaterThan(100);
    expect(of('CodeRef').every((r) => codes.has(r.targetGUID))).toBe(true);
    expect(of('MemberCode').every((m) => codes.has(m.targetGUID))).toBe(true);
    const texts = new Map(sources.map((s) => [s.path, [...s.text]]));
    let source: string[] = [];
    for (const { name, attributes } of found) {
      if (name === 'TextSource')
        source = texts.get((attributes.plainTextPath ?? '').replace('internal://', 'Sources/')) ?? [];
      if (name !== 'PlainTextSelection') continue;
      const quote = source.slice(Number(attributes.startPosition), Number(attributes.endPosition)).join('');
      expect(quote.startsWith((attributes.name ?? '?').slice(0, 40))).toBe(true);
    }
  });

  it('a path without codes has a project without a codebook: an empty one is not valid', () => {
    const { project } = qdpx({ ...data, themes: [], codings: [] });
    expect(held(project).filter((f) => f.name === 'CodeBook' || f.name === 'Codes')).toEqual([]);
    expect(held(qdpx(data).project).filter((f) => f.name === 'Codes')).toHaveLength(1);
  });

  it('is one zip as the standard lays it out, and positions count characters, not their halves', () => {
    const files = unzipSync(qdpxFile(data));
    expect(strFromU8(files['project.qde'] ?? new Uint8Array())).toBe(qdpx(data).project);
    expect(Object.keys(files).filter((f) => f.startsWith('Sources/')).length).toBe(qdpx(data).sources.length);
    const [source] = data.sources.filter((s) => !s.withheld && s.text);
    const [coding] = data.codings;
    if (!source || !coding) throw new Error('nothing said');
    const text = '🌳🌳 sotto gli alberi';
    const one = {
      ...data,
      sources: [{ ...source, text }],
      codings: [{ ...coding, source: source.id, start: 5, end: 10, quote: 'sotto' }],
    };
    expect(qdpx(one).project).toContain('startPosition="3" endPosition="8"');
  });

  it('a codebook comes back as it went, as rows the importer of codes knows; another document is none', async () => {
    const rows = codebookRows(qdc(data)) ?? [];
    expect(rows[0]?.cells.slice(0, 2)).toEqual(['Nome', 'Definizione']);
    const back = new Map(rows.slice(1).map((r) => [r.cells[0], r.cells]));
    for (const t of data.themes.filter((x) => x.mergedInto === null)) {
      expect(back.get(t.label)?.[1]).toBe(t.definition);
      const parent = data.themes.find((p) => p.id === t.parent)?.label ?? '';
      expect(back.get(t.label)?.[3]).toBe(parent);
    }
    expect(codebookRows('<html><body/></html>')).toBeNull();
    expect(codebookRows('<CodeBook><Codes>')).toBeNull();
    const project = await readTable(qdpxFile(data));
    expect('rows' in project && project.rows.length).toBe(rows.length);
    const atlas =
      '<?xml version="1.0" encoding="utf-8"?><CodeBook origin="ATLAS.ti" xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="cura &amp; tempo" color="#46AA00" isCodable="true"><Description>chi cura</Description><Code guid="2FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="notte" isCodable="true"/></Code></Codes></CodeBook>';
    const read = await readTable(new TextEncoder().encode(atlas));
    expect('rows' in read && read.rows.map((r) => r.cells.slice(0, 4))).toEqual([
      ['Nome', 'Definizione', 'Famiglia', 'Dentro'],
      ['cura & tempo', 'chi cura', '', ''],
      ['notte', '', '', 'cura & tempo'],
    ]);
  });

  it('the same thing has always the same GUID, another thing another', () => {
    expect(guidOf('path', 'code', 'a')).toBe(guidOf('path', 'code', 'a'));
    const many = new Set(Array.from({ length: 20_000 }, (_, i) => guidOf('path', 'code', `code-${i}`)));
    expect(many.size).toBe(20_000);
    expect([...many].every((g) => GUID.test(g))).toBe(true);
  });
});
