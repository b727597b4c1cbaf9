/**
 * Writes all of an office's tables in one spreadsheet, XLSX or ODS; a text stays a text, whatever its first character.
 */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { cleanTexts, mapTexts } from '@/reports/clean-text';
import type { OfficeTable } from '@/reports/office-tables';

/** The text of the first sheet: what the workbook contains, and the notes about it. `madeAt`: ISO 8601; now, if left out. */
export type Cover = { title: string; lines: string[]; madeAt?: string };
const DAY = 'dd/mm/yyyy';
const MONEY = '#,##0.00';

function sheets(given: readonly OfficeTable[], front: Cover) {
  const [tables, cover] = [cleanTexts(given), cleanTexts(front)];
  const [first = '-', ...names] = sheetNames([cover.title, ...tables.map((t) => t.title)]);
  return [
    { name: first, rows: [[cover.title], ...cover.lines.map((line) => [line])] },
    ...tables.map((t, n) => ({
      name: names[n] ?? '-',
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

/** Local time here: a spreadsheet knows no time zones. */
const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const onTheWall = (iso: string): Date => new Date(`${LOCAL.format(new Date(iso)).replace(' ', 'T')}Z`);

/**
 * Excel's rules for a sheet's name: 31 characters, some characters not allowed, no apostrophe at either end, no
 * duplicates.
 */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .slice(0, 31)
      .replace(/^['\s]+|['\s]+$/g, '');
    let name = plain || '-';
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 27)} ${n}`.trim();
    taken.add(name.toLowerCase());
    return name;
  });
}

/** XLSX reads `_x0041_` as the character with that code; writing the underscore as a code keeps the text as it is. */
const escaped = <T>(data: T): T => mapTexts(data, (s) => s.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

export const workbook: Record<
  'xlsx' | 'ods',
  (tables: readonly OfficeTable[], cover: Cover) => Promise<Uint8Array>
> = {
  xlsx: (tables, cover) =>
    writeXlsx({ sheets: sheets(escaped(tables), escaped(cover)), properties: properties(cover) }),
  ods: (tables, cover) => writeOds({ sheets: sheets(tables, cover), properties: properties(cover) }),
};

/** Without a time of its own the library writes this machine's. */
const properties = ({ madeAt }: Cover) => (madeAt === undefined ? {} : { modified: new Date(madeAt) });
