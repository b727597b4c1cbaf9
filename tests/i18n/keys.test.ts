/** Every sentence is used on some screen, exists in every language, and a new language needs nothing but its file. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isMachineMade, languageFor, languages, ownName } from '@/i18n/languages';
import { directionOf } from '@/i18n/say';

const src = resolve(import.meta.dirname, '../../src');
const sourcesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
const sources = sourcesIn(src).join('\n');

const files = readdirSync(join(src, 'i18n/it'));
const words = (lang: string): Record<string, unknown> =>
  Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(join(src, 'i18n', lang, file), 'utf8')) as object),
  );
const [italian, english] = [words('it'), words('en')];
const keys = Object.keys(italian);

/** Keys written whole, and keys made of a fixed part and a run-time part. */
const literals = new Set([...sources.matchAll(/(['"])((?:(?!\1)[^\n\\])*)\1/g)].map((m) => m[2] ?? ''));
const made = [...sources.matchAll(/`([a-z]\w*\.(?:[\w.]|\$\{[^`{}]*\})*)`/g)]
  .map((m) => m[1] ?? '')
  .filter((t) => t.includes('${'));
const madeOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{[^`{}]*\}/)
      .map((part) => part.replace(/\./g, '\\.'))
      .join('[\\w-]+')}$`,
  );
const patterns = made.map(madeOf);

/** Names, and words that both languages have. */
const ALIKE = new Set([
  // The columns of an Italian office's sheet, in any language.
  'Codice;Progetto;Giudizio;Totale;Fluttuanti;Intoccabili',
  'Cerchi',
  'Open Space',
  'Open Space Technology',
  'Transition town',
  'Caregiver',
  'Gong',
  'Kiosk',
  'Area',
  'Idea',
  'Memo',
  'No',
  'Link',
  'File',
]);

describe('the words', () => {
  it('are all said by some screen', () => {
    expect(keys.filter((k) => !literals.has(k) && !patterns.some((p) => p.test(k)))).toEqual([]);
  });

  it('are there for every key that is made when running', () => {
    const rooms = new Set(keys.map((k) => k.split('.')[0]));
    const ofWords = made.filter((t) => rooms.has(t.split('.')[0]));
    expect(ofWords.length).toBeGreaterThan(20);
    expect(ofWords.filter((t) => !keys.some((k) => madeOf(t).test(k)))).toEqual([]);
  });

  it('are one key each, in one file', () => {
    const total = files.reduce(
      (n, file) => n + Object.keys(JSON.parse(readFileSync(join(src, 'i18n/it', file), 'utf8'))).length,
      0,
    );
    expect(total).toBe(keys.length);
  });

  it('are not left in the other language by neglect', () => {
    const said = (sentence: unknown) =>
      (typeof sentence === 'string' ? sentence : Object.values(sentence as object).join(' ')).replace(
        /\{\w+\}/g,
        '',
      );
    const alike = keys.filter(
      (k) => /\p{L}{2}/u.test(said(italian[k])) && said(italian[k]) === said(english[k]),
    );
    const known = (word: string) => [...ALIKE].some((w) => w.toLowerCase() === word.trim().toLowerCase());
    expect(alike.filter((k) => !known(said(italian[k]))).map((k) => `${k}: ${said(italian[k])}`)).toEqual([]);
  });

  it('a new language is one file: it is offered, it speaks, and what it lacks is said in Italian', async () => {
    const home = mkdtempSync(join(tmpdir(), 'cerchi-words-'));
    cpSync(join(src, 'i18n'), join(home, 'src/i18n'), { recursive: true });
    writeFileSync(join(home, 'src/i18n/de.json'), JSON.stringify({ 'start.go': 'Los' }));
    vi.spyOn(process, 'cwd').mockReturnValue(home);
    vi.resetModules();
    const { languageFor, languages, sayIn } = await import('@/i18n/languages');
    expect(languages('office')).toEqual(['it', 'en', 'de']);
    expect(languages()).toContain('de');
    expect(ownName('de')).toBe('Deutsch');
    expect(languageFor(null, 'de-AT,de;q=0.9')).toBe('de');
    expect(sayIn('de')('start.go')).toBe('Los');
    expect(sayIn('de')('start.title')).toBe(italian['start.title']);
    vi.restoreAllMocks();
    vi.resetModules();
    rmSync(home, { recursive: true });
  });
});

const PARTICIPANTS = ['broken', 'common', 'harvest', 'phone', 'refusals', 'wall'];
const others = languages().filter((l) => l !== 'it' && l !== 'en');

describe('the languages of participants alone', () => {
  it('are spoken on the phone and on the wall; the office falls back to its own', () => {
    expect(languages('office')).toEqual(['it', 'en']);
    expect(languages().slice(0, 2)).toEqual(['it', 'en']);
    expect(languageFor('ar', null, 'participants')).toBe(others.includes('ar') ? 'ar' : 'it');
    expect(languageFor('ar', 'en', 'office')).toBe('en');
    expect([directionOf('ar'), directionOf('ur'), directionOf('uk')]).toEqual(['rtl', 'rtl', 'ltr']);
  });

  it.each(others)(
    '%s says the participants’ words, with the same placeholders and every plural; what it lacks is said in Italian',
    (lang) => {
      const rooms = readdirSync(join(src, 'i18n', lang)).map((f) => f.replace('.json', ''));
      expect(rooms.sort()).toEqual(PARTICIPANTS);
      const holes = (s: unknown) => [...new Set(JSON.stringify(s).match(/\{\w+\}/g) ?? [])].sort();
      for (const room of rooms) {
        const read = (of: string) =>
          JSON.parse(readFileSync(join(src, 'i18n', of, `${room}.json`), 'utf8')) as Record<string, unknown>;
        const [it_, own] = [read('it'), read(lang)];
        expect(Object.keys(own).filter((k) => !(k in it_))).toEqual([]);
        // A sentence written since the translation is shown in Italian until somebody translates it.
        expect(Object.keys(own).length).toBeGreaterThan(Object.keys(it_).length * 0.95);
        const rules = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
        for (const [key, sentence] of Object.entries(own)) {
          expect([key, holes(sentence)]).toEqual([key, holes(it_[key])]);
          if (typeof sentence === 'object')
            for (const form of rules) expect(sentence, `${room} ${key} ${form}`).toHaveProperty(form);
        }
      }
    },
  );

  it('those that a machine made are marked, in the list and on the phone', () => {
    const marked = JSON.parse(readFileSync(join(src, 'i18n/translations.json'), 'utf8')) as object;
    expect(Object.keys(marked)).toEqual(expect.arrayContaining(others.filter(isMachineMade)));
    for (const lang of Object.keys(marked)) expect(isMachineMade(lang)).toBe(true);
    expect([isMachineMade('it'), isMachineMade('en')]).toEqual([false, false]);
  });
});
