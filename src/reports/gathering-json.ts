/** The complete export of a gathering, for anyone; documented in docs/export.md. */
import { dayIsOver } from '@/domain/gathering/phase-queries';
import { slotOf, spaceOf } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { type Note, noteNumber } from '@/domain/gathering/state/note';
import type { Session } from '@/domain/gathering/state/session';
import { topicNumber } from '@/domain/gathering/state/topic';
import { instantOf, isOver } from '@/domain/gathering/clock';
import { type Came, cameTo, isMarked } from '@/domain/gathering/attendance';
import { bySector } from '@/domain/gathering/sector-counts';
import { harvestJson } from './gathering-json-results';
import { DEMO_NOTICE, REHEARSAL_NOTICE } from './demonstration-notice';
import { signatures } from './book-signatures';

/** Labels by seat id; null for a seat that was emptied. */
export type ExportLabels = Record<string, string | null>;
export type ExportOptions = {
  labels: ExportLabels;
  /** In public no sector is told or counted, nor anything else that people say of themselves (E25). */
  publicly: boolean;
  exportedAt: number;
};

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const rows = <T extends object>(n: number, row: T): T[] =>
  Array.from({ length: Math.max(0, n) }, () => ({ ...row }));

/** In public a person is only a number: their details are the office's (E25). */
const UNTOLD = {
  sector: null,
  subgroup: null,
  municipality: null,
  newVoice: null,
  origin: null,
  at: null,
  erased: null,
};

/** Seats are cited by their number ("P07"), never by their id or label, unless the label is already public. */
const seatNumber = (state: Gathering, id: string): string | null => {
  const seat = state.seats[id];
  return seat ? `P${String(seat.n).padStart(2, '0')}` : null;
};

/** E04: the outcome of a circle, or null while it can still change. `at`: epoch milliseconds. */
function outcomeOf(state: Gathering, session: Session, at: number): Came | null {
  const slot = slotOf(state, session);
  const over = session.state === 'ended' || dayIsOver(state) || (slot && isOver(state, slot, at));
  return cameTo(state, session, Boolean(over));
}

/** Number of people, or null where nobody marked presence: missing taps are not turned into a number. */
function attendedIn(state: Gathering, session: Session, at: number): number | null {
  const came = outcomeOf(state, session, at);
  if (came === 'nobody') return 0;
  if (came === 'only_convener') return 1;
  const known = came === null || isMarked(session);
  return known ? session.attended : null;
}

/** Needs the whole state. Dates are ISO 8601; withheld texts are null, with the reason beside them. */
export function gatheringJson(state: Gathering, { labels, publicly, exportedAt }: ExportOptions) {
  const label = (seat: string | null): string | null => (seat === null ? null : (labels[seat] ?? null));
  const topics = topicsInOrder(state);
  const number = (id: string | null): string | null => {
    const t = id === null ? undefined : state.topics[id];
    return t ? topicNumber(t.n) : null;
  };
  const sessions = Object.values(state.sessions).filter((s) => s.state !== 'cancelled');
  return {
    format: 'cerchi-gathering',
    version: 1,
    exportedAt: iso(exportedAt),
    notice: state.demo ? DEMO_NOTICE : state.rehearsal ? REHEARSAL_NOTICE : null,
    gathering: {
      id: state.id,
      code: state.code,
      format: state.format,
      title: state.title,
      question: state.question,
      sponsor: state.sponsor,
      venue: state.venue,
      days: state.days,
      timezone: state.timezone,
      demo: state.demo,
      rehearsal: state.rehearsal,
      phase: state.phase,
      phases: state.phases.map((p) => ({ phase: p.phase, at: iso(p.at) })),
      people: state.people,
      // A name is null where it is the founding document's own.
      sectors: state.sectors.map(({ id, name }) => ({ id, name: name || null })),
      strands: state.strands.map(({ id, name }) => ({ id, name: name || null })),
      bySector: publicly ? {} : bySector(state),
      facts: state.seq,
      frozen: state.frozen
        ? { at: iso(state.frozen.at), hash: state.frozen.hash, upTo: state.frozen.upTo }
        : null,
      slots: state.slots.map((s) => ({
        ...s,
        startsAt: iso(instantOf(s.day, s.start, state.timezone)),
        endsAt: iso(instantOf(s.day, s.end, state.timezone)),
      })),
      spaces: state.spaces,
      // Spots by the id of their space, in thousandths of the map's sides from its top left corner.
      map: state.map,
    },
    seats: Object.values(state.seats)
      .sort((a, b) => a.n - b.n)
      .map((s) => ({
        number: seatNumber(state, s.id),
        label: publicly ? null : label(s.id),
        ...(publicly
          ? UNTOLD
          : {
              sector: s.sector,
              subgroup: s.subgroup,
              municipality: s.municipality,
              newVoice: s.newVoice,
              origin: s.origin,
              at: iso(s.at),
              erased: s.erased,
            }),
      })),
    topics: topics.map((t) => ({
      number: topicNumber(t.n),
      id: t.id,
      title: t.hidden ? null : t.title,
      earlierTitles: t.hidden ? [] : t.titles.map((x) => ({ title: x.title, until: iso(x.at) })),
      line: t.hidden ? null : t.line,
      strands: t.strands,
      convener: label(t.convener),
      coConveners: t.coConveners.map(label),
      origin: t.origin,
      at: iso(t.at),
      standing: t.standing,
      mergedInto: number(t.mergedInto),
      splitFrom: number(t.splitFrom),
      sparkedBy: number(t.sparkedBy),
      hidden: t.hidden ? { reason: t.hidden.reason, at: iso(t.hidden.at) } : null,
      interested: t.interested,
      sessions: sessions.filter((s) => s.topic === t.id).length,
      notes: (state.notesOf[t.id] ?? []).filter((n) => !state.notes[n]?.withdrawn).length,
    })),
    sessions: sessions.map((s) => ({
      topic: number(s.topic),
      part: s.part,
      slot: slotOf(state, s)?.label ?? s.slot,
      day: slotOf(state, s)?.day ?? null,
      start: slotOf(state, s)?.start ?? null,
      end: slotOf(state, s)?.end ?? null,
      space: spaceOf(state, s)?.name ?? s.space,
      // Once the day is over nothing is under way, even if nobody ended it.
      state: s.state === 'running' && dayIsOver(state) ? ('ended' as const) : s.state,
      startedAt: iso(s.startedAt),
      endedAt: iso(s.endedAt),
      movedFrom: s.movedFrom.map((m) => ({
        slot: state.slots.find((x) => x.id === m.slot)?.label ?? m.slot,
        space: state.spaces.find((x) => x.id === m.space)?.name ?? m.space,
        at: iso(m.at),
      })),
      noteTaker: label(s.noteTaker),
      attended: attendedIn(state, s, exportedAt),
      // E04: "nobody" and "only the convener" are outcomes like others, and no secret.
      came: outcomeOf(state, s, exportedAt),
    })),
    // One row for each person and topic, or circle: how many, never who, not even for the office (decision 23).
    interests: topics.flatMap((t) => rows(t.interested, { topic: topicNumber(t.n), seat: null })),
    presences: sessions.flatMap((s) =>
      rows(attendedIn(state, s, exportedAt) ?? 0, { topic: number(s.topic), part: s.part, seat: null }),
    ),
    notes: topics.flatMap((t) =>
      (state.notesOf[t.id] ?? [])
        .map((id) => state.notes[id])
        .filter((n): n is Note => n !== undefined && !n.withdrawn)
        .map((n) => ({
          id: noteNumber(t.n, n.n),
          topic: topicNumber(t.n),
          part: n.session ? (state.sessions[n.session]?.part ?? null) : null,
          kind: n.kind,
          text: n.hidden ? null : n.text,
          author: label(n.author),
          anonymous: n.anonymous,
          sector: publicly ? null : n.sector,
          origin: n.origin,
          at: iso(n.at),
          saidAt: iso(n.saidAt),
          versions: n.versions.length + 1,
          hidden: n.hidden ? { reason: n.hidden.reason, at: iso(n.hidden.at) } : null,
        })),
    ),
    /** Only people who asked to be in the book's index. */
    signatures: signatures(state, label),
    programme: state.programme,
    ...harvestJson(state, { label, number, iso, publicly }),
    announcements: state.announcements.map((a) => ({
      text: a.text,
      kind: a.kind,
      at: iso(a.at),
      withdrawn: a.withdrawn,
    })),
  };
}

export type GatheringExport = ReturnType<typeof gatheringJson>;
