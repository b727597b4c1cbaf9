/** Clusters: conveners put related topics together under one name, before the vote or after (E21). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { TITLE_MAX } from '../words';
import { deed, openTopic, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import type { Cluster } from './state/action';
import type { Gathering } from './state';

const clusterOf = (state: Gathering, topic: string): Cluster | undefined =>
  Object.values(state.clusters).find((c) => !c.dissolved && c.topics.includes(topic));

/** Topics that exist and are in no other cluster, or the refusal for one. */
function free(state: Gathering, topics: readonly string[]): true | Refusal {
  for (const id of topics) {
    const topic = openTopic(state, id);
    if (isRefusal(topic)) return topic;
    const other = clusterOf(state, id);
    if (other) return refuse('in_cluster', { topic: topic.n, cluster: other.name });
  }
  return true;
}

const convenesOne = (state: Gathering, topics: readonly string[], by: string): boolean =>
  topics.some((id) => {
    const topic = state.topics[id];
    return topic !== undefined && isConvener(topic, by);
  });

export const makeCluster = deed({
  command: 'makeCluster',
  fact: 'clusterMade',
  who: PEOPLE,
  commandSchema: () =>
    z.strictObject({
      cluster: Id,
      name: text(TITLE_MAX),
      topics: z.array(Id).check(z.minLength(1), z.maxLength(40)),
    }),
  factSchema: () => z.strictObject({ cluster: Id, name: z.string(), topics: z.array(z.string()) }),
  decide(state, ask, { author }) {
    if (state.clusters[ask.cluster]) return refuse('id_already_used');
    const topics = [...new Set(ask.topics)];
    const ok = free(state, topics);
    if (ok !== true) return ok;
    return convenesOne(state, topics, author) ? { ...ask, topics } : refuse('not_convener');
  },
  apply(state, data, fact) {
    state.clusters[data.cluster] = {
      id: data.cluster,
      name: data.name,
      topics: [...data.topics],
      at: fact.at,
      initiator: null,
      dissolved: false,
    };
  },
});

function standing(state: Gathering, id: string): Cluster | Refusal {
  const cluster = state.clusters[id];
  return cluster && !cluster.dissolved ? cluster : refuse('unknown_thing', { what: 'cluster' });
}

const both = () => z.strictObject({ cluster: Id, topic: Id });

/** Only a topic's own convener adds it, and only they take it out. */
export const joinCluster = deed({
  command: 'joinCluster',
  fact: 'clusterJoined',
  who: PEOPLE,
  commandSchema: both,
  factSchema: both,
  decide(state, ask, { author }) {
    const cluster = standing(state, ask.cluster);
    if (isRefusal(cluster)) return cluster;
    const ok = free(state, [ask.topic]);
    if (ok !== true) return ok;
    return convenesOne(state, [ask.topic], author)
      ? ask
      : refuse('not_convener', { topic: state.topics[ask.topic]?.n });
  },
  apply(state, data) {
    state.clusters[data.cluster]?.topics.push(data.topic);
  },
});

export const leaveCluster = deed({
  command: 'leaveCluster',
  fact: 'clusterLeft',
  who: PEOPLE,
  commandSchema: both,
  factSchema: both,
  decide(state, ask, { author }) {
    const cluster = standing(state, ask.cluster);
    if (isRefusal(cluster)) return cluster;
    if (!cluster.topics.includes(ask.topic)) return refuse('nothing_to_change');
    return convenesOne(state, [ask.topic], author)
      ? ask
      : refuse('not_convener', { topic: state.topics[ask.topic]?.n });
  },
  apply(state, data) {
    const cluster = state.clusters[data.cluster];
    if (!cluster) return;
    cluster.topics = cluster.topics.filter((t) => t !== data.topic);
    cluster.dissolved = cluster.topics.length === 0;
  },
});

export const renameCluster = deed({
  command: 'renameCluster',
  fact: 'clusterRenamed',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ cluster: Id, name: text(TITLE_MAX) }),
  factSchema: () => z.strictObject({ cluster: Id, name: z.string() }),
  decide(state, ask, { author }) {
    const cluster = standing(state, ask.cluster);
    if (isRefusal(cluster)) return cluster;
    if (cluster.name === ask.name) return refuse('nothing_to_change');
    return convenesOne(state, cluster.topics, author) ? ask : refuse('not_convener');
  },
  replaces: (state, ask) => ({ name: state.clusters[ask.cluster]?.name }),
  apply(state, data) {
    const cluster = state.clusters[data.cluster];
    if (cluster) cluster.name = data.name;
  },
});

/** The initiator need not add them all, only start the cluster. */
export const initiateCluster = deed({
  command: 'initiateCluster',
  fact: 'clusterInitiated',
  who: PEOPLE,
  commandSchema: () => z.strictObject({ cluster: Id, on: z._default(z.boolean(), true) }),
  factSchema: () => z.strictObject({ cluster: Id, on: z.boolean() }),
  decide(state, ask, { author }) {
    const cluster = standing(state, ask.cluster);
    if (isRefusal(cluster)) return cluster;
    if (ask.on) return cluster.initiator === null ? ask : refuse('has_convener');
    return cluster.initiator === author ? ask : refuse('not_initiator');
  },
  apply(state, data, fact) {
    const cluster = state.clusters[data.cluster];
    if (cluster) cluster.initiator = data.on ? fact.by : null;
  },
});
