/** Notes: contributions in a circle, one idea each, by anyone, signed or not. */
import * as z from 'zod/mini';
import { type Context, type Redaction, UNSIGNED, type View } from '../deed';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { NOTE_MAX, SECTORS } from '../words';
import { deed, openTopic, PEOPLE } from './deed';
import { beforeForgetting, wroteNote } from './note-queries';
import type { Gathering } from './state';
import { NOTE_KINDS, type Note } from './state/note';
import { privateOf } from './state/seat';

const wordsShape = () => ({ kind: z.enum(NOTE_KINDS), text: text(NOTE_MAX) });

/**
 * A hidden text is blank for the public, also in facts before the hiding; an anonymous author is hidden from everyone.
 * So are words taken back or corrected since: earlier words are for their author and the record's keepers.
 */
function veiled<D extends { note: string; text: string; anonymous?: boolean }>(
  state: Gathering,
  data: D,
): View<D> {
  const note = state.notes[data.note];
  const who: Redaction<D> = (data.anonymous ?? note?.anonymous) ? { by: null } : {};
  const shown = !note || (!note.hidden && !note.withdrawn && note.text === data.text);
  return {
    ...who,
    ...(shown ? {} : { data: { ...data, text: '' } }),
    ...('by' in who ? { staff: who } : {}),
  };
}

/**
 * The note if it is this person's own. An anonymous one too, but only they themselves may claim it, nobody on their
 * behalf.
 */
function own(
  state: Gathering,
  id: string,
  { author, actor }: Pick<Context, 'author' | 'actor'>,
): Note | Refusal {
  const note = state.notes[id];
  if (!note) return refuse('unknown_thing', { what: 'note' });
  const themselves = author === (actor.seat ?? actor.id);
  if (note.author === author || (themselves && wroteNote(state, note, author))) return note;
  return note.anonymous && beforeForgetting(state, note.at)
    ? refuse('authors_forgotten')
    : refuse('not_author');
}

export const writeNote = deed({
  command: 'writeNote',
  fact: 'noteWritten',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      note: Id,
      topic: Id,
      session: z._default(z.nullable(Id), null),
      ...wordsShape(),
      anonymous: z._default(z.boolean(), false),
    }),
  factSchema: () =>
    z.strictObject({
      note: Id,
      topic: Id,
      session: z.nullable(z.string()),
      kind: z.enum(NOTE_KINDS),
      text: z.string(),
      anonymous: z.boolean(),
      n: z.int(),
      sector: z.nullable(z.enum(SECTORS)),
    }),
  decide(state, ask, { author, actor }) {
    if (ask.anonymous && author !== (actor.seat ?? actor.id)) return refuse('not_allowed');
    if (state.notes[ask.note]) return refuse('id_already_used');
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (ask.session !== null && state.sessions[ask.session]?.topic !== ask.topic)
      return refuse('unknown_thing', { what: 'session' });
    // E24: an anonymous note does not store even the sector, which in a small circle is a name.
    const sector = ask.anonymous ? null : (state.seats[author]?.sector ?? null);
    return { ...ask, n: (state.notesOf[ask.topic]?.length ?? 0) + 1, sector };
  },
  apply(state, data, fact) {
    state.notes[data.note] = {
      id: data.note,
      n: data.n,
      topic: data.topic,
      session: data.session,
      kind: data.kind,
      text: data.text,
      author: data.anonymous ? null : fact.by,
      anonymous: data.anonymous,
      sector: data.sector,
      origin: fact.origin,
      at: fact.at,
      saidAt: fact.saidAt ?? null,
      versions: [],
      withdrawn: false,
      hidden: null,
    };
    const listed = state.notesOf[data.topic] ?? [];
    listed.push(data.note);
    state.notesOf[data.topic] = listed;
    // A signed note already names its author.
    if (data.anonymous && fact.by !== null) privateOf(state, fact.by).notes[data.note] = true;
  },
  // Sectors are for the record's counts only, and a signed note names its author (E25).
  visibleTo(state, data) {
    const view = veiled(state, data);
    return { ...view, data: { ...(view.data ?? data), sector: null } };
  },
});

export const reviseNote = deed({
  command: 'reviseNote',
  fact: 'noteRevised',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ note: Id, ...wordsShape() }),
  factSchema: () =>
    z.strictObject({ note: Id, kind: z.enum(NOTE_KINDS), text: z.string(), blank: z.optional(z.boolean()) }),
  decide(state, ask, asking) {
    const note = own(state, ask.note, asking);
    if (isRefusal(note)) return note;
    if (note.hidden) return refuse('hidden_text');
    if (note.text === ask.text && note.kind === ask.kind) return refuse('nothing_to_change');
    return ask;
  },
  replaces: (state, ask) => ({ kind: state.notes[ask.note]?.kind, text: state.notes[ask.note]?.text }),
  apply(state, data, fact) {
    const note = state.notes[data.note];
    if (!note) return;
    note.versions.push({ text: data.blank ? '' : note.text, kind: note.kind, at: fact.at });
    note.text = data.text;
    note.kind = data.kind;
  },
  visibleTo(state, data) {
    const view = veiled(state, data);
    return { ...view, data: { ...(view.data ?? data), blank: true } };
  },
});

const only = () => z.strictObject({ note: Id });
/** In public `told`; the author and staff keep what they hold. */
const anonymously = <D extends { note: string }>(state: Gathering, data: D, told: Partial<D>): View<D> => ({
  ...(state.notes[data.note]?.anonymous ? UNSIGNED : {}),
  data: { ...data, ...told },
});

export const withdrawNote = deed({
  command: 'withdrawNote',
  fact: 'noteWithdrawn',
  who: PEOPLE,
  commandSchema: only,
  factSchema: () => z.strictObject({ note: Id, blank: z.optional(z.boolean()) }),
  decide(state, ask, asking) {
    const note = own(state, ask.note, asking);
    if (isRefusal(note)) return note;
    return note.withdrawn ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    const note = state.notes[data.note];
    if (!note) return;
    note.withdrawn = true;
    if (data.blank) note.text = '';
  },
  visibleTo: (state, data) => anonymously(state, data, { blank: true }),
});

export const restoreNote = deed({
  command: 'restoreNote',
  fact: 'noteRestored',
  who: PEOPLE,
  commandSchema: only,
  // `back`: the words again, for readers from whom they were taken.
  factSchema: () => z.strictObject({ note: Id, back: z.optional(z.string()) }),
  decide(state, ask, asking) {
    const note = own(state, ask.note, asking);
    if (isRefusal(note)) return note;
    return note.withdrawn ? ask : refuse('nothing_to_change');
  },
  apply(state, data) {
    const note = state.notes[data.note];
    if (!note) return;
    note.withdrawn = false;
    if (data.back !== undefined) note.text = data.back;
  },
  visibleTo(state, data) {
    const note = state.notes[data.note];
    const shown = note && !note.hidden && !note.withdrawn;
    return anonymously(state, data, { back: shown ? note.text : '' });
  },
});
