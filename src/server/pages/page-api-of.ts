/** What the pages see through their window: the rooms' folds, and what is kept beside the logs. */
import { givenBack } from '@/domain/programming/given-back';
import type { Accounts } from '../identity/accounts';
import { recognise } from '../identity/session-cookie';
import { sliceOf } from '../sockets/handshake';
import { notices, shownNotice } from '../upkeep/privacy-notices';
import { keeping, retentionDays } from '../upkeep/retention';
import type { Streams } from '../streams/streams';
import type { PageApi } from './page-api';
import { lookupAlong, pathsOf } from '../streams/path-gatherings';

type Behind = Pick<PageApi, 'version' | 'publicUrl'> & {
  rooms: Streams;
  accounts: Accounts;
  secret: string;
  addresses: () => string[];
};

export const pageApiOf = ({ rooms, accounts, secret, version, publicUrl, addresses }: Behind): PageApi => ({
  version,
  get addresses() {
    return addresses();
  },
  publicUrl,
  identity: (cookie) => recognise(cookie, secret, rooms.seating),
  account: (identity) => accounts.of(identity),
  firstRun: () => accounts.none(),
  link: (token) => accounts.link(token),
  find: (code) => rooms.register.find(code),
  streams: () => rooms.all(),
  damaged: () => rooms.damaged(),
  gathering: (row, as) => (as === 'whole' ? rooms.gathering(row).whole() : rooms.gathering(row).seen(as)),
  asText: (row, as) => rooms.gathering(row).snapshot(as).text,
  path: (row) => rooms.path(row).whole(),
  givenBack: (row) => pathsOf(rooms, row).map((p) => givenBack(rooms.path(p).whole(), lookupAlong(rooms, p))),
  labels: (row, of) =>
    rooms.seating.labelled(row.id, of === 'all' ? 'all' : rooms.gathering(row).seen('public').named).labels,
  notice: (lang) => shownNotice(rooms.store, lang),
  notices: () => notices(rooms.store),
  retentionDays: () => retentionDays(rooms),
  keeping: () => keeping(rooms),
  accounts: () => accounts.list(),
  trail: () => accounts.trail(),
  slice: (row, seat) => (row.kind === 'gathering' ? sliceOf(rooms.gathering(row).whole(), seat) : null),
});
