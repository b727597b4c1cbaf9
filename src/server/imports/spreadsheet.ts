/** Reads any sheet an office may have as rows of plain cells: text in any encoding, XLSX, ODS, old XLS. */
import { unzipSync } from 'fflate';
import { decodeText, type Encoding, type Separator, tableOf } from '@/domain/programming/text-decoding';
import { codebookRows } from './refi-qda-codebook';

export type ReadTable = {
  /** The text of a text file; null for a workbook. */
  text: string | null;
  encoding: Encoding | null;
  separator: Separator | null;
  rows: { line: number; cells: string[] }[];
};
export type Unreadable = { unreadable: 'binary' | 'unclosed_quote' | 'too_many_rows' };

/** More rows than any import takes: a longer sheet is refused, and not sent. */
export const ROWS_MAX = 20_000;
const XML_MAX = 50_000_000;

const starts = (bytes: Uint8Array, ...with_: number[]) => with_.every((b, i) => bytes[i] === b);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

export async function readTable(bytes: Uint8Array): Promise<ReadTable | Unreadable> {
  const project = starts(bytes, ...ZIP) ? projectIn(bytes) : null;
  if (project) return readTable(project);
  if (starts(bytes, ...ZIP) || starts(bytes, ...OLD_OFFICE)) return workbook(bytes);
  const read = decodeText(bytes);
  if (!read) return { unreadable: 'binary' };
  const codes = read.text.trimStart().startsWith('<') ? codebookRows(read.text) : null;
  if (codes) return { ...read, text: null, separator: null, rows: codes };
  const table = tableOf(read.text);
  if (!table) return { unreadable: 'unclosed_quote' };
  if (table.rows.length > ROWS_MAX) return { unreadable: 'too_many_rows' };
  return { ...read, separator: table.separator, rows: table.rows };
}

/** The project of a REFI-QDA file; null when the zip is something else. */
function projectIn(bytes: Uint8Array): Uint8Array | null {
  try {
    return (
      unzipSync(bytes, { filter: (f) => f.name === 'project.qde' && f.originalSize < XML_MAX })[
        'project.qde'
      ] ?? null
    );
  } catch {
    return null;
  }
}

async function workbook(bytes: Uint8Array): Promise<ReadTable | Unreadable> {
  try {
    const opened = await open(bytes);
    // Picks the sheet with most rows: a cover or a legend may stand before it.
    const sheets = opened.sheets.map((s) => s.rows ?? []);
    const rows = sheets.reduce((a, b) => (filled(b) > filled(a) ? b : a), []);
    if (rows.length > ROWS_MAX) return { unreadable: 'too_many_rows' };
    const written = rows.map((cells, i) => ({ line: i + 1, cells: [...cells].map(cellText) }));
    const kept = written.filter((r) => r.cells.some((c) => c.trim() !== ''));
    return { text: null, encoding: null, separator: null, rows: kept };
  } catch {
    return { unreadable: 'binary' };
  }
}

const filled = (rows: readonly (readonly unknown[])[]): number =>
  rows.filter((r) => r.filter((c) => c !== null && c !== '').length > 1).length;

async function open(bytes: Uint8Array) {
  if (starts(bytes, ...OLD_OFFICE)) return (await import('hucre/xlsx')).readXls(bytes);
  const name = new TextDecoder('latin1').decode(bytes.subarray(30, 100));
  return name.startsWith('mimetypeapplication/vnd.oasis')
    ? (await import('hucre/ods')).readOds(bytes)
    : (await import('hucre/xlsx')).readXlsx(bytes);
}

/**
 * Writes a number as an Italian office does, without thousands and with up to four decimals, so that the import has no
 * question about it.
 */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') {
    const digits = String(Number(value.toFixed(4)));
    // Three digits after the comma could be thousands.
    return (/\.\d{3}$/.test(digits) ? `${digits}0` : digits).replace('.', ',');
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/');
  return String(value);
}
