/** Reads the languages: a folder `it/` of files by room, or one whole file `fr.json` added by a newcomer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoomOfWords } from './keys';
import { ROOMS } from './keys';
import type { Language } from './words';
import { type Dictionary, type Say, speak } from './say';

export const FIRST = 'it';
const here = join(process.cwd(), 'src', 'i18n');
const cache = new Map<string, Dictionary>();
const spoken = new Map<ReaderGroup, string[]>();

/** Participants' screens speak more languages than the office's and the planners'. */
export type ReaderGroup = 'participants' | 'office';

/** A folder without this file holds only participants' sentences. */
const OFFICE_WORDS = 'planning.json';

/** Two-letter codes of the languages that these screens speak, Italian first, then English. */
export const languages = (audience: ReaderGroup = 'participants'): string[] => {
  const kept = spoken.get(audience);
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const rank = (code: string) => [FIRST, 'en'].indexOf(code) + 1 || 3;
  const found = readdirSync(here, { withFileTypes: true })
    .filter((e) => (e.isDirectory() ? e.name.length === 2 : /^[a-z]{2}\.json$/.test(e.name)))
    .filter((e) => audience === 'participants' || e.isFile() || existsSync(join(here, e.name, OFFICE_WORDS)))
    .map((e) => e.name.slice(0, 2))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  spoken.set(audience, found);
  return found;
};

/** True if no speaker has read this translation yet (src/i18n/translations.json). */
export const isMachineMade = (lang: string): boolean =>
  (read(join(here, 'translations.json'))[lang] as unknown) === 'machine';

/** A language's name in itself: Italiano, English, Français. */
export function ownName(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** The same with their names, for readers who may choose. */
export const languagesByName = (audience?: ReaderGroup): Language[] =>
  languages(audience).map((code) => ({
    code,
    name: ownName(code),
    machine: isMachineMade(code),
  }));

/** The languages of the phone's screens, each with the sentence that a wall shows at the entrance. */
export const languagesAtTheDoor = (): Language[] =>
  languagesByName().map((language) => ({ ...language, enter: sayIn(language.code, ['wall'])('wall.join') }));

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

/** The sentences of these rooms. A sentence missing in a language is shown in Italian. */
export const dictionary = (lang: string, rooms: readonly RoomOfWords[] = ROOMS): Dictionary =>
  Object.assign({}, ...rooms.map((room) => roomOf(lang, room)));

export const sayIn = (lang: string, rooms?: readonly RoomOfWords[]): Say =>
  speak(lang, dictionary(lang, rooms));

/** The best language for these preferences: the chosen one, else the browser's, else Italian. */
export function languageFor(
  chosen: string | null | undefined,
  acceptLanguage: string | null | undefined,
  audience?: ReaderGroup,
): string {
  const known = languages(audience);
  if (chosen && known.includes(chosen)) return chosen;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (known.includes(code)) return code;
  }
  return FIRST;
}
