/** Topics: proposed by anyone, owned by their conveners, never approved by anybody. */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { INSPIRATIONS_MAX, LINE_MAX, STRANDS, TITLE_MAX } from '../words';
import { knownStrands } from './formats';
import { deed, openTopic, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import { isFree } from './free-cells';
import { sessionsOf } from './session-queries';
import type { Fact } from '../deed';
import type { Topic } from './state/topic';

const strandsShape = () => z.array(z.enum(STRANDS)).check(z.maxLength(3));

type ProposedTopic = Pick<Topic, 'id' | 'n' | 'title'> & Partial<Topic>;

/** A new topic on the board. */
export const newTopic = (told: ProposedTopic, fact: Fact): Topic => ({
  titles: [],
  line: '',
  strands: [],
  convener: null,
  coConveners: [],
  offers: [],
  at: fact.at,
  origin: fact.origin,
  standing: 'open',
  mergedInto: null,
  splitFrom: null,
  ideas: [],
  sparkedBy: null,
  announcedAt: null,
  hidden: null,
  interested: 0,
  ...told,
});

export const proposeTopic = deed({
  command: 'proposeTopic',
  fact: 'topicProposed',
  v: 2,
  who: PEOPLE,
  // I1: a title is enough. A proposer who does not take it on leaves it to be adopted.
  commandSchema: () =>
    z.strictObject({
      topic: Id,
      title: text(TITLE_MAX),
      line: z._default(textOrEmpty(LINE_MAX), ''),
      strands: z._default(strandsShape(), []),
      takeOn: z._default(z.boolean(), true),
      ideas: z._default(z.array(Id).check(z.maxLength(INSPIRATIONS_MAX)), []),
      sparkedBy: z._default(z.nullable(Id), null),
    }),
  factSchema: () =>
    z.strictObject({
      topic: Id,
      n: z.int(),
      title: z.string(),
      line: z.string(),
      strands: strandsShape(),
      convener: z.nullable(z.string()),
      ideas: z.array(z.string()),
      sparkedBy: z.nullable(z.string()),
    }),
  decide(state, ask, { author }) {
    if (state.topics[ask.topic]) return refuse('id_already_used');
    const { takeOn, ...rest } = ask;
    const strands = knownStrands(state, rest.strands);
    return { ...rest, strands, n: state.topicOrder.length + 1, convener: takeOn ? author : null };
  },
  apply(state, data, fact) {
    const { topic: id, ...told } = data;
    state.topics[id] = newTopic({ id, ...told }, fact);
    state.topicOrder.push(id);
  },
  visibleTo: (state, data) =>
    state.topics[data.topic]?.hidden ? { data: { ...data, title: '', line: '' } } : {},
});

export const reviseTopic = deed({
  command: 'reviseTopic',
  fact: 'topicRevised',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      topic: Id,
      title: text(TITLE_MAX),
      line: textOrEmpty(LINE_MAX),
      strands: strandsShape(),
    }),
  factSchema: () =>
    z.strictObject({ topic: Id, title: z.string(), line: z.string(), strands: strandsShape() }),
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (!isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    // A co-convener reads it blank meanwhile, and would overwrite words they cannot see.
    return topic.hidden ? refuse('hidden_text') : { ...ask, strands: knownStrands(state, ask.strands) };
  },
  replaces(state, ask) {
    const { title, line, strands } = state.topics[ask.topic] ?? {};
    return { title, line, strands };
  },
  apply(state, data, fact) {
    const topic = state.topics[data.topic];
    if (!topic) return;
    if (topic.title !== data.title) topic.titles.push({ title: topic.title, at: fact.at });
    topic.title = data.title;
    topic.line = data.line;
    topic.strands = data.strands;
  },
  visibleTo: (state, data) =>
    state.topics[data.topic]?.hidden ? { data: { ...data, title: '', line: '' } } : {},
});

const only = () => z.strictObject({ topic: Id });

export const withdrawTopic = deed({
  command: 'withdrawTopic',
  fact: 'topicWithdrawn',
  who: PEOPLE,
  commandSchema: only,
  factSchema: () => z.strictObject({ topic: Id, freed: z.array(z.string()) }),
  decide(state, ask, { author }) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    if (!isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    const held = sessionsOf(state, topic.id);
    if (held.some((s) => s.state === 'running')) return refuse('already_started');
    // Its cells become free with it; its notes stay in the book.
    return { ...ask, freed: held.filter((s) => s.state === 'planned').map((s) => s.id) };
  },
  apply(state, data) {
    const topic = state.topics[data.topic];
    if (topic) {
      topic.standing = 'withdrawn';
      topic.freed = data.freed;
    }
    for (const id of data.freed) {
      const session = state.sessions[id];
      if (session) session.state = 'cancelled';
    }
  },
});

export const restoreTopic = deed({
  command: 'restoreTopic',
  fact: 'topicRestored',
  v: 2,
  who: PEOPLE,
  commandSchema: only,
  factSchema: () => z.strictObject({ topic: Id, placed: z.array(z.string()) }),
  decide(state, ask, { author }) {
    const topic = state.topics[ask.topic];
    if (!topic) return refuse('unknown_thing', { what: 'topic' });
    if (topic.standing !== 'withdrawn') return refuse('nothing_to_change');
    if (!isConvener(topic, author)) return refuse('not_convener', { topic: topic.n });
    // The cells it left come back with it, where they are still free.
    const placed = (topic.freed ?? []).filter((id) => {
      const session = state.sessions[id];
      return session?.state === 'cancelled' && isFree(state, session);
    });
    return { ...ask, placed };
  },
  apply(state, data) {
    const topic = state.topics[data.topic];
    if (!topic) return;
    topic.standing = 'open';
    delete topic.freed;
    for (const id of data.placed) {
      const session = state.sessions[id];
      if (session) session.state = 'planned';
    }
  },
});

/** "Chi la prende?": anybody may take on a topic without a convener. */
export const adoptTopic = deed({
  command: 'adoptTopic',
  fact: 'topicAdopted',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask) {
    const topic = openTopic(state, ask.topic);
    if (isRefusal(topic)) return topic;
    return topic.convener === null ? ask : refuse('has_convener', { topic: topic.n });
  },
  apply(state, data, fact) {
    const topic = state.topics[data.topic];
    if (topic) topic.convener = fact.by;
  },
});
