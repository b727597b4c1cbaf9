/** The end: one closing word each if wished, time to complete reports, and then the record is closed for good. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { UNSIGNED } from '../deed';
import { Id, text } from '../shapes';
import { LABEL_MAX } from '../words';
import { deed, HERSELF, HOLDERS } from './deed';
import { beforeForgetting } from './note-queries';
import { privateOf } from './state/seat';

export const setClosingWord = deed({
  command: 'setClosingWord',
  fact: 'closingWordSet',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ on: z.boolean() }),
  factSchema: () => z.strictObject({ on: z.boolean() }),
  decide: (state, ask) => (state.closingWord === ask.on ? refuse('nothing_to_change') : ask),
  apply(state, data) {
    state.closingWord = data.on;
  },
});

export const sayWord = deed({
  command: 'sayWord',
  fact: 'wordSaid',
  who: HERSELF,
  commandSchema: () => z.strictObject({ word: Id, text: text(LABEL_MAX) }),
  factSchema: () => z.strictObject({ word: Id, text: z.string() }),
  decide(state, ask, { author }) {
    if (!state.closingWord) return refuse('wrong_phase');
    if (state.words.some((w) => beforeForgetting(state, w.at))) return refuse('authors_forgotten');
    return state.private[author]?.word ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    state.words.push({ id: data.word, text: data.text, at: fact.at, hidden: null });
    if (fact.by !== null) privateOf(state, fact.by).word = true;
  },
  visibleTo: (state, data) =>
    state.words.find((w) => w.id === data.word)?.hidden
      ? { by: null, data: { ...data, text: '' }, staff: { by: null } }
      : UNSIGNED,
});

/** E26: the deadline for completing reports. */
export const allowCompletion = deed({
  command: 'allowCompletion',
  fact: 'completionAllowed',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(90)) }),
  factSchema: () => z.strictObject({ until: z.int() }),
  decide: (_, ask, { at }) => ({ until: at + ask.days * 86_400_000 }),
  apply(state, data) {
    state.completion = data.until;
  },
});

/** The record is closed: `hash` is of the log up to line `upTo`, and anyone with the data can compute it again. */
export const freezeRecord = deed({
  command: 'freezeRecord',
  fact: 'recordFrozen',
  who: ['facilitator', 'planner', 'owner'],
  byRoute: true,
  commandSchema: () => z.strictObject({ hash: z.string().check(z.regex(/^[a-f0-9]{64}$/)), upTo: z.int() }),
  factSchema: () => z.strictObject({ hash: z.string(), upTo: z.int() }),
  decide(state, ask) {
    if (state.frozen) return refuse('frozen');
    if (state.phase !== 'concluded' && state.phase !== 'archived') return refuse('wrong_phase');
    return ask.upTo === state.seq ? ask : refuse('stale_version', { rev: state.seq });
  },
  apply(state, data, fact) {
    state.frozen = { at: fact.at, hash: data.hash, upTo: data.upTo };
  },
});
