/** The smallest shapes that commands and facts are made of. */
import * as z from 'zod/mini';
import { visible } from './words';

/**
 * Ids are made on the asking device (nanoid alphabet), so that sending twice is harmless. Never a name inherited from
 * Object: `things['constructor']` must not find anything.
 */
export const Id = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{6,40}$/),
  z.refine((s) => !(s in Object.prototype)),
);

// Control characters never belong in a text, except newline and tab. Those that separate words become a space.
const SEPARATOR = /[\u000B\u000C\u001C-\u001F]/g;
const CONTROL = /[\u0000-\u0008\u000E-\u001B\u007F]/g;

/** Counted as a reader counts, by characters; where the UTF-16 length is already small enough nothing is counted. */
const atMost = (max: number) =>
  z.refine<string>((s) => s.length <= max || [...s].length <= max, 'text_too_long');

/** Removes outer spaces, and the first line's indent from all lines that share it: a list keeps its shape. */
const trimmed = (s: string): string => {
  const indent = /^(?:[^\S\n]*\n)*([^\S\n]+)\S[^\n]*\n/.exec(s)?.[1];
  return (indent ? s.replaceAll(`\n${indent}`, '\n') : s).trim();
};

/** By what becomes of a text, which a shape keeps that is made of another by one more check. */
const limits = new WeakMap<object, number>();
/** The most characters that this shape of a text accepts, as a reader counts them; undefined for other shapes. */
export function textLimit(shape: z.core.$ZodType): number | undefined {
  const { out } = shape._zod.def as { out?: object };
  return out && limits.get(out);
}

/** Removes control characters and outer spaces and composes to NFC, nothing else. `also` checks the result. */
function written(max: number, ...also: z.core.$ZodCheck<string>[]) {
  const kept = z.pipe(
    z.transform((s: string) => trimmed(s.replace(SEPARATOR, ' ').replace(CONTROL, '').normalize('NFC'))),
    z.string().check(...also, atMost(max)),
  );
  limits.set(kept, max);
  return z.pipe(z.string().check(z.maxLength(max * 4, 'text_too_long')), kept);
}

/**
 * A text somebody wrote. Blank (also of invisible characters only) or longer than `max` characters fails with the
 * refusal's own code.
 */
export const text = (max: number) =>
  written(
    max,
    z.refine<string>((s) => visible(s).length > 0, 'blank_text'),
  );

/** A text that may be left empty. */
export const textOrEmpty = (max: number) => written(max);

/** A day in ISO format, and an hour of that day, both in the gathering's local time. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'bad_date'));
export const Hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_time'));
