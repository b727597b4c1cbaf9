/** Reading a sheet or a pasted text: its heading and columns, its lines, its encoding and its separator. */
import { describe, expect, it } from 'vitest';
import { guessMapping, mappingAt } from '@/domain/programming/import-columns';
import { understand } from '@/domain/programming/import-parser';
import { paperRows } from '@/domain/programming/paper-sheet';
import { decodeText, tableOf } from '@/domain/programming/text-decoding';
import { opened } from './opened';

describe('columns of a sheet', () => {
  const rows = (...cells: string[][]) => cells.map((c) => ({ cells: c }));
  it('are guessed by known headings, each field once, and no other', () => {
    expect(mappingAt('project', rows(['COD.', ' Titolo ', 'titolo', 'Costo  totale', '']), 0)).toEqual([
      'code',
      'title',
      null,
      'total',
      null,
    ]);
    expect(mappingAt('project', rows(['a', 'b'], ['Codice']), 1)).toEqual(['code', null]);
    expect(mappingAt('project', rows(['Codice']), 4)).toEqual([null]);
    expect(guessMapping('project', [])).toEqual({ head: 0, mapping: [] });
  });

  it.each<[string, string[][], number]>([
    [
      'the first of two rows alike',
      [
        ['Codice', 'Titolo'],
        ['Codice', 'Titolo'],
      ],
      0,
    ],
    [
      'below a title of one cell',
      [
        ['Elenco', '', ''],
        ['Che', 'cosa', 'quanto'],
        ['a1', 'b', '3'],
      ],
      1,
    ],
    [
      'below spaces',
      [
        [' ', ' ', ' '],
        [' Che ', 'cosa', 'quanto'],
      ],
      1,
    ],
    [
      'not where only half of the cells have words',
      [
        ['uno', 'due', '', ''],
        ['Che', 'cosa', 'quanto', ''],
      ],
      1,
    ],
    [
      'not where a cell is a number',
      [
        ['Che', '12', 'x'],
        ['Che', 'cosa', 'quanto'],
      ],
      1,
    ],
    [
      'where a number is among words',
      [
        ['Anno 2014', 'cosa', 'x'],
        ['1', '2', '3'],
      ],
      0,
    ],
    [
      'nowhere among values: the first',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      0,
    ],
  ])('are headed %s', (_, cells, head) => {
    expect(guessMapping('project', rows(...cells)).head).toBe(head);
  });

  it('are looked for in ten rows, and are as many as the widest of twenty', () => {
    const long = Array.from({ length: 25 }, (_, i) =>
      i === 10 || i === 20 ? ['Codice', 'Titolo', 'x'] : ['1'],
    );
    const { head, mapping } = guessMapping('project', rows(...long));
    expect([head, mapping.length]).toEqual([0, 3]);
    const late = Array.from({ length: 25 }, (_, i) => (i === 20 ? ['Codice', 'Titolo', 'x'] : ['1']));
    expect(guessMapping('project', rows(...late)).mapping).toHaveLength(1);
    const ninth = Array.from({ length: 12 }, (_, i) => (i === 9 ? ['Codice', 'Titolo'] : ['1', '2']));
    expect(guessMapping('project', rows(...ninth)).head).toBe(9);
  });

  it('of hours tell their decimal sign together', () => {
    const sheet = tableOf('Codice;Titolo;Ore\nP1;Uno;12,500\nP2;Due;8,25\n')?.rows ?? [];
    const { rows: found, asks } = understand(
      'project',
      opened().state,
      sheet,
      guessMapping('project', sheet),
      () => 'row-0001',
    );
    expect(asks).toEqual([]);
    expect(found.map(({ row }) => ('resources' in row ? row.resources[0]?.hours : null))).toEqual([
      12.5, 8.25,
    ]);
  });
});

describe('a text that is brought in', () => {
  it.each(['\n', '\r\n', '\r'])('has its lines, paragraphs and heading with the line end %j', (end) => {
    const lines = ['- Uno', '  due', '', '• Tre'].join(end);
    expect(paperRows(lines, 'paragraphs')?.rows).toEqual([
      { line: 0, cells: ['testo'] },
      { line: 1, cells: ['Uno\ndue'] },
      { line: 4, cells: ['Tre'] },
    ]);
    expect(paperRows(lines, null)?.rows.map((r) => r.line)).toEqual([0, 1, 2, 4]);
    expect(paperRows(['Testo;Dove', 'Uno;qui'].join(end), null)).toMatchObject({
      shape: 'table',
      head: 0,
      mapping: ['text', 'where'],
    });
    expect(paperRows(['sep=,', 'a,b'].join(end), null)).toMatchObject({ shape: 'table' });
  });

  it('is no table of two rows, of rows unlike each other, or of one column', () => {
    const shape = (...lines: string[]) => paperRows(lines.join('\n'), null)?.shape;
    expect(shape('a;b', 'c;d')).toBe('lines');
    expect(shape('a;b', 'c;d', 'e;f')).toBe('table');
    expect(shape('a;b', 'c;d', 'e')).toBe('lines');
    expect(shape('a', 'b', 'c')).toBe('lines');
    expect(shape('a,b', 'c,d', 'e,f')).toBe('lines');
    expect(shape('"a",b', 'c,d', 'e,f')).toBe('table');
    expect(shape('a,b', 'c,"d"', 'e,f')).toBe('table');
    expect(shape(...Array.from({ length: 9 }, () => 'a,b'))).toBe('lines');
    expect(shape(...Array.from({ length: 10 }, () => 'a,b'))).toBe('table');
    expect(paperRows('"a;b', 'table')).toBeNull();
  });

  it('is decoded by its mark, by its zeros, or as Windows writes', () => {
    const bytes = (...b: number[]) => Uint8Array.from(b);
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8' });
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0))).toEqual({ text: 'a', encoding: 'utf-16le' });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x61))).toEqual({ text: 'a', encoding: 'utf-16be' });
    expect(decodeText(bytes(0x61, 0, 0x62, 0))).toEqual({ text: 'ab', encoding: 'utf-16le' });
    expect(decodeText(bytes(0, 0x61, 0, 0x62))).toEqual({ text: 'ab', encoding: 'utf-16be' });
    expect(decodeText(bytes(0x61, 0, 0, 0x62))).toBeNull();
    expect(decodeText(bytes(0x61, 0x62, 0x63, 0))).toBeNull();
    expect(decodeText(bytes(0x80, 0xe8, 0x9f))).toEqual({ text: '€èŸ', encoding: 'windows-1252' });
    expect(decodeText(bytes())).toEqual({ text: '', encoding: 'utf-8' });
    expect(decodeText(bytes(1))).toEqual({ text: '\u0001', encoding: 'utf-8' });
    expect(decodeText(bytes(1, 1))).toBeNull();
    const some = (controls: number) =>
      decodeText(Uint8Array.from({ length: 300 }, (_, i) => (i < controls ? 1 : 0x61)));
    expect([some(3)?.encoding, some(4)]).toEqual(['utf-8', null]);
  });

  it.each<[string, string, number]>([
    ['a;b\nc;d', ';', 1],
    ['a,b\nc,d', ',', 1],
    ['a\tb;c\nd\te', '\t', 1],
    ['a|b\nc|d', '|', 1],
    ['a', ';', 1],
    ['sep=,\na;b,c', ',', 2],
    ['SEP=|\na;b|c', '|', 2],
    ['sep=x\na,b\nc,d', ',', 2],
    ['a;b,c\nd;e\nf;g', ';', 1],
    ['a,b,c;d\ne,f,g;h', ',', 1],
  ])('%j is divided by %j, from line %i', (text, separator, line) => {
    const table = tableOf(text);
    expect([table?.separator, table?.rows[0]?.line]).toEqual([separator, line]);
  });
});
