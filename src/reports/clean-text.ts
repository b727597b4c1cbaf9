/** Removes from a text the characters that would break exported files; the log keeps them as they were written. */

/** The characters of bytes 128 to 159 in Windows-1252: texts pasted from old programs contain them as C1 controls. */
const WINDOWS_1252 = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';
const SURROGATE_ALONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Separators that XML forbids or that end a line in some programs only. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;
const SEPARATORS = /[\u000B\u000C\u001C-\u001F]/g;
const CONTROLS = /[\u0000-\u0008\u000E-\u001B\u007F]/g;
const C1 = /[\u0080-\u009F]/g;
/** U+FDD0 to U+FDEF, and the last two of every plane. Two of them XML forbids; none is a character. */
const NONCHARACTERS =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;
const ANY =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/**
 * A text that any XML 1.0 file, database or sheet can hold. Words stay separate: a vertical tab becomes a space, a line
 * separator a line break, half a surrogate pair U+FFFD; characters with neither shape nor meaning are removed.
 */
export function cleanText(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(LINE_ENDS, '\n')
    .replace(SEPARATORS, ' ')
    .replace(CONTROLS, '')
    .replace(C1, (c) => (WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? '').replace('\u0000', ''))
    .replace(SURROGATE_ALONE, '\uFFFD')
    .replace(NONCHARACTERS, '');
}

/** Applies a change to every text in plain data (objects, arrays, strings); keys, dates and bytes stay as they are. */
export function mapTexts<T>(data: T, change: (text: string) => string): T {
  if (typeof data === 'string') return change(data) as T;
  if (Array.isArray(data)) return data.map((x) => mapTexts(x, change)) as T;
  if (data === null || typeof data !== 'object' || data instanceof Date || ArrayBuffer.isView(data))
    return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)])) as T;
}

export const cleanTexts = <T>(data: T): T => mapTexts(data, cleanText);
