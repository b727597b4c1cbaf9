/** An office's tables in one spreadsheet, as its program reads them again: names of sheets, types and forms of cells. */
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { OfficeTable } from '@/reports/office-tables';
import { type Cover, workbook } from '@/server/file-formats/spreadsheet';

const TYPES: OfficeTable = {
  name: 'types',
  title: 'Tipi',
  columns: [
    { heading: 'testo', type: 'string' },
    { heading: 'conto', type: 'integer' },
    { heading: 'euro', type: 'number' },
    { heading: 'sì', type: 'boolean' },
    { heading: 'giorno', type: 'date' },
    { heading: 'momento', type: 'datetime' },
  ],
  rows: [
    ['=1+1', 3, 1234.5, true, '2014-05-17', '2014-05-17T22:30:00.000Z'],
    ['_x0041_ e _x41_', 0, 0, false, '2026-01-02', '2026-01-02T10:00:00.000Z'],
    [null, null, null, null, null, null],
  ],
};
const empty = (title: string): OfficeTable => ({ ...TYPES, title, rows: [] });
const COVER: Cover = {
  title: 'Dati',
  lines: ['una riga', 'a\u0000_x0042_'],
  madeAt: '2026-11-24T10:47:03.000Z',
};
const TITLES = [
  'a/b\\c:d*e?f[g]h\ti',
  "'apostrofi'",
  '',
  "' '",
  'Dati',
  'DATI',
  'dati ',
  'x'.repeat(40),
  'x'.repeat(31),
  `${'y'.repeat(29)} ' z`,
];
const NAMES = [
  'Dati',
  'a b c d e f g h i',
  'apostrofi',
  '-',
  '2',
  'Dati 2',
  'DATI 3',
  'dati 4',
  'x'.repeat(31),
  `${'x'.repeat(27)} 2`,
  'y'.repeat(29),
];
const utc = (...of: [number, number, number, number?, number?]) => new Date(Date.UTC(...of));

const READ = { xlsx: readXlsx, ods: readOds } as const;
const rowsOf = async (form: 'xlsx' | 'ods') => {
  const { sheets } = await READ[form](await workbook[form]([TYPES], COVER));
  return sheets.map((s) => s.rows.map((row) => [...row]));
};
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));

describe.each(['xlsx', 'ods'] as const)('a workbook as %s', (form) => {
  it('has the cover first, and each value with its type; times are those of the clock on the wall', async () => {
    const [cover, table] = await rowsOf(form);
    expect(cover).toEqual([['Dati'], ['una riga'], ['a_x0042_']]);
    expect(table?.slice(0, 3)).toEqual([
      ['testo', 'conto', 'euro', 'sì', 'giorno', 'momento'],
      ['=1+1', 3, 1234.5, true, utc(2014, 4, 17), utc(2014, 4, 18, 0, 30)],
      ['_x0041_ e _x41_', 0, 0, false, utc(2026, 0, 2), utc(2026, 0, 2, 11)],
    ]);
  });

  it('names each sheet as Excel allows it, and none twice', async () => {
    const { sheets } = await READ[form](await workbook[form](TITLES.map(empty), COVER));
    expect(sheets.map((s) => s.name)).toEqual(NAMES);
  });
});

describe('a workbook', () => {
  it('has forms for days and amounts, columns of two widths, and headings that stay', async () => {
    const parts = partsOf(await workbook.xlsx([TYPES], COVER));
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? '';
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map((m) => Number(m[1]))).toEqual([
      30, 14, 14, 14, 14, 14,
    ]);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<pane');
    const styles = parts['xl/styles.xml'] ?? '';
    expect([...styles.matchAll(/formatCode="([^"]+)"/g)].map((m) => m[1])).toEqual(
      expect.arrayContaining(['#,##0.00', 'dd/mm/yyyy']),
    );
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1];
    expect(styleOf('E2')).toBeDefined();
    expect(styleOf('F2')).toBe(styleOf('E2'));
    expect(styleOf('C2')).not.toBe(styleOf('E2'));
    expect(styleOf('B2')).not.toBe(styleOf('C2'));
  });

  it('says when its data were taken', async () => {
    const core = partsOf(await workbook.xlsx([], COVER))['docProps/core.xml'] ?? '';
    expect(core).toMatch(/<dcterms:modified[^>]*>2026-11-24T10:47:03/);
    const meta = partsOf(await workbook.ods([], COVER))['meta.xml'] ?? '';
    expect(meta).toContain('2026-11-24T10:47:03');
  });
});
