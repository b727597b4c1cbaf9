/** The meetings of a path, dated or still to be defined. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Day, Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { allStand, standingOnes } from './deed';
import { DateStatus } from './path-phases';
import { adds, revises } from './register';
import type { Meeting, Path } from './state';

export const MeetingShape = z.strictObject({
  phase: z.nullable(Id),
  kind: z.enum(['presentazione_ascolto', 'tematico', 'formazione', 'ost', 'avvio', 'tavolo']),
  title: text(TITLE_MAX),
  date: z.nullable(Day),
  dateStatus: DateStatus,
  dateText: textOrEmpty(LINE_MAX),
  /** The sectors it listens to, sub-groups too: the coverage of S25 is counted from here. */
  sectors: z.array(Id).check(z.maxLength(30)),
  venue: textOrEmpty(LINE_MAX),
  venueKind: z.enum(['altro', 'scuola', 'centro_aggregazione_giovanile']),
  speakers: z.array(text(TITLE_MAX)).check(z.maxLength(30)),
  agenda: z.array(text(LINE_MAX)).check(z.maxLength(50)),
  minutes: textOrEmpty(REPORT_MAX),
  materials: z
    .array(z.strictObject({ title: text(TITLE_MAX), href: textOrEmpty(NOTE_MAX) }))
    .check(z.maxLength(50)),
  /** The gathering it was held in, when it was held here. */
  gathering: z.nullable(z.string().check(z.maxLength(40))),
  attendance: z.nullable(z.int().check(z.nonnegative())),
});
export type MeetingWords = z.infer<typeof MeetingShape>;
const noMeeting: MeetingWords = {
  phase: null,
  kind: 'tavolo',
  title: '',
  date: null,
  dateStatus: 'da_definire',
  dateText: '',
  sectors: [],
  venue: '',
  venueKind: 'altro',
  speakers: [],
  agenda: [],
  minutes: '',
  materials: [],
  gathering: null,
  attendance: null,
};
const meetings = (state: Path) => state.meetings;
const placed = (state: Path, w: MeetingWords) =>
  w.date === null && ['confermato', 'svolto'].includes(w.dateStatus)
    ? refuse('bad_date', { field: 'date' })
    : (allStand(state.phases, [w.phase], 'phase') ?? allStand(state.sectors, w.sectors, 'sector'));
export const addMeeting = adds({
  command: 'addMeeting',
  fact: 'meetingAdded',
  into: meetings,
  words: MeetingShape,
  blank: noMeeting,
  check: placed,
});
export const reviseMeeting = revises({
  command: 'reviseMeeting',
  fact: 'meetingRevised',
  into: meetings,
  words: MeetingShape,
  check: placed,
});

/** The standing meetings of a phase, or those of none (null): by date, those without one last, then as they were added. */
export const meetingsInOrder = (path: Path, phase: string | null): Meeting[] =>
  standingOnes(path.meetings)
    .filter((m) => (phase === null ? m.phase === null || path.phases[m.phase]?.removed : m.phase === phase))
    .sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9') || a.at - b.at);
