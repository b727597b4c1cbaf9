/** The two papers of L.R. 15/2018, made from the demonstration's year. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sayIn } from '@/i18n/languages';
import type { Block, Doc } from '@/reports/document';
import { finalReport } from '@/reports/documents/final-report';
import { participatoryProposal } from '@/reports/documents/participatory-proposal';
import { observatoryRows } from '@/reports/observatory';
import { type PathExport, pathJson } from '@/reports/path-json';
import { printHtml } from '@/server/file-formats/html';
import { type Demo, demonstration } from './demo';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const say = sayIn('it', ['common', 'record', 'documents']);
let demo: Demo;
let data: PathExport;
beforeAll(async () => {
  demo = await demonstration();
  data = pathJson(demo.path, demo.gatherings, { exportedAt: Date.UTC(2014, 11, 1) });
});
afterAll(() => demo.close());

const headings = (doc: Doc, level: number): string[] =>
  doc.blocks.flatMap((b) => (b.is === 'heading' && b.level === level ? [b.text] : []));
const tableUnder = (doc: Doc, title: string) => {
  const at = doc.blocks.findIndex((b) => b.is === 'heading' && b.text === title);
  const found = doc.blocks.slice(at).find((b): b is Extract<Block, { is: 'table' }> => b.is === 'table');
  if (at < 0 || !found) throw new Error(`no table under ${title}`);
  return found;
};

describe('the document of participatory proposal', () => {
  it('has every proposal once, under its table, with the words it comes from', () => {
    const doc = participatoryProposal({ data, say });
    expect(data.proposals.length).toBeGreaterThan(5);
    expect(headings(doc, 3).sort()).toEqual(data.proposals.map((p) => p.title).sort());
    const html = printHtml(doc);
    const quoted = data.evidence.find((e) => e.target === 'proposal' && e.quote);
    expect(html).toContain(quoted?.place);
    expect(doc.blocks.filter((b) => b.is === 'quote').length).toBeGreaterThan(data.proposals.length / 2);
    for (const p of data.proposals) {
      const table = data.workTables.find((t) => t.id === p.workTable)?.newName;
      const under = doc.blocks
        .slice(
          0,
          doc.blocks.findIndex((b) => b.is === 'heading' && b.level === 3 && b.text === p.title),
        )
        .findLast((b) => b.is === 'heading' && b.level === 2);
      if (table) expect(under).toMatchObject({ text: table });
    }
  });

  it('says who decides, how the process went, and leaves to the body what the program does not know', () => {
    const html = printHtml(participatoryProposal({ data, say }));
    for (const said of [
      'n. 15',
      data.path.body ?? '',
      data.path.promoter ?? '',
      ...data.phases.map((p) => p.label),
    ])
      expect(html).toContain(said.replaceAll('&', '&amp;'));
    expect(html.split('[da completare]').length - 1).toBe(4);
  });

  it('goes to whoever decides: no answer is in it', () => {
    const html = printHtml(participatoryProposal({ data, say }));
    const reasons = data.proposals.flatMap((p) => (p.outcomeReason ? [p.outcomeReason] : []));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(html).not.toContain(reason);
  });
});

describe('the final report', () => {
  it('counts every answer and every silence', () => {
    const { rows } = tableUnder(finalReport({ data, say }), say('documents.frResults'));
    const sum = rows.reduce((n, [, a, b]) => n + Number(a) + Number(b), 0);
    expect(sum).toBe(data.outcomes.length);
    expect(rows.length).toBeGreaterThan(2);
  });

  it('says how many met, and where', () => {
    const html = printHtml(finalReport({ data, say }));
    const held = data.gatherings.filter((g) => g.dateStatus === 'svolto');
    expect(html).toContain(`Incontri svolti: ${held.length}.`);
    for (const g of data.gatherings) expect(html).toContain(g.title.replaceAll('&', '&amp;'));
  });
});

it('the observatory’s sheet says law, kind and structure, and leaves gender to the body', () => {
  const rows = new Map(observatoryRows(data, say).map((r) => [String(r.Campo), String(r.Valore)]));
  expect(rows.get('Legge di riferimento')).toContain('15/2018');
  expect(rows.get('Struttura responsabile')).toBe(data.path.promoter);
  expect(rows.get('Genere dei partecipanti (dichiarato, solo aggregato)')).toBe('[da completare]');
});
