/** The initial state of a page's replica: the part of a gathering that the page shows before its socket is open. */
import type { Initial } from '@/client/replica/replica';
import { type Shift, shiftsOf } from '@/domain/gathering/clock';
import type { Gathering } from '@/domain/gathering/state';
import { blankPrivate } from '@/domain/gathering/state/seat';
import type { Topic } from '@/domain/gathering/state/topic';
import type { Role } from '@/domain/words';
import { ANY_SEAT, INLINE_MAX, type SharedPage } from '@/protocol/page-header';
import type { You } from '@/protocol/wire';
import { pageApi } from '@/server/pages/page-api';
import type { StreamRow } from '@/server/streams/streams';

/**
 * The initial state of this surface's replica: the whole public state when it is small, else without notes and reports,
 * except for the page's own topic.
 */
export function initialOf(
  row: StreamRow,
  seat: string | null,
  account: { id: string; name: string; role: Role } | null = null,
  about: (state: Gathering) => Topic | undefined = () => undefined,
  /** People without a seat, and a completion link. */
  byLink: You | null = null,
): Initial<Gathering> {
  const window = pageApi();
  const audience = account ? 'staff' : 'public';
  const state = window.gathering(row, audience);
  const mine = window.slice(row, seat);
  const people = window.labels(row, account ? 'all' : 'named');
  // The identity is known from the first render, so that nothing tapped before the link is up is lost.
  const you: You | null = account
    ? { id: account.id, role: account.role, seat: null, label: account.name }
    : seat
      ? { id: seat, role: 'participant', seat, label: window.labels(row, 'all')[seat] ?? null }
      : byLink;
  const text = window.asText(row, audience);
  return {
    ...shownOf(state, text.length <= INLINE_MAX ? text : null, about),
    people,
    you,
    mine,
  };
}

/**
 * The initial state of a page for every seat of the gathering: only what is public, for a reader that nobody is. Each
 * answer gets its reader's own part beside it.
 */
export function sharedInitial(
  row: StreamRow,
  { circle, complete }: SharedPage,
  about: (state: Gathering) => Topic | undefined,
): Initial<Gathering> {
  const window = pageApi();
  const state = window.gathering(row, 'public');
  return {
    ...shownOf(state, complete ? window.asText(row, 'public') : null, about),
    people: window.labels(row, 'named'),
    you: { id: '', role: 'participant', seat: ANY_SEAT, label: null },
    mine: circle === null ? null : { seat: null, private: { ...blankPrivate(), circle } },
    shared: true,
  };
}

/** `whole`: the whole state as JSON; null where the page carries a short version of it. */
function shownOf(
  state: Readonly<Gathering>,
  whole: string | null,
  about: (state: Gathering) => Topic | undefined,
): Pick<Initial<Gathering>, 'state' | 'now' | 'complete' | 'shifts'> {
  const glance = whole ?? JSON.stringify({ ...state, ideas: {}, ...writtenOn(state, about(state)) });
  return {
    state: JSON.parse(glance) as Gathering,
    now: Date.now(),
    complete: whole !== null,
    shifts: shiftsAbout(state),
  };
}

type WithTexts = Pick<Gathering, 'notes' | 'notesOf' | 'reports'>;

/** Notes and report of one topic; nothing when they are too many for a page. */
function writtenOn(state: Gathering, topic: Topic | undefined): WithTexts {
  const nothing: WithTexts = { notes: {}, notesOf: {}, reports: {} };
  if (!topic) return nothing;
  const ids = state.notesOf[topic.id] ?? [];
  const pick = <T>(from: Record<string, T>, keys: string[]): Record<string, T> =>
    Object.fromEntries(keys.flatMap((k) => (from[k] ? [[k, from[k]]] : [])));
  const written = {
    notes: pick(state.notes, ids),
    notesOf: { [topic.id]: ids },
    reports: pick(state.reports, [topic.id]),
  };
  return JSON.stringify(written).length <= INLINE_MAX ? written : nothing;
}

const shifts = new Map<string, Shift[]>();

/** Years from the one before its first day (or before now) to the one after its last day (or now, if later). */
function shiftsAbout({ timezone, days }: Gathering): Shift[] {
  const years = [new Date(), ...days.map((d) => new Date(d))].map((d) => d.getUTCFullYear());
  const from = Date.UTC(Math.min(...years) - 1, 0);
  const to = Date.UTC(Math.max(...years) + 2, 0);
  const key = `${timezone} ${from} ${to}`;
  const kept = shifts.get(key) ?? shiftsOf(timezone, from, to);
  shifts.set(key, kept);
  return kept;
}
