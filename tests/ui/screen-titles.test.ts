/** Every address of the phone has a title of its own, and a name that every object inherits is no address. */
import { expect, it } from 'vitest';
import { screenTitle } from '@/app/i/[code]/[[...where]]/_frame/screen-titles';
import { namedAfter } from '@/app/_shared/page-metadata';
import { titleOf } from '@/app/_shared/title';
import { sayIn } from '@/i18n/languages';
import type { PageApi } from '@/server/pages/page-api';
import { opened } from '../domain/opened';
import { INHERITED } from '../harm/inherited-names';

const say = sayIn('it', ['common', 'phone', 'harvest']);

it('each screen of the phone is called differently, with its topic where it is about one', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const session = g.place(anna, g.topic(anna));
  const places = ['', 'proponi', 'bacheca', 'griglia', 'cerchi', 'notizie', 'voto', 'azioni', 'metodo', 'io'];
  const about = ['temi/T01', 'griglia/T01', 'resoconto/T01', `cerchio/${session}`];
  const missing = ['temi/T99', 'cerchio/nessuno'];
  const titles = [...places, ...about, ...missing].map((a) => screenTitle(g.state, a.split('/'), say));
  expect(titles).not.toContain('');
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles.slice(places.length, -missing.length)) expect(title).toContain('T01');
});

it('a name that every object inherits has no title', () => {
  for (const name of INHERITED) expect(screenTitle(opened().state, [name], say)).toBe('');
});

it('a page that is not there gives its tab no name of its own, or that would replace the one that says so', () => {
  const window = { find: () => null } as unknown as PageApi;
  for (const named of [titleOf, namedAfter])
    expect(() => named(window, 'XXXXXX', 'Regia')).toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
});
