/** Opens a path: blank, as the founding document lists it, or from last year's; and edits its own description. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LABEL_MAX, LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { begun, deed } from './deed';
import { InvitationShape } from './invitations';
import { InheritedShape, inherit } from './inheritance';
import { MeetingShape } from './meetings';
import { PhaseShape } from './path-phases';
import { SectorShape } from './sectors';
import { revises } from './register';
import { emptyCode } from './reading-shapes';
import { LICENCES, type Path } from './state';

const Area = z.strictObject({ id: Id, label: text(TITLE_MAX), traditional: z.boolean() });
const About = z.strictObject({
  title: text(TITLE_MAX),
  /** S04: the year of the path is not the year being programmed. */
  year: z.int(),
  programmingYear: z.int(),
  promoter: textOrEmpty(TITLE_MAX),
  body: textOrEmpty(TITLE_MAX),
  method: textOrEmpty(TITLE_MAX),
  intro: textOrEmpty(REPORT_MAX),
  /** S18: the text of the pact, when there is one. */
  pact: textOrEmpty(REPORT_MAX),
  municipalities: z.array(text(LABEL_MAX)).check(z.maxLength(50)),
  objectives: z.array(text(LINE_MAX)).check(z.maxLength(20)),
  areas: z.array(Area).check(z.maxLength(50)),
  /** Headings of the intervention sheet, because the region changes its form. */
  headings: z.array(text(TITLE_MAX)).check(z.maxLength(60)),
  licence: z.enum(LICENCES),
});
export type AboutWords = z.infer<typeof About>;
const blank: AboutWords = {
  title: '',
  year: 0,
  programmingYear: 0,
  promoter: '',
  body: '',
  method: '',
  intro: '',
  pact: '',
  municipalities: [],
  objectives: [],
  areas: [],
  headings: [],
  licence: 'nessuna',
};

const Parts = {
  path: Id,
  code: z.string().check(z.maxLength(LABEL_MAX)),
  demo: z._default(z.boolean(), false),
  phases: z._default(z.array(z.extend(PhaseShape, { id: Id })).check(z.maxLength(50)), []),
  sectors: z._default(z.array(z.extend(SectorShape, { id: Id })).check(z.maxLength(100)), []),
  meetings: z._default(z.array(z.extend(MeetingShape, { id: Id })).check(z.maxLength(100)), []),
  invitations: z._default(z.array(z.extend(InvitationShape, { id: Id })).check(z.maxLength(100)), []),
  inherits: z._default(z.nullable(InheritedShape), null),
};

export const openPath = deed({
  command: 'openPath',
  fact: 'pathOpened',
  v: 2,
  who: ['owner', 'planner'],
  byRoute: true,
  commandSchema: () =>
    z.strictObject({ ...Parts, ...z.partial(About).shape, title: text(TITLE_MAX), year: z.int() }),
  factSchema: () => z.strictObject({ ...Parts, ...About.shape }),
  decide(state, ask) {
    if (state.about) return refuse('already_open');
    const { programmingYear = ask.year + 1, ...rest } = ask;
    return { ...blank, ...rest, programmingYear };
  },
  apply(state, data, fact) {
    const { path, code, demo, phases, sectors, meetings, invitations, inherits, ...about } = data;
    state.id = path;
    state.code = code;
    state.demo = demo;
    state.about = { ...begun(path, fact), ...about };
    for (const phase of phases) state.phases[phase.id] = { ...begun(phase.id, fact), ...phase };
    for (const sector of sectors) state.sectors[sector.id] = { ...begun(sector.id, fact), ...sector };
    for (const meeting of meetings) state.meetings[meeting.id] = { ...begun(meeting.id, fact), ...meeting };
    for (const i of invitations) state.invitations[i.id] = { ...begun(i.id, fact), ...i };
    // Erased words leave the open items in place: not those of this fact, which others read.
    state.inherited = inherits && { ...inherits, open: inherits.open.map((item) => ({ ...item })) };
    if (inherits) inherit(state, inherits, fact);
  },
});

/** The first version had no meetings or invitations, and handed on tables and codes by name alone. */
export function openedBeforeMeetings(data: unknown): unknown {
  type Old = { inherits: { open: object[]; tables: object[]; codes: object[] } | null };
  const { inherits, ...rest } = data as Old;
  const lifted = inherits && {
    ...inherits,
    ...{ code: '', unexamined: 0, organizations: [], members: [], projects: [], resources: [] },
    open: inherits.open.map((o) => ({ ...o, ref: null, when: '' })),
    tables: inherits.tables.map((t) => ({ ...t, lead: '', areas: [] })),
    codes: inherits.codes.map((c) => ({ ...emptyCode, ...c })),
  };
  return { ...rest, licence: 'nessuna', meetings: [], invitations: [], inherits: lifted };
}

/** `id` is the path's own. */
export const revisePath = revises({
  command: 'revisePath',
  fact: 'pathRevised',
  into: (state: Path) => (state.about ? { [state.id]: state.about } : {}),
  words: About,
});
