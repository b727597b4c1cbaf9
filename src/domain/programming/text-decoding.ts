/**
 * Turns a file's bytes, or pasted words, into rows of cells: encoding, line ends and separator are detected, not asked
 * for.
 */
import { cellsOf } from './csv-reader';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = '\t' | ';' | ',' | '|';
export type Table = { rows: { line: number; cells: string[] }[]; separator: Separator };

const ZEROS_MAX = 0.2;
const CONTROLS_MAX = 0.01;

/** Null when it is no text: a picture, a document, a program. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const read = (encoding: Encoding, from = 0) => ({
    text: new TextDecoder(encoding).decode(bytes.subarray(from)).replace(/^\uFEFF/, ''),
    encoding,
  });
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return asText(read('utf-16le', 2));
  if (a === 0xfe && b === 0xff) return asText(read('utf-16be', 2));
  // UTF-16 without a byte order mark: every second byte of plain words is zero.
  const zeros = [0, 0];
  const looked = bytes.subarray(0, 4096);
  for (const [i, byte] of looked.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = Math.max(1, looked.length / 2);
  const [even = 0, odd = 0] = zeros.map((n) => n / half);
  if (even < ZEROS_MAX && odd > 0.5) return asText(read('utf-16le'));
  if (odd < ZEROS_MAX && even > 0.5) return asText(read('utf-16be'));
  if (even + odd > 0) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
    return asText({ text, encoding: 'utf-8' });
  } catch {
    return asText({ text: windowsText(bytes), encoding: 'windows-1252' });
  }
}

/**
 * Windows-1252 where Latin-1 has control characters; not every runtime's decoder knows it. Five positions are
 * undefined.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windowsText = (bytes: Uint8Array): string => {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80] ?? c);
};

/** Text has hardly any control characters; a file with many is binary. */
function asText(read: { text: string; encoding: Encoding }): typeof read | null {
  const controls = read.text.match(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFD]/g)?.length ?? 0;
  return controls > Math.max(1, read.text.length * CONTROLS_MAX) ? null : read;
}

const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|'];

/** Null when a quotation mark is opened and never closed. A first line `sep=;` names its own separator. */
export function tableOf(text: string): Table | null {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const said = /^sep=(.)\n/i.exec(body);
  const told = SEPARATORS.find((s) => s === said?.[1]);
  const rest = said ? body.slice(said[0].length) : body;
  const separator = told ?? separatorOf(rest);
  const rows = cellsOf(rest, separator);
  const skipped = said ? 1 : 0;
  return rows && { separator, rows: rows.map((r) => ({ ...r, line: r.line + skipped })) };
}

/** The separator that gives the same number of cells to most of the first lines, and more than one. */
function separatorOf(text: string): Separator {
  const head = text.slice(0, 20_000);
  const scores = SEPARATORS.map((separator) => {
    const rows = (cellsOf(head, separator) ?? []).slice(0, 20).map((r) => r.cells.length);
    const times = new Map<number, number>();
    for (const n of rows) times.set(n, (times.get(n) ?? 0) + 1);
    const [width = 1, often = 0] = [...times].sort((x, y) => y[1] - x[1] || y[0] - x[0])[0] ?? [];
    return { separator, score: width > 1 ? (often / rows.length) * Math.min(width, 40) : 0 };
  });
  const best = scores.reduce((x, y) => (y.score > x.score ? y : x));
  return best.score > 0 ? best.separator : ';';
}
