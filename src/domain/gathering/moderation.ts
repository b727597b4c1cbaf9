/** Withholding a text: anyone flags personal data at once, staff hide and restore with a reason. Deleting is hiding (I10). */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, LINE_MAX, textOrEmpty } from '../words';
import { deed, PEOPLE } from './deed';
import { type Gathering, type Hidden, HIDING_REASONS, type Note, type Topic } from './state';

const What = z.enum(['note', 'topic']);
const Thing = { what: What, id: Id };
/** What a restoring gives back to those from whom it was withheld. */
const Back = z.optional(z.strictObject({ text: z.string(), line: z.string() }));

type Named = { what: z.infer<typeof What>; id: string };

const noteAt = (state: Gathering, t: Named): Note | undefined =>
  t.what === 'note' ? state.notes[t.id] : undefined;
const topicAt = (state: Gathering, t: Named): Topic | undefined =>
  t.what === 'topic' ? state.topics[t.id] : undefined;

function standing(state: Gathering, t: Named, wanted: 'hidden' | 'shown'): Refusal | null {
  const thing = noteAt(state, t) ?? topicAt(state, t);
  if (!thing) return refuse('unknown_thing', { what: t.what });
  return (thing.hidden !== null) === (wanted === 'hidden') ? null : refuse('nothing_to_change');
}

function withhold(state: Gathering, t: Named, hidden: Hidden, blank: boolean): void {
  const note = noteAt(state, t);
  const topic = topicAt(state, t);
  if (note) {
    note.hidden = hidden;
    if (blank) {
      note.text = '';
      note.versions = [];
    }
  }
  if (topic) {
    topic.hidden = hidden;
    if (blank) {
      topic.title = '';
      topic.line = '';
      topic.titles = [];
    }
  }
}

/** E23: anyone; withheld at once. The text itself is never repeated in the fact. */
export const flagText = deed({
  command: 'flagText',
  fact: 'textFlagged',
  who: [...PEOPLE, 'facilitator', 'planner', 'owner'],
  ask: z.strictObject(Thing),
  told: z.strictObject({ ...Thing, blank: z.optional(z.boolean()) }),
  decide: (state, ask) => standing(state, ask, 'shown') ?? ask,
  apply(state, data, fact) {
    withhold(
      state,
      data,
      { reason: 'dato_personale', note: '', at: fact.at, flagged: true },
      data.blank === true,
    );
  },
  // Who flagged is nobody's business.
  seen: (_state, data) => ({ by: null, data: { ...data, blank: true }, staff: { by: null } }),
});

/** E22: after the fact, with a reason that the author is told. */
export const hideText = deed({
  command: 'hideText',
  fact: 'textHidden',
  who: ['facilitator', 'planner', 'owner'],
  ask: z.strictObject({
    ...Thing,
    reason: z.enum(HIDING_REASONS),
    note: z._default(textOrEmpty(LINE_MAX), ''),
  }),
  told: z.strictObject({
    ...Thing,
    reason: z.enum(HIDING_REASONS),
    note: z.string(),
    blank: z.optional(z.boolean()),
  }),
  decide: (state, ask) => standing(state, ask, 'shown') ?? ask,
  apply(state, data, fact) {
    const hidden = { reason: data.reason, note: data.note, at: fact.at, flagged: false };
    withhold(state, data, hidden, data.blank === true);
  },
  seen: (_state, data) => ({ data: { ...data, blank: true } }),
});

export const restoreText = deed({
  command: 'restoreText',
  fact: 'textRestored',
  who: ['facilitator', 'planner', 'owner'],
  ask: z.strictObject({ ...Thing, reason: textOrEmpty(LINE_MAX) }),
  told: z.strictObject({ ...Thing, reason: z.string(), back: Back }),
  decide: (state, ask) => standing(state, ask, 'hidden') ?? ask,
  apply(state, data) {
    const note = noteAt(state, data);
    const topic = topicAt(state, data);
    if (note) {
      note.hidden = null;
      if (data.back) note.text = data.back.text;
    }
    if (topic) {
      topic.hidden = null;
      if (data.back) {
        topic.title = data.back.text;
        topic.line = data.back.line;
      }
    }
  },
  seen(state, data) {
    const note = noteAt(state, data);
    const topic = topicAt(state, data);
    // Hidden again since: nothing to give back.
    if ((note ?? topic)?.hidden) return { data: { ...data, back: { text: '', line: '' } } };
    return { data: { ...data, back: { text: note?.text ?? topic?.title ?? '', line: topic?.line ?? '' } } };
  },
});
