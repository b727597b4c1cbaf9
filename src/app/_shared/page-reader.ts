/** Identifies the reader of a page by their cookie: account, seat, language and its words. Pages read, they never write. */
import { cookies, headers } from 'next/headers';
import type { RoomOfWords } from '@/i18n/keys';
import { type ReaderGroup, dictionary, languageFor, sayIn } from '@/i18n/languages';
import type { StreamRow } from '@/server/streams/streams';
import { PAGE_PATH, SHARED_PAGE, type SharedPage } from '@/protocol/page-header';
import { pageApi } from '@/server/pages/page-api';

/** Pages translated into every language; the office's and the record's are in Italian and English. */
const PARTICIPANTS = /^\/(?:$|\?|(?:i|muro|totem)\/)/;

export async function reader(rooms: readonly RoomOfWords[]) {
  // Reading the headers first keeps these pages out of the static build: they need the streams.
  const h = await headers();
  const window = pageApi();
  const identity = await window.identity((await cookies()).toString());
  const audience = PARTICIPANTS.test(h.get(PAGE_PATH) ?? '') ? 'participants' : 'office';
  const lang = languageFor(identity.lang, h.get('accept-language'), audience);
  const account = window.account(identity);
  return {
    window,
    identity,
    account,
    /** The account if it may work in this stream; one bound to another stream counts as none here. */
    accountIn: (row: StreamRow) => (account && window.reaches(account, row) ? account : null),
    lang,
    say: sayIn(lang, rooms),
    audience: audience as ReaderGroup,
    words: dictionary(lang, rooms),
    /** Set when the server draws this page once for every seat of its gathering. */
    shared: JSON.parse(h.get(SHARED_PAGE) ?? 'null') as SharedPage | null,
    /** The nonce for a <style> of this page; browsers ignore any other. */
    nonce: /'nonce-([^']+)'/.exec(h.get('content-security-policy') ?? '')?.[1],
  };
}
