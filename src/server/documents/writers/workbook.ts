/** All of an office's tables in one spreadsheet, XLSX or ODS; texts stay texts, whatever they begin with. */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { OfficeTable } from '@/reports/office-tables';

/** What stands on the first sheet: what this is, and what must be said of it. */
export type Cover = { title: string; lines: string[] };
const DAY = 'dd/mm/yyyy';
const MONEY = '#,##0.00';

function sheets(tables: readonly OfficeTable[], cover: Cover) {
  return [
    { name: sheetName(cover.title), rows: [[cover.title], ...cover.lines.map((line) => [line])] },
    ...tables.map((t) => ({
      name: sheetName(t.title),
      columns: t.columns.map((c, i) => ({
        header: c.heading,
        key: String(i),
        width: c.type === 'string' ? 30 : 14,
        ...(c.type === 'date' || c.type === 'datetime' ? { numFmt: DAY } : {}),
        ...(c.type === 'number' ? { numFmt: MONEY } : {}),
      })),
      data: t.rows.map((row) =>
        Object.fromEntries(row.map((value, i) => [String(i), cellOf(value, t.columns[i]?.type)])),
      ),
      freezePane: { rows: 1 },
    })),
  ];
}

function cellOf(value: OfficeTable['rows'][number][number], type: string | undefined) {
  if (typeof value !== 'string') return value;
  if (type === 'date') return new Date(value);
  return type === 'datetime' ? onTheWall(value) : value;
}

/** The hour that clocks here showed: a spreadsheet knows no time zones. */
const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const onTheWall = (iso: string): Date => new Date(`${LOCAL.format(new Date(iso)).replace(' ', 'T')}Z`);

/** Sheets have short names, and some signs are not theirs. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

export const workbook: Record<
  'xlsx' | 'ods',
  (tables: readonly OfficeTable[], cover: Cover) => Promise<Uint8Array>
> = {
  xlsx: (tables, cover) => writeXlsx({ sheets: sheets(tables, cover) }),
  ods: (tables, cover) => writeOds({ sheets: sheets(tables, cover) }),
};
