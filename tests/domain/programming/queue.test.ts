import { describe, expect, it } from 'vitest';
import { understand } from '@/domain/programming/import-parser';
import { type PaperShape, paperRows } from '@/domain/programming/paper-sheet';
import {
  codingOn,
  countByState,
  quotedSpan,
  readable,
  reads,
  sift,
  timesByCode,
  tree,
  wordsIn,
} from '@/domain/programming/reading-queue';
import { type Said, saidOnPaper } from '@/domain/programming/source-text';
import { note, opened, planner, second } from './opened';
import { readPaperSheet } from './sheet-previews';

const TEXTS = [
  'Perché chi perde il lavoro non viene allo sportello?',
  'Il condominio ha fatto da rete.',
  'Più servizi vicini, perché la città è lunga.',
];
const said: Said[] = TEXTS.map((text, i) => ({
  ref: note(i + 1),
  kind: i === 2 ? 'idea' : 'note',
  voice: 'bisogno',
  text,
  withheld: false,
  gathering: 'ost-carpi',
  phase: null,
  topic: null,
  session: `s${i}`,
  slot: null,
  sector: i === 0 ? 'volontariato' : null,
  strands: i === 0 ? ['B'] : [],
  at: i,
}));
const begin = () => opened(Object.fromEntries(said.map((s) => [s.ref, s.text])));
type Bench = ReturnType<typeof begin>;
const refs = (b: Bench, sought: Parameters<typeof sift>[3], second_ = false) =>
  sift(b.state, said, reads(b.state, second_), sought).map((s) => said.findIndex((x) => x.ref === s.ref) + 1);

describe('[S45] the queue', () => {
  it('finds without accents, by every word, and by what is said of a source', () => {
    const b = begin();
    expect(refs(b, { words: 'perche' })).toEqual([1, 3]);
    expect(refs(b, { words: 'CITTÀ piu' })).toEqual([3]);
    expect(refs(b, { kind: 'note' })).toEqual([1, 2]);
    expect(refs(b, { sector: '-' })).toEqual([2, 3]);
    expect(refs(b, { strand: '-', kind: 'note' })).toEqual([2]);
    expect(sift(b.state, [{ ...said[0]!, withheld: true }], reads(b.state), { words: 'lavoro' })).toEqual([]);
  });

  it('counts as many texts in its list as in its states and in its progress, a withheld one in none', () => {
    const b = begin();
    const some = [...said, { ...said[0]!, ref: note(9), withheld: true }];
    const inStates = Object.values(countByState(some, reads(b.state))).reduce((sum, n) => sum + n, 0);
    expect([readable(some).length, inStates]).toEqual([3, 3]);
    expect(sift(b.state, some, reads(b.state), {})).toHaveLength(4);
  });

  it('knows what is still to be read, a code with all under it, and who coded', () => {
    const b = begin();
    const net = b.add('makeCode', { label: 'Reti' });
    const near = b.add('makeCode', { label: 'Vicinato', parent: net });
    b.add('codeWords', { ref: note(2), start: 3, end: 13, codes: [near], star: true });
    b.done(second, 'markReading', { ref: note(3), state: 'letto' });
    expect(refs(b, { state: 'non_letto' })).toEqual([1]);
    expect(refs(b, { state: 'codificato', star: true })).toEqual([2]);
    expect(refs(b, { code: net })).toEqual([2]);
    expect(refs(b, { code: '-' })).toEqual([1, 3]);
    expect(refs(b, { by: second.id })).toEqual([3]);
    expect(refs(b, { state: 'non_letto' }, true)).toEqual([1, 2, 3]);
    expect(tree(b.state)).toEqual([
      { id: net, depth: 0, children: 1 },
      { id: near, depth: 1, children: 0 },
    ]);
  });

  it('what is withheld or cleared waits for nobody to read it, and comes back where it stood', () => {
    const b = begin();
    b.done(second, 'markReading', { ref: note(3), state: 'letto' });
    const counts = (all: Said[]) => countByState(all, reads(b.state));
    expect(counts(said)).toEqual({ non_letto: 2, letto: 1, codificato: 0, da_rivedere: 0 });
    const withheld = said.map((s) => ({ ...s, withheld: s.ref !== note(1), text: '' }));
    expect(counts(withheld)).toEqual({ non_letto: 1, letto: 0, codificato: 0, da_rivedere: 0 });
    const unread = sift(b.state, withheld, reads(b.state), { state: 'non_letto' });
    expect(unread.map((s) => s.ref)).toEqual([note(1)]);
    expect(sift(b.state, withheld, reads(b.state), {})).toHaveLength(3);
  });

  it('words whose only coding is taken away are read, no longer coded, until it comes back', () => {
    const b = begin();
    const code = b.add('makeCode', { label: 'Reti' });
    const coding = b.add('codeWords', { ref: note(2), start: 3, end: 13, codes: [code] });
    expect(codingOn(reads(b.state)(note(2)), { start: 3, end: 13 })?.id).toBe(coding);
    b.done(planner, 'removeThing', { what: 'coding', id: coding });
    expect([reads(b.state)(note(2)).state, timesByCode(b.state).size]).toEqual(['letto', 0]);
    b.done(planner, 'restoreThing', { what: 'coding', id: coding });
    expect([reads(b.state)(note(2)).state, timesByCode(b.state).get(code)]).toEqual(['codificato', 1]);
  });

  it('[S46] words are chosen without the punctuation around them, and a character is never cut', () => {
    const text = '«Più» cura: l’anziano, e 🙂 (subito)!';
    expect(wordsIn(text).map((w) => text.slice(w.start, w.end))).toEqual([
      'Più',
      'cura',
      'l’anziano',
      'e',
      '🙂',
      'subito',
    ]);
  });

  it('[S46] a quotation is found again where the text has moved, and not where it is gone', () => {
    const coding = { start: 3, end: 13, quote: 'condominio' };
    expect(quotedSpan(coding, 'Ora il condominio')).toEqual({ start: 7, end: 17 });
    expect(quotedSpan(coding, 'Altro')).toBeNull();
  });

  it('[S45] the minutes of a meeting held elsewhere are words said, and keep their meeting once coded', () => {
    const b = begin();
    const meeting = b.add('addMeeting', { title: 'Volontariato', minutes: 'Servono orari serali.' });
    const [minutes] = saidOnPaper(b.state);
    expect(minutes).toMatchObject({ kind: 'minutes', text: 'Servono orari serali.', session: meeting });
    b.add('codeWords', { ref: minutes?.ref, start: 8, end: 20, star: true });
    expect(b.refusal(planner, 'removeThing', { what: 'meeting', id: meeting })).toBe('in_use');
  });
});

describe('[S45] paper brought in', () => {
  const preview = (text: string, wanted: PaperShape | null = null, b = begin()) => {
    let n = 0;
    const defaults = { meeting: null, kind: 'altro', sector: null, strands: [], where: '' } as const;
    return readPaperSheet(b.state, text, wanted, { ...defaults, strands: [] }, () => `carta-${++n}000`);
  };

  it('pasted lines or paragraphs become texts, bullets left out', () => {
    expect(preview('- Uno\n\n• Due\n  Tre').rows.map((r) => r.text)).toEqual(['Uno', 'Due', 'Tre']);
    expect(preview('Uno\ndue\n\nTre', 'paragraphs').rows.map((r) => r.text)).toEqual(['Uno\ndue', 'Tre']);
  });

  it('a sheet with a heading brings kind, sector, strand and place; bad lines are told, good ones kept', () => {
    const sheet =
      '\uFEFFTesto;Tipo;Ambito settoriale;Filone;Dove\r\n"Orari; serali";Bisogno;Volontariato;A, b;foglio 3\r\nDue;Boh;;;\r\n;Bisogno;;;\r\nTre;;Marte;;\r\nOrari; ;;Z;\r\n';
    const { shape, rows, bad } = preview(sheet);
    expect(shape).toBe('table');
    expect(rows).toMatchObject([
      {
        text: 'Orari; serali',
        kind: 'bisogno',
        sector: 'volontariato',
        strands: ['A', 'B'],
        where: 'foglio 3',
      },
    ]);
    expect(bad.map((x) => [x.line, x.reason])).toEqual([
      [3, 'unknown_kind'],
      [4, 'blank_text'],
      [5, 'unknown_sector'],
      [6, 'unknown_strand'],
    ]);
  });

  it('a questionnaire’s sheet is a table whatever its headings are called, and prose with commas is not', () => {
    const b = begin();
    const answers = [
      '"Informazioni cronologiche","Che cosa manca nel suo quartiere?","Comune"',
      '"12/03/2014 9.41","Un autobus la sera, anche di domenica","Carpi"',
      '"12/03/2014 9.55","Una casa che si possa pagare","Novi"',
    ].join('\n');
    const found = paperRows(answers, null);
    expect(found).toMatchObject({ shape: 'table', mapping: [null, null, null] });
    const mapping = [null, 'text', null];
    const { rows } = understand(
      'paper',
      b.state,
      found?.rows ?? [],
      { head: 0, mapping },
      () => 'carta-0001',
    );
    expect(rows.map(({ row }) => 'text' in row && row.text)).toEqual([
      'Un autobus la sera, anche di domenica',
      'Una casa che si possa pagare',
    ]);
    const semicolons = answers.replaceAll('","', '";"');
    expect(paperRows(semicolons, null)?.shape).toBe('table');
    // Whoever sees it divided otherwise says so.
    expect(paperRows(answers, 'lines')).toMatchObject({ shape: 'lines', mapping: ['text'] });
    const prose = 'Servono orari, e spazi\nManca il bus, di sera\nUna casa, e un lavoro\n';
    for (const text of [prose, 'Uno; due\nTre; quattro', 'Uno\nDue; tre\nQuattro', `${prose}Uno\n`])
      expect([text, paperRows(text, null)?.shape]).toEqual([text, 'lines']);
  });

  it('what is here already, an unclosed quote and a flood are told before anything is written', () => {
    const b = begin();
    b.done(planner, 'importPaper', { lines: [{ id: 'carta-0001', text: 'Uno' }] });
    expect(preview('Uno\nDue\nDue', null, b)).toMatchObject({
      rows: [{ text: 'Due' }],
      bad: [{ line: 1, reason: 'already_here' }, { line: 3 }],
    });
    const why = (text: string) => preview(text).bad[0]?.reason;
    expect(why('testo\n"aperto')).toBe('unclosed_quote');
    expect(why('riga\n'.repeat(2001))).toBe('too_many_rows');
  });
});
