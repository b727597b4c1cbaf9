import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sayIn } from '@/i18n/languages';
import { csv } from '@/reports/csv';
import { typedCsv } from '@/reports/package-descriptor';
import { cellsOf } from '@/domain/programming/csv-reader';
import { decidimCsv, decidimJson } from '@/reports/decidim';
import type { Doc } from '@/reports/document';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { needsProposals } from '@/reports/documents/needs-proposals';
import { plainName } from '@/reports/file-name';
import { plainly } from '@/domain/words';
import { observatoryRows } from '@/reports/observatory';
import { officeTables } from '@/reports/office-tables';
import { packageTables } from '@/reports/package-tables';
import { type PathExport, pathJson } from '@/reports/path-json';
import { printHtml } from '@/server/file-formats/html';
import { documentOf, FORMS, nameOf } from '@/server/exports/documents';
import { docx } from '@/server/file-formats/docx';
import { odt } from '@/server/file-formats/odt';
import { pdf } from '@/server/file-formats/pdf';
import { workbook } from '@/server/file-formats/spreadsheet';
import { type Demo, demonstration } from './demo';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const say = sayIn('it', ['common', 'record', 'documents']);
const KINDS = [...PATH_DOCUMENTS, 'dossier-tavolo-poverta', 'atti-DEMO'];
const DEMO = 'DATI DIMOSTRATIVI — evento inventato';
let demo: Demo;
let data: PathExport;
const docs = new Map<string, Doc>();
const doc = (kind: string): Doc => {
  const found = docs.get(kind);
  if (!found) throw new Error(`no document ${kind}`);
  return found;
};
const words = (kind: string): string =>
  printHtml(doc(kind))
    .replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
beforeAll(async () => {
  demo = await demonstration();
  data = pathJson(demo.path, demo.gatherings, { exportedAt: Date.UTC(2014, 11, 1) });
  const row = demo.house.streams.index.find('PATTO');
  if (!row) throw new Error('no path');
  for (const kind of KINDS) {
    const made = documentOf(demo.house.streams, row, kind, say);
    if (made) docs.set(kind, made);
  }
});
afterAll(() => demo.close());

describe('the documents of a path', () => {
  it('say that they are invented in their own language', () => {
    const english = sayIn('en', ['common', 'record', 'documents']);
    const row = demo.house.streams.index.find('PATTO');
    for (const kind of KINDS)
      expect(row && documentOf(demo.house.streams, row, kind, english)?.notice, kind).toBe(
        'DEMONSTRATION DATA — invented event',
      );
  });

  it('there is each of them, with a name an office can file, and each says that it is invented (E30)', () => {
    expect([...docs.keys()]).toEqual(KINDS);
    for (const kind of KINDS) {
      expect(nameOf(doc(kind), 'odt'), kind).toMatch(/^\d{4}-\d{2}-\d{2}_[a-z0-9-]+_[a-z0-9-]+\.odt$/);
      expect(words(kind), kind).toContain(DEMO);
    }
    expect(nameOf(doc('atti-DEMO'), 'odt')).toBe(
      '2014-05-17_ost-di-carpi-dimostrativo_report-istantaneo.odt',
    );
  });

  it('[S01] each carries the letterhead of the Nuovo Ufficio di Piano', () => {
    for (const kind of KINDS.filter((k) => !k.startsWith('atti')))
      expect(doc(kind).office, kind).toContain('Nuovo Ufficio di Piano');
  });

  it('[S13] the table’s dossier has old and new name, who is invited, and the words it comes from', () => {
    const text = words('dossier-tavolo-poverta');
    for (const said of [
      'Tavolo impoverimenti e ripartenze',
      'Tavolo nuove povertà',
      'riconoscere presto lo scivolamento e sostenere le ripartenze',
      'Amministratori di condominio',
      '«Chi perde il lavoro non viene allo sportello: si vergogna.»',
      'DEMO T05-N01',
    ])
      expect(text).toContain(said);
  });

  it('[S21] the map of resources has the totals, euro as Italian offices write them, hours apart', () => {
    const text = words('mappa-risorse').replaceAll('\u00a0', ' ');
    for (const sum of [
      '€ 981.400,00',
      '€ 139.400,00',
      '€ 842.000,00',
      '€ 122.100,00',
      '€ 17.300,00',
      '€ 9.800,00',
    ])
      expect(text).toContain(sum);
    expect(text).toContain('In ore alla settimana');
  });

  it('a proposal without words says so; a note that is withheld is in none of them (E23)', () => {
    expect(words('quadro-bisogni-proposte')).toContain('Senza riscontro nell’OST');
    for (const kind of KINDS) expect(words(kind), kind).not.toContain('Pina');
  });

  it('intervention sheets keep every heading of the form, the empty ones too', () => {
    for (const heading of demo.path.about?.headings ?? [])
      expect(words('schede-intervento')).toContain(heading);
  });

  it('the yearly programme says nothing twice, has its money by source, and starts no page for a goal', () => {
    const programme = doc('programma-attuativo');
    expect(programme.blocks.filter((b) => b.is === 'page')).toEqual([]);
    const goals = programme.blocks.flatMap((b, i) =>
      b.is === 'heading' && b.level === 2 && /^O\d\./.test(b.text) ? [i] : [],
    );
    expect(goals).toHaveLength(5);
    for (const [n, from] of goals.entries()) {
      const blocks = programme.blocks.slice(from, goals[n + 1]);
      const cells = blocks.flatMap((b) => (b.is === 'table' ? b.rows.map((r) => r.at(-1) ?? '') : []));
      const leads = blocks.flatMap((b) => (b.is === 'lead' ? [JSON.stringify(b.of)] : []));
      const twice = cells.filter((c) => c.length > 3 && leads.some((l) => l.includes(JSON.stringify(c))));
      expect(twice).toEqual([]);
    }
    const plan = programme.blocks.find((b) => b.is === 'table' && b.title === 'Piano finanziario');
    const heading = programme.blocks.findIndex((b) => b.is === 'heading' && b.text === 'Piano finanziario');
    const table = plan ?? programme.blocks[heading + 1];
    if (table?.is !== 'table') throw new Error('no financial plan');
    const cents = (cell: string | undefined) => Number((cell ?? '').replace(/\D/g, ''));
    const sum = table.rows.slice(0, -1).reduce((n, r) => n + cents(r[1]), 0);
    expect(sum).toBe(cents(table.rows.at(-1)?.[1]));
    expect(sum).toBe(data.financialPlan.reduce((n, p) => n + Math.round(p.amount * 100), 0));
    // The sheet of a goal with projects has its plan too, though nobody typed it.
    expect(words('schede-intervento')).toMatch(/FSL, Fondo sociale locale: €\s120\.000,00/);
  });

  it('a place such as DEMO T11-N05 is explained once, under the first words that have one', () => {
    for (const kind of ['programma-attuativo', 'quadro-bisogni-proposte', 'dossier-tavolo-poverta'])
      expect(words(kind).match(/Come si leggono i rimandi/g), kind).toHaveLength(1);
    const { blocks } = doc('programma-attuativo');
    const legend = blocks.findIndex((b) => b.is === 'small' && b.text.includes('Come si leggono'));
    expect(blocks[legend - 1]?.is).toBe('quote');
    const [, topic, n] = /T(\d+)-N(\d+)/.exec(JSON.stringify(blocks.find((b) => b.is === 'quote'))) ?? [];
    expect(JSON.stringify(blocks[legend])).toContain(`è la nota ${Number(n)} del tema ${Number(topic)}`);
  });

  it('[S48] a goal’s measured values are in its documents and in the package, with their dates', () => {
    for (const kind of ['obiettivi', 'programma-attuativo'])
      expect(words(kind)).toMatch(/14\/10\/2014\s+misura\s+2\s+Verbale della prima seduta/);
    const rows = packageTables(data).find((t) => t.name === 'goal_measures')?.rows ?? [];
    expect(rows).toHaveLength(8);
    expect(rows.map((r) => [r.kind, r.date, r.value])).toContainEqual(['arrivo', '2015-09-30', 30_000]);
  });

  it('a file name is never cut within a word', () => {
    const title =
      'Programmare insieme la comunità che cambia: il nuovo patto dell’Unione delle Terre d’Argine';
    for (let cut = 1; cut <= title.length; cut++) {
      const plain = plainName(title.slice(0, cut)).split('-');
      const whole = plainly(title.slice(0, cut)).split(/[^a-z0-9]+/);
      expect(whole.slice(whole[0] === '' ? 1 : 0, plain.length)).toEqual(plain);
    }
    expect(plainName('a'.repeat(90))).toHaveLength(60);
    expect(nameOf(doc('obiettivi'), 'pdf')).toContain('_nuovo-patto-per-la-progettazione-partecipata_');
  });

  it('an office’s own sector has its name in every document and table, and not its id', () => {
    const own = { id: 'ambito-scuole', order: 30, label: 'Scuole e nidi', parent: null };
    const [e] = data.evidence.filter((x) => x.targetId === 'bisogno-scivolare');
    const told = {
      ...data,
      sectors: [...data.sectors, own],
      evidence: data.evidence.map((x) => (x === e ? { ...x, sector: own.id } : x)),
      sources: data.sources.map((s, i) => (i === 0 ? { ...s, sector: own.id } : s)),
    };
    const paper = JSON.stringify(needsProposals({ data: told as PathExport, say }));
    expect(paper).toContain('Scuole e nidi');
    expect(paper).not.toContain('record.sector');
    const sources = officeTables(packageTables(told as PathExport), say).find((t) => t.name === 'sources');
    expect(JSON.stringify(sources?.rows[0])).toContain('Scuole e nidi');
  });

  it('no key is left unsaid, in either language', () => {
    const row = demo.house.streams.index.find('PATTO');
    if (!row) throw new Error('no path');
    const english = sayIn('en', ['common', 'record', 'documents']);
    for (const kind of KINDS)
      for (const tongue of [say, english]) {
        const made = documentOf(demo.house.streams, row, kind, tongue);
        expect(made && printHtml(made), kind).not.toMatch(/(documents|record)\.[a-z]/);
      }
  });

  it('in print nothing that was said can run', () => {
    const hostile: Doc = { ...doc('percorso'), title: '<script>alert(1)</script>', blocks: [] };
    expect(printHtml(hostile)).not.toContain('<script>');
  });
});

describe('their files', () => {
  it('DOCX: real headings, header rows that come again, the notice in the head of every page', async () => {
    const files = unzipSync(await docx(doc('mappa-risorse')));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('w:val="Heading2"');
    expect(xml).toContain('<w:tblHeader/>');
    const heads = Object.keys(files).filter((f) => /header\d*\.xml$/.test(f));
    expect(heads.map((f) => strFromU8(files[f] ?? new Uint8Array())).join()).toContain(DEMO);
  });

  it('ODT: mimetype first and stored, header rows, figures to the right, Italian', async () => {
    const bytes = await odt(doc('mappa-risorse'));
    expect(strFromU8(bytes.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    const files = unzipSync(bytes);
    const content = strFromU8(files['content.xml'] ?? new Uint8Array());
    const styles = strFromU8(files['styles.xml'] ?? new Uint8Array());
    expect(content).toContain('<table:table-header-rows>');
    expect(content).toContain('text:style-name="Figure"');
    expect(content).not.toContain('\uE000');
    expect(styles).toContain('fo:language="it" fo:country="IT"');
    expect(styles).toContain('<style:master-page style:name="Standard"');
    expect(styles).toContain(DEMO);
  });

  it('PDF: tagged, with a title and a language, its font embedded', async () => {
    const raw = Buffer.from(await pdf(doc('registro-esiti'))).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/Lang (it-IT)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('/S /TH');
    expect(raw).toContain('/FontFile2');
  }, 300_000);

  it('PDF: written apart from the rooms, two asked at once come one after the other', async () => {
    const write = FORMS.pdf?.write;
    if (!write) throw new Error('no PDF');
    const short = { ...doc('percorso'), blocks: [] };
    for (const bytes of await Promise.all([write(short), write(short)]))
      expect(Buffer.from(bytes as Uint8Array).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  }, 300_000);

  it('spreadsheets load back to equal counts, texts that look like formulas stay texts', async () => {
    const tables = officeTables(packageTables(data), say);
    const [first] = tables;
    if (!first) throw new Error('no tables');
    const risky = { ...first, rows: [first.columns.map((c) => (c.type === 'string' ? '=1+1' : null))] };
    for (const [ending, read] of [
      ['xlsx', readXlsx],
      ['ods', readOds],
    ] as const) {
      const book = await read(await workbook[ending](tables, { title: 'Prova', lines: [DEMO] }));
      expect(book.sheets.map((s) => s.rows.length - 1).slice(1), ending).toEqual(
        tables.map((t) => t.rows.length),
      );
      expect(JSON.stringify(book.sheets[0]?.rows)).toContain(DEMO);
      const again = await read(await workbook[ending]([risky], { title: 'Prova', lines: [] }));
      expect(again.sheets[1]?.rows[1], ending).toContain('=1+1');
    }
  });

  it('CSV for an Italian office: BOM, `;`, decimal comma, gg/mm/aaaa, no two columns of one name', () => {
    const tables = officeTables(packageTables(data), say);
    for (const t of tables) {
      const heads = t.columns.map((c) => c.heading);
      expect(new Set(heads).size, t.name).toBe(heads.length);
    }
    const goals = tables.find((t) => t.name === 'goals');
    const rows = goals?.rows.map((r) => Object.fromEntries(goals.columns.map((c, i) => [c.heading, r[i]])));
    const sheet = csv(rows ?? [], 'Europe/Rome', DEMO);
    expect(sheet.startsWith(`\uFEFF${DEMO}\r\n`)).toBe(true);
    expect(sheet).toContain(';31/12/2015;');
    expect(sheet).toContain('Tavolo impoverimenti e ripartenze');
  });

  it('[E33] CSV: no cell that a sheet would run, whichever sign it begins with, in either form', () => {
    const risky = [...'=+-@＝＋－＠\t\r\n'].map((sign) => `${sign}1+1`);
    const [first] = packageTables(data);
    if (!first) throw new Error('no tables');
    const read = (text: string) => text.replaceAll('"', '').replace('\uFEFF', '');
    for (const text of risky) {
      expect(read(csv([{ a: text }]))).toBe(`a\r\n'${text}\r\n`);
      const table = { ...first, rows: [{ [first.fields[0]?.name ?? '']: text }] };
      expect(read(typedCsv(table)).split('\r\n')[1]?.startsWith("'")).toBe(true);
    }
    expect(csv([{ a: -3.5 }])).toContain('-3,5');
  });

  it('the shape for Decidim: meetings held with their closure, proposals with state and answer', () => {
    const out = decidimJson(data);
    expect(out.meetings.find((m) => m.reference === 'DEMO')).toMatchObject({ attendees_count: 62 });
    expect(out.meetings.every((m) => m.closing_report.it !== '')).toBe(true);
    const states = out.proposals.map((p) => p.state);
    expect(new Set(states)).toEqual(new Set(['accepted', 'evaluating', 'rejected', null]));
    expect(out.proposals.filter((p) => p.state).every((p) => p.answer.it !== '')).toBe(true);
    expect(out.notice).toBe(DEMO);
    const meetings = new Set(out.meetings.map((m) => m.reference));
    expect(out.proposals.flatMap((p) => p.related_meetings).every((r) => meetings.has(r))).toBe(true);
    const proposals = new Set(out.proposals.map((p) => p.id));
    expect(out.results.map((r) => r.title.it.slice(0, 2))).toEqual(['O1', 'O2', 'O3', 'O4', 'O5']);
    expect(out.results.flatMap((r) => r.proposals).every((id) => proposals.has(id))).toBe(true);
  });

  it('Decidim’s importers find the columns their sources read, and nothing that is still a draft', () => {
    const read = (sheet: Parameters<typeof decidimCsv>[1]) =>
      (cellsOf(decidimCsv(data, sheet), ';') ?? []).map((row) => row.cells);
    // Of ProposalCreator, ProposalAnswerCreator and ResultsCsvImporter.
    const required = {
      proposals: ['id', 'title/it', 'body/it'],
      proposal_answers: ['id', 'state', 'answer/it'],
      results: ['id', 'category/id', 'status/id', 'parent/id', 'title/it', 'description/it', 'proposal_urls'],
    };
    const sheets = Object.entries(required) as [keyof typeof required, string[]][];
    for (const [sheet, columns] of sheets) {
      const [head = [], ...rows] = read(sheet);
      expect(head).toEqual(expect.arrayContaining(columns));
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.every((cells) => cells.length === head.length)).toBe(true);
      const ids = rows.map((cells) => cells[0] ?? '');
      expect(ids.every((x) => /^[0-9]+$/.test(x))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      for (const column of columns.filter((c) => c.endsWith('/it') && c !== 'description/it'))
        expect(rows.map((cells) => cells[head.indexOf(column)]).filter((x) => !x)).toEqual([]);
    }
    const [first] = data.proposals;
    const draft = { ...data, published: data.published.filter((p) => p.id !== first?.id) };
    expect(JSON.stringify(decidimJson(draft))).not.toContain(first?.title);
    expect(JSON.stringify(decidimJson({ ...data, published: [] }))).not.toContain('"state"');
  });

  it('the observatory’s fields are filled in from the path', () => {
    const rows = observatoryRows(data, say);
    const value = (field: string) => rows.find((r) => r.Campo === field)?.Valore;
    expect(value('Titolo del processo')).toBe('Nuovo Patto per la progettazione partecipata');
    expect(value('Incontri svolti')).toBe(10);
    expect(value('Persone alla prima volta')).toBe(19);
    expect(rows.every((r) => !String(r.Campo).startsWith('documents.'))).toBe(true);
  });
});
