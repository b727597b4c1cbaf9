/** Dots: secret, changeable until closing, and only a sign of where the energy is (domain §1.6, I7, I8). */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { LINE_MAX } from '../words';
import { deed, HERSELF, HOLDERS, openTopic } from './deed';
import { beforeForgetting } from './note-queries';
import type { Gathering } from './state';
import { privateOf } from './state/seat';
import { DOTS_EACH_MAX } from './state/voting';

const sum = (dots: Record<string, number>): number => Object.values(dots).reduce((a, b) => a + b, 0);
const dotsShape = () => z.int().check(z.minimum(0), z.maximum(20));

export const openVoting = deed({
  command: 'openVoting',
  fact: 'votingOpened',
  who: HOLDERS,
  commandSchema: () =>
    z.strictObject({
      quota: z.int().check(z.minimum(1), z.maximum(DOTS_EACH_MAX)),
      cumulative: z._default(z.boolean(), true),
    }),
  factSchema: () => z.strictObject({ quota: z.int(), cumulative: z.boolean() }),
  decide(state, ask) {
    return state.voting.state === 'none'
      ? ask
      : refuse(state.voting.state === 'open' ? 'voting_open' : 'voting_closed');
  },
  apply(state, data, fact) {
    Object.assign(state.voting, { state: 'open', round: 1, ...data });
    state.voting.log.push({ at: fact.at, what: 'opened', reason: '' });
  },
});

export const placeDots = deed({
  command: 'placeDots',
  fact: 'dotsPlaced',
  who: HERSELF,
  commandSchema: () => z.strictObject({ topic: Id, dots: dotsShape() }),
  // `turnout`: one more person has voted, or one fewer; all that others may know.
  factSchema: () => z.strictObject({ topic: z.string(), dots: z.int(), turnout: z.int() }),
  decide(state, ask, { author }) {
    if (state.voting.state !== 'open') return refuse('voting_closed');
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return refuse('not_votable', topic.detail);
    const mine = state.private[author]?.dots ?? {};
    const before = mine[ask.topic] ?? 0;
    if (before === ask.dots) return refuse('nothing_to_change');
    const used = sum(mine);
    const { quota, cumulative } = state.voting;
    if (used - before + ask.dots > quota) return refuse('over_quota', { left: quota - used });
    if (!cumulative && ask.dots > 1) return refuse('over_quota', { left: quota - used, one: true });
    const after = used - before + ask.dots;
    return { ...ask, turnout: Number(after > 0) - Number(used > 0) };
  },
  apply(state, data, fact) {
    state.voting.voters += data.turnout;
    if (fact.by === null) return;
    const mine = privateOf(state, fact.by);
    if (data.dots === 0) delete mine.dots[data.topic];
    else mine.dots[data.topic] = data.dots;
  },
  visibleTo(_state, data) {
    const secret = { by: null, data: { topic: '', dots: 0, turnout: data.turnout } };
    return { ...secret, staff: secret };
  },
});

/** E20: dots on paper, counted by hand; one batch, never more than its voters could give. */
export const enterPaperVotes = deed({
  command: 'enterPaperVotes',
  fact: 'paperVotesEntered',
  who: ['helper', 'facilitator', 'owner'],
  commandSchema: () =>
    z.strictObject({
      batch: Id,
      voters: z.int().check(z.minimum(1), z.maximum(2000)),
      dots: z.record(Id, z.int().check(z.minimum(0), z.maximum(20_000))),
    }),
  factSchema: () => z.strictObject({ batch: Id, voters: z.int(), dots: z.record(z.string(), z.int()) }),
  decide(state, ask) {
    if (state.voting.state !== 'open') return refuse('voting_closed');
    if (state.voting.paper.some((b) => b.id === ask.batch)) return refuse('id_already_used');
    for (const id of Object.keys(ask.dots)) {
      const topic = openTopic(state, id);
      if (isRefusal(topic)) return refuse('not_votable', topic.detail);
    }
    const { quota, cumulative } = state.voting;
    const most = ask.voters * quota;
    const over = sum(ask.dots) > most || (!cumulative && Object.values(ask.dots).some((n) => n > ask.voters));
    return over ? refuse('paper_over_quota', { most, given: sum(ask.dots) }) : ask;
  },
  apply(state, data, fact) {
    state.voting.paper.push({ id: data.batch, voters: data.voters, dots: data.dots, at: fact.at });
  },
  // Totals are published at the closing; the turnout is always public.
  visibleTo: (_state, data) => ({ data: { ...data, dots: {} } }),
});

export const withdrawPaperVotes = deed({
  command: 'withdrawPaperVotes',
  fact: 'paperVotesWithdrawn',
  who: ['helper', 'facilitator', 'owner'],
  commandSchema: () => z.strictObject({ batch: Id }),
  factSchema: () => z.strictObject({ batch: Id }),
  decide(state, ask) {
    if (state.voting.state !== 'open') return refuse('voting_closed');
    return state.voting.paper.some((b) => b.id === ask.batch)
      ? ask
      : refuse('unknown_thing', { what: 'batch' });
  },
  apply(state, data) {
    state.voting.paper = state.voting.paper.filter((b) => b.id !== data.batch);
  },
});

export const totalsShape = () => z.record(z.string(), z.strictObject({ phone: z.int(), paper: z.int() }));

/** Each topic's dots, phones and paper separate. Needs the whole state. */
export function tally(state: Gathering): z.infer<ReturnType<typeof totalsShape>> {
  const totals: z.infer<ReturnType<typeof totalsShape>> = {};
  const at = (topic: string) => {
    totals[topic] ??= { phone: 0, paper: 0 };
    return totals[topic];
  };
  for (const { dots } of Object.values(state.private))
    for (const [topic, n] of Object.entries(dots))
      if (state.topics[topic]?.standing === 'open') at(topic).phone += n;
  for (const { dots } of state.voting.paper)
    for (const [topic, n] of Object.entries(dots)) at(topic).paper += n;
  return totals;
}

export const closeVoting = deed({
  command: 'closeVoting',
  fact: 'votingClosed',
  who: HOLDERS,
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({ totals: totalsShape() }),
  decide: (state) => (state.voting.state === 'open' ? { totals: tally(state) } : refuse('voting_closed')),
  apply(state, data, fact) {
    state.voting.state = 'closed';
    state.voting.totals = data.totals;
    state.voting.log.push({ at: fact.at, what: 'closed', reason: '' });
  },
});

/**
 * E38: closed by mistake or too soon; every dot is where it was, and the record says it happened. Not once the
 * gathering is concluded.
 */
export const reopenVoting = deed({
  command: 'reopenVoting',
  fact: 'votingReopened',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ reason: text(LINE_MAX) }),
  factSchema: () => z.strictObject({ reason: z.string() }),
  decide(state, ask) {
    if (state.voting.state !== 'closed') return refuse('voting_open');
    // Nobody knows whose dots they were, so people would vote twice.
    const closed = state.voting.log.findLast((l) => l.what === 'closed')?.at ?? 0;
    return beforeForgetting(state, closed) ? refuse('authors_forgotten') : ask;
  },
  apply(state, data, fact) {
    state.voting.state = 'open';
    state.voting.round += 1;
    state.voting.totals = {};
    state.voting.log.push({ at: fact.at, what: 'reopened', reason: data.reason });
  },
});
