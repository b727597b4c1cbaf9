/** Answers a device's hello: identifies it, and sends everything that it may see and does not have. */
import { wroteNote } from '@/domain/gathering/note-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Idea } from '@/domain/gathering/state/idea';
import type { Note } from '@/domain/gathering/state/note';
import { snapshotAddress } from '@/protocol/snapshot-address';
import { type Hello, PROTOCOL, type Refused, type Surface, type Welcome, type You } from '@/protocol/wire';
import type { Accounts } from '../identity/accounts';
import type { Identity } from '../identity/session-cookie';
import { type Authorization, authorize } from '../identity/authorize';
import { type Broadcast, channel, joinChannel, seatChannel } from './broadcast';
import type { GuessLimiter } from '../identity/guess-limiter';
import { type Connection, refused } from './connection';
import { rawJson, sharedJson } from './raw-json';
import { recentSnapshot } from '../streams/recent-snapshot';
import { SnapshotCache } from './snapshot-cache';
import { StatePace } from './state-pace';
import { TurnBudget } from './turn-budget';
import type { SlowReaders } from './slow-readers';
import type { Stream } from '../streams/stream';
import type { StateOf, StreamKind } from '../streams/stream-index';
import type { Streams, StreamRow } from '../streams/streams';
import type { Audience } from '../streams/audience-view';

export type HandshakeOptions = {
  guessLimiter: GuessLimiter;
  /** Bytes unread on all connections: a whole state is not given while there are too many. */
  unread: Pick<SlowReaders, 'full' | 'give'>;
  /** The seat this device was given and this log does not have, if it may be taken again. */
  lost: (identity: Identity, row: StreamRow, surface: Surface) => string | undefined;
};

/**
 * Facts longer than this, in characters of JSON, are left out for the whole state: facts are serialised per connection,
 * while the state is shared by all.
 */
const LARGE = 64_000;
/** Delay before such a device asks again, in ms. */
const MOMENT = 200;

/** Answers a hello with a welcome, after which the connection gets every frame, or with a refusal. */
export function createHandshake(
  streams: Streams,
  accounts: Accounts,
  frames: Broadcast,
  options: HandshakeOptions,
) {
  /** The labels an audience may know; the same object for all who come between two facts. */
  const known = new Map<string, { seq: number; rev: number; people: Welcome['people'] }>();
  function peopleOf(row: StreamRow, audience: Audience): Welcome['people'] {
    const stream = streams.stream(row);
    const key = channel(row.id, audience);
    const kept = known.get(key);
    const rev = streams.seats.rev(row.id);
    if (kept && kept.seq === stream.seq && kept.rev === rev) return kept.people;
    const people = streams.seats.labelled(row.id, audience === 'staff' ? 'all' : stream.seen('public').named);
    known.set(key, { seq: stream.seq, rev, people });
    return people;
  }

  const budget = new TurnBudget();
  const pace = new StatePace();
  const whole = new SnapshotCache(
    (stream) => streams.snapshots.forgotten(stream),
    () => pace.pressed(),
  );

  /** A recent state to fetch by its key, with the facts since; null when they are too many. */
  function toFetch(
    row: StreamRow,
    stream: Stream<StateOf[StreamKind]>,
    audience: Audience,
    all: Welcome['people'],
  ) {
    const recent = recentSnapshot(streams, row, audience, () => all);
    // As everybody sees them: the seat's own part is in `mine`, and must not be applied twice.
    const after = stream.since(recent.seq, audience, null);
    return after && { ...recent, after };
  }

  /**
   * The same of the state that the device's page has named: it is on its way already. Null where it is too old, or where
   * this seat has written since: its own words may be in `mine` only.
   */
  function onItsWay({ snapshot }: Hello, row: StreamRow, audience: Audience, seat: string | null) {
    const named = snapshot === undefined ? null : streams.snapshots.named(snapshot, row.id, audience);
    if (!named) return null;
    const stream = streams.stream(row);
    const [after, own] = [stream.since(named.seq, audience, null), stream.since(named.seq, audience, seat)];
    if (!after || after.join('').length > LARGE || after.some((text, i) => text !== own?.[i])) return null;
    return { ...named, after };
  }

  /** The facts that a device lacks, and whether they are few enough to be sent one by one. */
  function factsFor({ actor, audience }: Authorization, hello: Hello, row: StreamRow) {
    const caught = streams.stream(row).catchUp(hello, audience, actor?.seat ?? null, actor?.id);
    const length = caught.facts?.reduce((sum, text) => sum + text.length, 0) ?? 0;
    return { ...caught, enough: caught.facts !== null && length <= LARGE };
  }

  /** Gives a line the facts since an older state, once the welcome with that state has left; then it gets frames. */
  function follow(
    line: Connection,
    row: StreamRow,
    audience: Audience,
    from: Stream<StateOf[StreamKind]>,
    seq: number,
  ): void {
    setImmediate(() => {
      const joined = line.data.joined.get(row.code);
      if (!line.connected || joined?.row.id !== row.id || joined.audience !== audience) return;
      const facts = streams.stream(row) === from ? from.since(seq, audience, null) : null;
      joinChannel(line, row.id, audience);
      if (!facts) line.emit('again', { stream: row.id, why: 'woken' });
      else if (facts.length > 0)
        line.emit(
          'frame',
          rawJson(`{"stream":${JSON.stringify(row.id)},"from":${seq + 1},"facts":[${facts.join(',')}]}`),
        );
    });
  }

  return async function welcome(line: Connection, hello: Hello): Promise<Welcome | Refused> {
    if (hello.protocol !== PROTOCOL) return refused('wrong_protocol', { protocol: PROTOCOL });
    const row = streams.index.find(hello.code);
    if (!row) {
      await options.guessLimiter.wrongCode();
      return refused('unknown_code');
    }
    const mayEnter = () => authorize(streams, accounts, row, hello.surface, line.data.identity);
    const first = mayEnter();
    if ('ok' in first) return first;
    await streams.ready(row);
    let asked: number | null = null;
    if (!hello.fetches && !factsFor(first, hello, row).enough) {
      // Refused before anything is waited for: what waits is held, and costs the collector more than the answer.
      const full = options.unread.full() ?? pace.wait();
      if (full !== null) return refused('busy', { ms: full });
      asked = await whole.ready(streams.stream(row), first.audience);
    }
    // Only named so far: its device is about to ask for it.
    if (hello.fetches && hello.snapshot !== undefined) await streams.snapshots.made(hello.snapshot);
    if (
      hello.fetches &&
      !onItsWay(hello, row, first.audience, first.actor?.seat ?? null) &&
      !streams.snapshots.reusable(row.id, first.audience) &&
      !factsFor(first, hello, row).enough
    )
      await streams.stream(row).prepareSnapshot(first.audience);
    await budget.room();
    await streams.stream(row).settled();
    // Checked again after the last wait: the account may have been closed meanwhile, or the device signed out.
    const entered = mayEnter();
    if ('ok' in entered) return entered;
    if (!line.connected) return refused('unreachable');
    const { actor, audience, label } = entered;
    const stream = streams.stream(row);
    const seat = actor?.seat ?? null;
    const { facts, enough, ...gone } = factsFor(entered, hello, row);
    const full = enough || hello.fetches ? null : (options.unread.full() ?? pace.wait());
    if (full !== null) return refused('busy', { ms: full });
    // More was written meanwhile than a welcome holds.
    if (!enough && !hello.fetches && asked === null) return refused('busy', { ms: MOMENT });
    const lost = actor ? undefined : options.lost(line.data.identity, row, hello.surface);
    // The fold is made here at the latest: from now on this audience gets frames.
    stream.seen(audience);
    const all = peopleOf(row, audience);
    const people = all.rev === hello.people ? { rev: all.rev, labels: {} } : all;
    // Planners are accounts and have no seat here: colleagues see each other by name.
    if (row.kind === 'path') {
      people.labels = accounts.names();
      if (actor && label) frames.relabel(row, { [actor.id]: label });
    }
    const fetched =
      hello.fetches && !enough
        ? (onItsWay(hello, row, audience, seat) ?? toFetch(row, stream, audience, all))
        : null;
    const state = enough
      ? null
      : (fetched ?? whole.take(stream, audience, asked ?? Number.POSITIVE_INFINITY));
    // From here on nothing is awaited: the following frames start where this welcome ends.
    line.data.joined.set(row.code, { row, surface: hello.surface, actor, audience });
    if (state && !('after' in state) && state.seq < stream.seq)
      follow(line, row, audience, stream, state.seq);
    else joinChannel(line, row.id, audience);
    if (seat) {
      void line.join(seatChannel(row.id, seat));
      line.data.key = seat;
    }
    const completes = actor?.completes === undefined ? {} : { completes: actor.completes };
    const you: You = { id: actor?.id ?? '', role: actor?.role ?? 'participant', seat, label, ...completes };
    const base = {
      ok: true as const,
      protocol: PROTOCOL,
      stream: row.id,
      kind: row.kind,
      seq: stream.seq,
      you,
      now: streams.clock(),
      people,
      ...gone,
      ...(lost ? { returning: lost } : {}),
    };
    if (!state)
      return rawJson<Welcome>(`${JSON.stringify(base).slice(0, -1)},"facts":[${(facts ?? []).join(',')}]}`);
    const mine = row.kind === 'gathering' ? sliceOf(streams.gathering(row).whole(), seat) : null;
    if ('after' in state) {
      const { key, seq, rev, after } = state;
      // The labels travel with the state, compressed, unless one changed since.
      const inSnapshot = row.kind === 'gathering' && rev === people.rev;
      const rest = JSON.stringify({
        ...base,
        ...(inSnapshot ? { people: { rev, labels: {} } } : {}),
        seq,
        mine,
      });
      const url = JSON.stringify(snapshotAddress(key));
      return rawJson<Welcome>(`${rest.slice(0, -1)},"snapshot":{"url":${url},"after":[${after.join(',')}]}}`);
    }
    const { seq, bytes } = state;
    const rest = JSON.stringify({ ...base, seq, mine });
    budget.spend(bytes.length);
    pace.spend(bytes.length);
    options.unread.give(bytes.length);
    return sharedJson<Welcome>(`${rest.slice(0, -1)},"state":`, bytes);
  };
}

/** The seat's private slice, to lay over the public state: with its own words where the public state has them blank. */
export function sliceOf(state: Gathering, seat: string | null) {
  if (!seat) return null;
  const untold = (said: Note | Idea): boolean =>
    said.withdrawn || said.hidden !== null || said.versions.length > 0;
  return {
    seat: state.seats[seat] ?? null,
    private: state.private[seat] ?? null,
    notes: Object.values(state.notes).filter((n) => untold(n) && wroteNote(state, n, seat)),
    ideas: Object.values(state.ideas).filter((i) => untold(i) && i.author === seat),
  };
}
