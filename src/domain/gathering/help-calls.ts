/** Calls for help: a participant asks the helpers, who see who and where, and close the call when it is done. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, HOLDERS, PEOPLE } from './deed';
import { privateOf } from './state/seat';

export const askForHelp = deed({
  command: 'askForHelp',
  fact: 'helpAsked',
  who: PEOPLE,
  /** `session`: the circle they are in; null where they are in none. */
  commandSchema: () => z.strictObject({ call: Id, session: z._default(z.nullable(Id), null) }),
  factSchema: () => z.strictObject({ call: Id, session: z.nullable(z.string()) }),
  decide(state, ask, { author }) {
    if (state.helpCalls[ask.call]) return refuse('id_already_used');
    if (ask.session !== null && !state.sessions[ask.session])
      return refuse('unknown_thing', { what: 'session' });
    const open = Object.values(state.helpCalls).some((c) => c.seat === author && c.closedAt === null);
    return open ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    state.helpCalls[data.call] = {
      id: data.call,
      seat: fact.by,
      session: data.session,
      at: fact.at,
      closedAt: null,
    };
    // Only their own phone knows that the call is theirs.
    if (fact.by !== null) privateOf(state, fact.by).help = data.call;
  },
  // Only helpers see who needs help and where they sit.
  visibleTo: (_state, data) => ({ by: null, data: { ...data, session: null } }),
});

export const closeHelp = deed({
  command: 'closeHelp',
  fact: 'helpClosed',
  who: [...PEOPLE, ...HOLDERS],
  commandSchema: () => z.strictObject({ call: Id }),
  factSchema: () => z.strictObject({ call: Id }),
  decide(state, ask, { author, actor }) {
    const call = state.helpCalls[ask.call];
    if (!call) return refuse('unknown_thing', { what: 'call' });
    if (actor.role === 'participant' && call.seat !== author) return refuse('not_author');
    return call.closedAt === null ? ask : refuse('nothing_to_change');
  },
  apply(state, data, fact) {
    const call = state.helpCalls[data.call];
    if (call) call.closedAt = fact.at;
    for (const own of Object.values(state.private)) if (own.help === data.call) delete own.help;
  },
  visibleTo: () => ({ by: null }),
});
