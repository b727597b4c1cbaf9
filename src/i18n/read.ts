/** Reads the languages there are: a folder `it/` of files by room, or one whole file `fr.json` added by a newcomer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoomOfWords } from './keys';
import { ROOMS } from './keys';
import type { Language } from './words';
import { type Dictionary, type Say, speak } from './say';

export const FIRST = 'it';
const here = join(process.cwd(), 'src', 'i18n');
const cache = new Map<string, Dictionary>();

/** Two-letter codes of the languages that can be spoken, Italian first. */
export const languages = (): string[] =>
  readdirSync(here, { withFileTypes: true })
    .filter((e) => (e.isDirectory() ? e.name.length === 2 : /^[a-z]{2}\.json$/.test(e.name)))
    .map((e) => e.name.slice(0, 2))
    .sort((a, b) => (a === FIRST ? -1 : b === FIRST ? 1 : a.localeCompare(b)));

/** What a language calls itself: Italiano, English, Français. */
export function ownName(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** The same with their names, for who may change to one. */
export const languagesByName = (): Language[] => languages().map((code) => ({ code, name: ownName(code) }));

const read = (file: string): Dictionary =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Dictionary) : {};

function roomOf(lang: string, room: RoomOfWords): Dictionary {
  const key = `${lang}/${room}`;
  const kept = cache.get(key);
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const italian = read(join(here, FIRST, `${room}.json`));
  const whole = read(join(here, `${lang}.json`));
  const own = Object.fromEntries(Object.entries(whole).filter(([k]) => Object.hasOwn(italian, k)));
  const made = { ...italian, ...own, ...read(join(here, lang, `${room}.json`)) };
  cache.set(key, made);
  return made;
}

/** The sentences of these rooms; what a language lacks is said in Italian. */
export const dictionary = (lang: string, rooms: readonly RoomOfWords[] = ROOMS): Dictionary =>
  Object.assign({}, ...rooms.map((room) => roomOf(lang, room)));

export const sayIn = (lang: string, rooms?: readonly RoomOfWords[]): Say =>
  speak(lang, dictionary(lang, rooms));

/** The best language for these preferences: the chosen one, else the browser's, else Italian. */
export function languageFor(
  chosen: string | null | undefined,
  acceptLanguage: string | null | undefined,
): string {
  const spoken = languages();
  if (chosen && spoken.includes(chosen)) return chosen;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (spoken.includes(code)) return code;
  }
  return FIRST;
}
