/**
 * Creates a need or a proposal from coded words in one step: it starts with all its quotations, and one tap undoes it.
 */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { NOTE_MAX, TITLE_MAX } from '../words';
import { begun, deed, PLANNERS } from './deed';
import { blankNeed } from './needs';
import { blankProposal, unexamined } from './proposals';
import { quoteOf, Ref, wordsAt } from './reading-shapes';

const Begun = { id: Id, what: z.enum(['need', 'proposal']), title: text(TITLE_MAX) };
/** Maximum number of quotations: as many as a code can have in a year. */
const LINKS_MAX = 2000;
const Asked = () =>
  z.strictObject({
    ...Begun,
    area: z._default(z.nullable(Id), null),
    links: z
      .array(z.strictObject({ id: Id, ref: Ref, start: z.int(), end: z.int() }))
      .check(z.minLength(1), z.maxLength(LINKS_MAX, 'too_large')),
  });
const Told = () =>
  z.strictObject({
    ...Begun,
    area: z.nullable(Id),
    links: z.array(z.strictObject({ id: Id, ref: Ref, quote: z.string().check(z.maxLength(NOTE_MAX * 5)) })),
  });

/** Words withheld since they were coded are left out; without any words there is nothing to create it from. */
export const foundOnWords = deed({
  command: 'foundOnWords',
  fact: 'thingFounded',
  who: PLANNERS,
  commandSchema: Asked,
  factSchema: Told,
  decide(state, { links, ...ask }, asking) {
    const things = ask.what === 'need' ? state.needs : state.proposals;
    const ids = links.map((l) => l.id);
    if (
      Object.hasOwn(things, ask.id) ||
      new Set(ids).size < ids.length ||
      ids.some((id) => state.evidence[id])
    )
      return refuse('id_already_used');
    const quoted = links.flatMap(({ id, ref, start, end }) => {
      const said = wordsAt(state, ref, asking);
      const quote = isRefusal(said) ? said : quoteOf(said.text, start, end);
      return isRefusal(quote) ? [] : [{ id, ref, quote }];
    });
    return quoted.length === 0 ? refuse('evidence_withheld') : { ...ask, links: quoted };
  },
  apply(state, { id, what, title, area, links }, fact) {
    const thing = begun(id, fact);
    if (what === 'need')
      state.needs[id] = { ...thing, ...blankNeed(), title, areas: area === null ? [] : [area] };
    else state.proposals[id] = { ...thing, ...blankProposal(), ...unexamined, title };
    for (const { id: link, ref, quote } of links)
      state.evidence[link] = {
        ...begun(link, fact),
        ...{ what, target: id, ref, quote, relation: 'fonda', note: '' },
      };
    // It is undone like a batch: the thing and its quotations together.
    const things = [
      { register: what, id },
      ...links.map((l) => ({ register: 'evidence' as const, id: l.id })),
    ];
    const { seq, at, by } = fact;
    state.imports[id] = { id, seq, at, by, what, things, undone: false };
  },
});
