/**
 * Answers with the phone's home, board and grid: drawn once for all seats of a gathering, and filled for each answer with
 * what is its reader's own (decision 50).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageFor } from '@/i18n/languages';
import { INLINE_MAX, OWN_SLOT, SHARED_PAGE, type SharedPage } from '@/protocol/page-header';
import type { OwnPart } from '@/protocol/own-part';
import { snapshotAddress } from '@/protocol/snapshot-address';
import type { Accounts } from '../identity/accounts';
import { authorize } from '../identity/authorize';
import { recognise } from '../identity/session-cookie';
import { nonceOf, type PageCache, sendPage } from './page-cache';
import { PageQueue } from './page-queue';
import { sliceOf } from '../sockets/handshake';
import { recentSnapshot } from '../streams/recent-snapshot';
import type { GatheringStream, Streams, StreamRow } from '../streams/streams';

/** Screens that show everybody the same, but for marks of one's own. */
const SCREENS = /^\/i\/([A-Za-z0-9]{1,12})(?:\/(bacheca|griglia))?$/;
/** As long as a snapshot for late joiners is used again. In milliseconds. */
const FRESH_MS = 2000;
/** People write while the last fact is not older than this. In milliseconds. */
const WRITING_MS = 250;

type SharedPagesOptions = {
  streams: Streams;
  accounts: Accounts;
  secret: string;
  now: () => number;
  cache: PageCache;
};
type SharedPageAnswerer = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

/** Resolves to true when it was answered; `res` already has its own policy with its own nonce. */
export function sharedPages({
  streams,
  accounts,
  secret,
  now,
  cache,
}: SharedPagesOptions): SharedPageAnswerer {
  const queue = new PageQueue(() => streams.commits.wroteWithin(WRITING_MS));
  /** Gatherings whose last page carried the whole public state; measuring it for each answer would write it out again. */
  const short = new Set<string>();
  return async (req, res) => {
    const [path, code = '', screen = ''] = SCREENS.exec(req.url ?? '') ?? [];
    if (path === undefined || req.method !== 'GET' || !req.headers.cookie) return false;
    if (req.headers.rsc !== undefined || cache.isOwn(req.headers)) return false;
    const nonce = nonceOf(res.getHeader('content-security-policy'));
    const row = streams.index.find(code);
    if (!nonce || row?.kind !== 'gathering') return false;
    await queue.turn();
    const identity = await recognise(req.headers.cookie, secret, streams.seats, accounts.totems, now());
    // A totem and a completion link have pages of their own.
    if (identity.totem || identity.completes[row.id]) return false;
    const held = identity.seats[row.id];
    const standing = authorize(streams, accounts, row, 'phone', identity);
    const { actor, label } = 'ok' in standing ? { actor: null, label: null } : standing;
    if (!held || !actor || actor.seat !== held.id) return false;

    const stream = streams.gathering(row);
    const circle = screen === '' ? runningCircle(stream, held.id) : null;
    const lang = languageFor(identity.lang, req.headers['accept-language'], 'participants');
    const host = req.headers.host ?? 'localhost';
    const page = await cache.page([row.id, path, lang, circle, host].join(' '), {
      path,
      headers: () => {
        const complete = stream.snapshot('public').text.length <= INLINE_MAX;
        if (complete) short.add(row.id);
        else short.delete(row.id);
        const shared: SharedPage = { circle, complete };
        return { host, 'accept-language': lang, [SHARED_PAGE]: JSON.stringify(shared) };
      },
      freshMs: FRESH_MS,
      stamp: stampOf(streams, row),
      slot: OWN_SLOT,
    });
    if (!page || res.destroyed) return page !== null;
    await queue.turn();
    const state = stream.whole();
    const own: OwnPart = {
      snapshot: short.has(row.id) ? null : snapshotFor(streams, row),
      you: { ...actor, label },
      seq: stream.seen('public').seq,
      now: Date.now(),
      recovery: held.code,
      // A page that is only a part is followed by the state, which brings the person's own texts.
      mine: short.has(row.id)
        ? sliceOf(state, held.id)
        : { seat: state.seats[held.id] ?? null, private: state.private[held.id] ?? null },
    };
    sendPage(req, res, page, { nonce, own: inScript(own) });
    return true;
  };
}

/** So that a device with nothing stored fetches the state while it still loads the program. It is made when one does. */
function snapshotFor(streams: Streams, row: StreamRow): string {
  const named = streams.snapshots.keyAhead(row.id, 'public', async (key) => {
    await streams.ready(row);
    const stream = streams.stream(row);
    await stream.prepareSnapshot('public');
    const people = () => streams.seats.labelled(row.id, stream.seen('public').named);
    return recentSnapshot(streams, row, 'public', people, key);
  });
  return snapshotAddress(named);
}

/** The running circle that a person is in: home is then that circle's page. */
function runningCircle(stream: GatheringStream, seat: string): string | null {
  const state = stream.whole();
  const circle = state.private[seat]?.circle;
  return circle && state.sessions[circle]?.state === 'running' ? circle : null;
}

/** Another stamp once something was withheld, revised or erased, or a label was given, changed or erased. */
const stampOf = (streams: Streams, row: StreamRow): string =>
  `${streams.snapshots.forgotten(row.id)} ${streams.seats.rev(row.id)}`;

/** JSON that can't end the script element it stands in. */
const inScript = (own: OwnPart): string => JSON.stringify(own).replaceAll('<', '\\u003c');
