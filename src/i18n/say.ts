/** Formats a sentence of the screen in the reader's language, with plurals, dates and numbers as that language has them. */
import { localTime } from '@/domain/gathering/clock';
import type { Key } from './keys';

export type Sentence =
  | string
  | { one?: string; two?: string; few?: string; many?: string; zero?: string; other: string };
export type Dictionary = Record<string, Sentence>;
export type Params = Record<string, string | number>;

export type DateStyle = 'long' | 'short' | 'weekday' | 'day';

export type Say = {
  (key: Key, params?: Params): string;
  lang: string;
  /** A key known only at run time, such as a refusal's; falls back to `or`. */
  dynamic(key: string, params?: Params, or?: Key): string;
  has(key: string): boolean;
  /**
   * `14:30`, in the gathering's time zone, or the office's. The server's and the reader's own time zones do not matter.
   */
  time(at: number, timezone?: string): string;
  /** `17 maggio 2014`; `short` gives `17/05/2014`, `weekday` `sabato 17 maggio 2014`, `day` `sab 17`. */
  date(at: number | string, style?: DateStyle, timezone?: string): string;
  number(n: number): string;
  euro(cents: number): string;
};

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);
export const directionOf = (lang: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr');

const ONE_FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const ONE_FROM_LEFT = /[^\P{L}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/**
 * Encloses a value that is written in the other direction, so that the sentence keeps its own: a browser takes the
 * direction from the first letter, which in "{name}: …" is the name's.
 */
const isolated = (value: string, lang: string): string =>
  (directionOf(lang) === 'rtl' ? ONE_FROM_LEFT : ONE_FROM_RIGHT).test(value) ? `\u2068${value}\u2069` : value;

/** The office's time zone. */
const OFFICE_ZONE = 'Europe/Rome';

/** Made on first use and shared: on an old phone the first formatter of a language costs tens of milliseconds. */
const made = new Map<string, unknown>();
function kept<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/**
 * Replaces `{name}` with its value. A sentence with plural forms is chosen by `n`; `zero`, where given, is used for
 * none.
 */
export function speak(lang: string, dictionary: Dictionary): Say {
  // Western digits in every language: rooms, codes and numbers on the wall are written with them.
  const locale = lang === 'en' ? 'en-GB' : `${lang}-u-nu-latn`;
  const plural = () => kept(`${lang} plural`, () => new Intl.PluralRules(lang));
  /** A number without thousands is written as it is, so that most screens need no formatter. */
  const number = (n: number): string =>
    Number.isInteger(n) && n >= 0 && n < 1000
      ? String(n)
      : kept(`${lang} number`, () => new Intl.NumberFormat(locale)).format(n);
  const money = () =>
    kept(
      `${lang} money`,
      () =>
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
          useGrouping: 'always',
        } as Intl.NumberFormatOptions),
    );
  const format = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    kept(
      `${lang} ${timeZone} ${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale, { timeZone, ...options }),
    );
  const fill = (sentence: Sentence, params: Params): string => {
    const text =
      typeof sentence === 'string'
        ? sentence
        : ((Number(params.n) === 0 ? sentence.zero : undefined) ??
          sentence[plural().select(Number(params.n ?? 0))] ??
          sentence.other);
    return text.replace(/\{(\w+)\}/g, (whole_, name: string) => {
      const value = params[name];
      if (value === undefined) return whole_;
      return typeof value === 'number' ? number(value) : isolated(value, lang);
    });
  };
  const has = (key: string): boolean => Object.hasOwn(dictionary, key);
  const say = (key: string, params: Params = {}): string => {
    const sentence = has(key) ? dictionary[key] : undefined;
    return sentence === undefined ? key : fill(sentence, params);
  };
  return Object.assign(say as (key: Key, params?: Params) => string, {
    lang,
    has,
    dynamic: (key: string, params: Params = {}, or?: Key) =>
      has(key) || !or ? say(key, params) : say(or, params),
    time: (at: number, timezone = OFFICE_ZONE) => localTime(at, timezone).hour,
    date: (at: number | string, style: DateStyle = 'long', timezone = OFFICE_ZONE) => {
      const when = typeof at === 'string' ? new Date(`${at.slice(0, 10)}T12:00:00Z`) : new Date(at);
      const zone = typeof at === 'string' ? 'UTC' : timezone;
      if (style === 'short')
        return format(zone, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(when);
      if (style === 'day') return format(zone, { weekday: 'short', day: 'numeric' }).format(when);
      return format(zone, {
        ...(style === 'weekday' ? { weekday: 'long' as const } : {}),
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }).format(when);
    },
    number,
    // "€ 1.234,56": the sign first and every thousand marked, as Italian offices write it (domain §6). In English no
    // space follows the sign.
    euro: (cents: number) => `€${lang === 'en' ? '' : '\u00A0'}${money().format(cents / 100)}`,
  });
}
