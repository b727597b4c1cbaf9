/**
 * CSV as an Italian office opens it: `;`, decimal comma, BOM, CRLF, dates gg/mm/aaaa, and no cell that a spreadsheet
 * would execute.
 */

import { cleanText } from './clean-text';

/** Spreadsheets set for Chinese or Japanese treat the wide signs like the narrow ones. */
const RISKY = /^[=+\-@\t\r\n＝＋－＠]/;
/** A signed number, as it is written in Italian or by programs; one of more digits may be a telephone's. */
const SIGNED_NUMBER = /^[-+](\d{1,9}|\d{1,3}(\.\d{3}){1,2})([.,]\d{1,9})?$/;
/** An apostrophe before a text that a spreadsheet would execute makes it harmless; a signed number stays a number. */
export const disarmed = (text: string): string =>
  RISKY.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;

/** One cell. Numbers have no thousands separator. */
export function cell(value: unknown, timezone = 'Europe/Rome'): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'object') return quoted(cleanText(JSON.stringify(value)));
  const text = cleanText(String(value));
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return italianInstant(instant, timezone);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').reverse().join('/');
  return quoted(disarmed(text));
}

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function italianInstant(at: number, timezone: string): string {
  const [day = '', hour = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .split(' ');
  return `${day.split('-').reverse().join('/')} ${hour}`;
}

/** Rows of one shape, with their keys as the first line. */
export function csv(
  rows: readonly Record<string, unknown>[],
  timezone = 'Europe/Rome',
  notice: string | null = null,
): string {
  const head = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => head.map((key) => cell(row[key], timezone)).join(';'));
  return `\uFEFF${[...(notice ? [cell(notice)] : []), head.join(';'), ...lines].join('\r\n')}\r\n`;
}
