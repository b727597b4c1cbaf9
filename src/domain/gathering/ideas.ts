/** Contributions to the path's other meetings: ideas to the prompts, the programme, and the minutes (S24, S34–S36). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, REPORT_MAX, SECTORS } from '../words';
import { deed, HOLDERS, PEOPLE } from './deed';
import { knownSector } from './sector-names';
import type { Gathering } from './state';
import type { Idea } from './state/idea';
import { NOTE_KINDS } from './state/note';

/** The words as the public may have them: blank once withheld, taken back or corrected. */
function shownOf(state: Gathering, data: { idea: string; text: string }): string {
  const idea = state.ideas[data.idea];
  return !idea || (!idea.hidden && !idea.withdrawn && idea.text === data.text) ? data.text : '';
}

const hasPrompt = (state: Gathering, id: string): boolean => state.programme.prompts.some((p) => p.id === id);

export const shareIdea = deed({
  command: 'shareIdea',
  fact: 'ideaShared',
  who: [...PEOPLE, 'planner', 'owner'],
  commandSchema: () =>
    z.strictObject({
      idea: Id,
      text: text(NOTE_MAX),
      kind: z._default(z.enum(NOTE_KINDS), 'altro'),
      prompt: z._default(z.nullable(Id), null),
      /** Only the office knows the sector of ideas on paper. */
      sector: z._default(z.nullable(z.enum(SECTORS)), null),
    }),
  factSchema: () =>
    z.strictObject({
      idea: Id,
      text: z.string(),
      kind: z.enum(NOTE_KINDS),
      prompt: z.nullable(z.string()),
      sector: z.nullable(z.enum(SECTORS)),
    }),
  decide(state, ask, { author, actor }) {
    if (state.ideas[ask.idea]) return refuse('id_already_used');
    if (ask.prompt !== null && !hasPrompt(state, ask.prompt))
      return refuse('unknown_thing', { what: 'prompt' });
    const own = state.seats[author]?.sector ?? null;
    return { ...ask, sector: actor.role === 'participant' ? own : (knownSector(state, ask.sector) ?? own) };
  },
  apply(state, data, fact) {
    const { idea: id, ...rest } = data;
    state.ideas[id] = {
      id,
      n: Object.keys(state.ideas).length + 1,
      ...rest,
      author: fact.by,
      at: fact.at,
      versions: [],
      saidAt: fact.saidAt ?? null,
      hidden: null,
      withdrawn: false,
      origin: fact.origin,
    };
  },
  // Sectors are for the record's counts only, and an idea has an author (E25).
  visibleTo: (state, data) => ({ data: { ...data, sector: null, text: shownOf(state, data) } }),
});

function own(state: Gathering, id: string, by: string): Idea | Refusal {
  const idea = state.ideas[id];
  if (!idea) return refuse('unknown_thing', { what: 'idea' });
  return idea.author === by ? idea : refuse('not_author');
}

export const reviseIdea = deed({
  command: 'reviseIdea',
  fact: 'ideaRevised',
  who: [...PEOPLE, 'planner', 'owner'],
  commandSchema: () => z.strictObject({ idea: Id, text: text(NOTE_MAX), kind: z.enum(NOTE_KINDS) }),
  factSchema: () =>
    z.strictObject({ idea: Id, text: z.string(), kind: z.enum(NOTE_KINDS), blank: z.optional(z.boolean()) }),
  decide(state, ask, { author }) {
    const idea = own(state, ask.idea, author);
    if (isRefusal(idea)) return idea;
    if (idea.hidden) return refuse('hidden_text');
    return idea.text === ask.text && idea.kind === ask.kind ? refuse('nothing_to_change') : ask;
  },
  replaces: (state, ask) => ({ kind: state.ideas[ask.idea]?.kind, text: state.ideas[ask.idea]?.text }),
  apply(state, data, fact) {
    const idea = state.ideas[data.idea];
    if (!idea) return;
    idea.versions.push({ text: data.blank ? '' : idea.text, kind: idea.kind, at: fact.at });
    idea.text = data.text;
    idea.kind = data.kind;
  },
  // Earlier words are for their author and the record's keepers.
  visibleTo: (state, data) => ({ data: { ...data, text: shownOf(state, data), blank: true } }),
});

export const withdrawIdea = deed({
  command: 'withdrawIdea',
  fact: 'ideaWithdrawn',
  who: [...PEOPLE, 'planner', 'owner'],
  commandSchema: () => z.strictObject({ idea: Id }),
  factSchema: () => z.strictObject({ idea: Id, blank: z.optional(z.boolean()) }),
  decide(state, ask, { author }) {
    const idea = own(state, ask.idea, author);
    if (isRefusal(idea)) return idea;
    return idea.withdrawn ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    const idea = state.ideas[data.idea];
    if (!idea) return;
    idea.withdrawn = true;
    if (data.blank) idea.text = '';
  },
  visibleTo: (_state, data) => ({ data: { ...data, blank: true } }),
});

const programmeShape = () =>
  z.strictObject({
    prompts: z.array(z.strictObject({ id: Id, text: text(LINE_MAX) })).check(z.maxLength(20)),
    speakers: z.array(text(LINE_MAX)).check(z.maxLength(20)),
    materials: z
      .array(z.strictObject({ id: Id, title: text(LINE_MAX), href: z.string().check(z.maxLength(500)) }))
      .check(z.maxLength(50)),
    minutes: textOrEmpty(REPORT_MAX),
  });

export const setProgramme = deed({
  command: 'setProgramme',
  fact: 'programmeSet',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: programmeShape,
  factSchema: programmeShape,
  decide(state, ask) {
    // Only web addresses: anyone may tap a link.
    const bad = ask.materials.find((m) => !/^https?:\/\/\S+$/.test(m.href) && m.href !== '');
    if (bad) return refuse('malformed', { field: 'href' });
    // Answers to a prompt stay with it: its words may be corrected, but it cannot be removed.
    const answered = Object.values(state.ideas).some(
      (i) => !i.withdrawn && i.prompt !== null && !ask.prompts.some((p) => p.id === i.prompt),
    );
    return answered ? refuse('prompt_answered') : ask;
  },
  replaces: (state) => state.programme,
  apply(state, data) {
    state.programme = data;
    if (state.prompt !== null && !hasPrompt(state, state.prompt)) state.prompt = null;
  },
});

/** The prompt being discussed: it guides, and ideas to the others are still welcome. */
export const showPrompt = deed({
  command: 'showPrompt',
  fact: 'promptShown',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ prompt: z.nullable(Id) }),
  factSchema: () => z.strictObject({ prompt: z.nullable(z.string()) }),
  decide(state, ask) {
    if (ask.prompt !== null && !hasPrompt(state, ask.prompt))
      return refuse('unknown_thing', { what: 'prompt' });
    return state.prompt === ask.prompt ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    state.prompt = data.prompt;
  },
});
