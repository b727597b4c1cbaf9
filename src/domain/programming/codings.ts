/** Coding: words selected in a source, with the codes given to them and a copy of the words. */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { NOTE_MAX, TITLE_MAX } from '../words';
import { codeNow, labelFree } from './codes';
import { begun, deed, PLANNERS, standing } from './deed';
import { readFirstBy } from './reader-agreement';
import { CodingShape, emptyCode, emptyCoding, quoteOf, Ref, wordsAt } from './reading-shapes';
import { revises } from './register';
import type { Path } from './state';

const Span = { id: Id, ref: Ref, start: z.int(), end: z.int() };
/** A code made from the selection itself, in the same gesture. */
const Made = z.array(z.strictObject({ id: Id, label: text(TITLE_MAX) })).check(z.maxLength(10));

/** Present codes, each once; or the refusal for one that cannot be given. */
function given(state: Path, codes: readonly string[]): string[] | Refusal {
  const now = codes.map((c) => codeNow(state, c)?.id);
  const lost = now.indexOf(undefined);
  if (lost >= 0) return refuse('unknown_thing', { what: 'code', id: codes[lost] });
  return [...new Set(now.filter((c): c is string => c !== undefined))];
}

export const codeWords = deed({
  command: 'codeWords',
  fact: 'wordsCoded',
  who: PLANNERS,
  commandSchema: () =>
    z.strictObject({
      ...Span,
      ...z.partial(CodingShape).shape,
      make: z._default(Made, []),
      /** The words as the reader saw them: when the text has changed meanwhile, they are told. */
      quote: z.optional(z.string().check(z.maxLength(NOTE_MAX * 5))),
    }),
  factSchema: () => z.strictObject({ ...Span, ...CodingShape.shape, make: Made, quote: z.string() }),
  decide(state, ask, asking) {
    if (state.codings[ask.id]) return refuse('id_already_used');
    const said = wordsAt(state, ask.ref, asking);
    if (isRefusal(said)) return said;
    const quote = quoteOf(said.text, ask.start, ask.end);
    if (isRefusal(quote)) return quote;
    if (ask.quote !== undefined && ask.quote !== quote) return refuse('not_whole_quote', { now: quote });
    if (ask.second && readFirstBy(state, ask.ref).has(asking.author)) return refuse('own_first_reading');
    for (const made of ask.make) {
      if (state.codes[made.id]) return refuse('id_already_used');
      const taken = labelFree(state, made.label, made.id);
      if (taken) return taken;
    }
    const makes = new Set(ask.make.map((m) => m.id));
    const codes = given(
      state,
      (ask.codes ?? []).filter((c) => !makes.has(c)),
    );
    if (isRefusal(codes)) return codes;
    const whole = { ...emptyCoding, ...ask, codes: [...codes, ...makes], quote };
    const says = whole.codes.length > 0 || whole.star || whole.memo !== '';
    return says ? whole : refuse('nothing_to_change');
  },
  apply(state, data, fact) {
    const { make, ...coding } = data;
    for (const made of make)
      state.codes[made.id] = {
        ...begun(made.id, fact),
        ...emptyCode,
        ...made,
        mergedInto: null,
        splitFrom: null,
      };
    state.codings[data.id] = { ...begun(data.id, fact), ...coding };
    // A coded text counts as read: nobody has to mark it too.
    const reading = state.readings[data.ref] ?? { first: null, second: null, memo: '' };
    reading[data.second ? 'second' : 'first'] = { state: 'codificato', at: fact.at, by: fact.by };
    state.readings[data.ref] = reading;
  },
});

/** Other codes, a memo, a star: the selected words themselves do not change. */
export const reviseCoding = revises({
  command: 'reviseCoding',
  fact: 'codingRevised',
  into: (state: Path) => state.codings,
  words: CodingShape,
  check(state, w, asking) {
    const coding = standing(state.codings, w.id);
    const moved = coding && w.second && !coding.second;
    if (moved && readFirstBy(state, coding.ref).has(asking.author)) return refuse('own_first_reading');
    const codes = given(state, w.codes);
    return isRefusal(codes) ? codes : null;
  },
});

/** True if a code is on any words still coded: then it cannot be removed. */
export const timesGiven = (state: Path, code: string): number =>
  Object.keys(state.codings).filter((id) =>
    standing(state.codings, id)?.codes.some((c) => c === code || codeNow(state, c)?.id === code),
  ).length;
