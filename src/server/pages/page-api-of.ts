/** Implements the page API: the streams' folded states, and what is stored beside the logs. */
import { topicNumber } from '@/domain/gathering/state/topic';
import { givenBack } from '@/domain/programming/public-outcomes';
import { saidAlong } from '@/domain/programming/source-text';
import { type Accounts, ENTRY_LASTS } from '../identity/accounts';
import { authorize, reaches } from '../identity/authorize';
import { entryOf } from '../identity/device-entries';
import { recognise } from '../identity/session-cookie';
import { sliceOf } from '../sockets/handshake';
import { missingFor, officeDetails } from '../identity/office-details';
import { notices, shownNotice } from '../upkeep/privacy-notices';
import { keeping, retentionDays } from '../upkeep/retention';
import type { TrustedClock } from '../upkeep/trusted-clock';
import type { Streams } from '../streams/streams';
import type { PageApi } from './page-api';
import { gatheringsOf, lookupAlong, pathsOf } from '../streams/path-gatherings';

type Behind = Pick<PageApi, 'version' | 'publicUrl'> & {
  streams: Streams;
  accounts: Accounts;
  secret: string;
  trusted: TrustedClock;
  addresses: () => string[];
};

export const pageApiOf = ({
  streams,
  accounts,
  secret,
  trusted,
  version,
  publicUrl,
  addresses,
}: Behind): PageApi => ({
  version,
  get addresses() {
    return addresses();
  },
  publicUrl,
  identity: (cookie) => recognise(cookie, secret, streams.seats, accounts.totems, trusted.now()),
  account: (identity) => accounts.of(identity),
  reaches: (account, row) => reaches(streams, account, row),
  entries: ({ account }) =>
    account === null
      ? []
      : accounts.entries
          .standing(account.id, trusted.now() - ENTRY_LASTS)
          .map(({ id, device, at }) => ({ id, device, at, own: id === entryOf(account) })),
  firstRun: () => accounts.none(),
  link: (token) => accounts.link(token),
  find: (code) => streams.index.find(code),
  streams: () => streams.all(),
  damaged: () => streams.damaged(),
  gathering: (row, as) => (as === 'whole' ? streams.gathering(row).whole() : streams.gathering(row).seen(as)),
  asText: (row, as) => streams.gathering(row).snapshot(as).text,
  path: (row) => streams.path(row).whole(),
  givenBack: (row, preview = () => []) =>
    pathsOf(streams, row).map((p) => {
      const path = streams.path(p).whole();
      const said = saidAlong(path, gatheringsOf(streams, p));
      return givenBack(path, lookupAlong(streams, p), said, preview(path));
    }),
  labels: (row, of) =>
    streams.seats.labelled(row.id, of === 'all' ? 'all' : streams.gathering(row).seen('public').named).labels,
  notice: (lang) => shownNotice(streams.store, lang),
  notices: () => notices(streams.store),
  officeDetails: () => officeDetails(streams.store),
  missingFor: (row) => missingFor(streams.store, row),
  retentionDays: () => retentionDays(streams),
  keeping: () => keeping(streams),
  clockLeap: () => trusted.leap(),
  accounts: () => accounts.list(),
  trail: () => accounts.trail(),
  completes: (row, identity) => {
    const standing = authorize(streams, accounts, row, 'phone', identity);
    const actor = 'ok' in standing ? null : standing.actor;
    const topic = actor?.completes && streams.gathering(row).whole().topics[actor.completes];
    if (!actor || !topic) return null;
    return { where: `resoconto/${topicNumber(topic.n)}`, you: { ...actor, label: null } };
  },
  slice: (row, seat) => (row.kind === 'gathering' ? sliceOf(streams.gathering(row).whole(), seat) : null),
});
