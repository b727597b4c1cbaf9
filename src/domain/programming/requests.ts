/** Requests to the planning office, each with a right to an answer: yes, no, or when, and always why. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { deed, filed, PLANNERS } from './deed';
import { Ref, wordsAt } from './reading-shapes';
import { ANSWERS, type Path, type Request } from './state';

export const takeRequest = deed({
  command: 'takeRequest',
  fact: 'requestTaken',
  who: PLANNERS,
  /** From a report's own words, or made in person at the office. */
  commandSchema: () =>
    z.strictObject({
      id: Id,
      ref: z._default(z.nullable(Ref), null),
      text: z._default(textOrEmpty(NOTE_MAX), ''),
      from: z._default(textOrEmpty(TITLE_MAX), ''),
    }),
  factSchema: () => z.strictObject({ id: Id, ref: z.nullable(Ref), text: z.string(), from: z.string() }),
  decide(state, ask, asking) {
    if (state.requests[ask.id]) return refuse('id_already_used');
    if (ask.ref === null) return ask.text === '' ? refuse('blank_text') : ask;
    if (Object.values(state.requests).some((r) => r.ref === ask.ref)) return refuse('nothing_to_change');
    const said = wordsAt(state, ask.ref, asking);
    return isRefusal(said) ? said : { ...ask, text: said.text };
  },
  apply(state, data, fact) {
    const unanswered = { at: fact.at, answer: null, reason: '', when: '', answers: [] };
    state.requests[data.id] = { ...data, ...unanswered };
  },
});

const answering = () =>
  z.strictObject({
    id: Id,
    answer: z.enum(ANSWERS),
    reason: z._default(textOrEmpty(LINE_MAX), ''),
    when: z._default(textOrEmpty(LINE_MAX), ''),
  });
/** An earlier answer is never removed silently: it stays beneath the new one. */
export const answerRequest = deed({
  command: 'answerRequest',
  fact: 'requestAnswered',
  who: PLANNERS,
  commandSchema: answering,
  factSchema: answering,
  decide(state, ask) {
    const request = filed(state.requests, ask.id);
    if (!request) return refuse('unknown_thing', { what: 'request' });
    if (ask.reason === '') return refuse('outcome_without_reason');
    if (ask.answer === 'quando' && ask.when === '') return refuse('bad_date', { field: 'when' });
    const same = request.answer === ask.answer && request.reason === ask.reason && request.when === ask.when;
    return same ? refuse('nothing_to_change') : ask;
  },
  replaces(state, ask) {
    const { answer, reason, when } = filed(state.requests, ask.id) ?? {};
    return answer ? { answer, reason, when } : { reason, when };
  },
  apply(state, data, fact) {
    const request = state.requests[data.id];
    if (!request) return;
    const { id: _, ...answer } = data;
    Object.assign(request, answer);
    request.answers.push({ ...answer, at: fact.at });
  },
});

/** All requests, in the order in which they came. */
export const requestsInOrder = (path: Path): Request[] =>
  Object.values(path.requests).sort((a, b) => a.at - b.at);
