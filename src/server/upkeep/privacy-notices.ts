/** The privacy notice in the office's own words: every version is kept, the last one is shown. */
import * as z from 'zod';
import type { Store } from '../database/store';

/** `n` counts from 1 in each language; `by` is an account; an empty text restores the page's own words. */
export type Notice = { lang: string; n: number; text: string; at: number; by: string };

const PREFIX = 'informativa.';
const StoredNotice = z.object({ text: z.string(), at: z.number(), by: z.string() });

/** Every version in every language, oldest first. */
export const notices = (store: Store): Notice[] =>
  store.settings
    .startingWith(PREFIX)
    .map(({ key, value }) => {
      const [, lang = '', n = '0'] = key.split('.');
      return { lang, n: Number(n), ...StoredNotice.parse(JSON.parse(value)) };
    })
    .sort((a, b) => a.at - b.at || a.n - b.n);

/** The latest version in this language, also when it was emptied; null when nobody wrote one. */
export const standingNotice = (store: Store, lang: string): Notice | null =>
  notices(store).findLast((x) => x.lang === lang) ?? null;

/** The text on the page: the office's, in another language if only that exists; null for the page's own. */
export function shownNotice(store: Store, lang: string): Notice | null {
  const own = standingNotice(store, lang);
  if (own) return own.text ? own : null;
  const standing = new Map(notices(store).map((x) => [x.lang, x]));
  return [...standing.values()].find((x) => x.text !== '') ?? null;
}

export function publishNotice(store: Store, lang: string, text: string, by: string, at: number): Notice {
  const n = (standingNotice(store, lang)?.n ?? 0) + 1;
  const value = JSON.stringify(StoredNotice.parse({ text, at, by }));
  store.settings.add(`${PREFIX}${lang}.${n}`, value);
  return { lang, n, text, at, by };
}
