/**
 * The day's results: two topics merged, reports, dots, clusters and action groups, sent as commands like everything
 * else.
 */
import { ACTIONS, CLUSTERS, REPORTS, VOTES } from './harvested';
import { PARTS } from './casting';
import { SEATS, seatCalled } from './people';
import { type By, clock, topicId } from './day';
import { TOPICS } from './topics';

type Hold = (at: number, type: string, ask: unknown) => void;

export function harvest({ by, hold, help }: { by: By; hold: Hold; help: Hold }): void {
  merging(by);
  reports(by);
  voting(by, hold, help);
  clusters(by);
  actions(by);
  hold(clock('17:31'), 'allowCompletion', { days: 30 });
}

const convener = (n: number): string => seatCalled(TOPICS.find((t) => t.n === n)?.convener ?? '').key;

/** T04 is offered to T05 and taken in. */
function merging(by: By): void {
  const merge = 'unione-demo-1';
  by(convener(4), clock('10:40'), 'offerMerge', { merge, from: topicId(4), into: topicId(5) });
  by(convener(5), clock('10:41'), 'acceptMerge', { merge });
}

/** T08 is completed two days after; T10's convener was alone. */
function reports(by: By): void {
  for (const { topic: n, texts, items, outcome, hour, day } of REPORTS) {
    const topic = topicId(n);
    const at = (seconds: number) => clock(hour, seconds, day);
    by(convener(n), at(0), 'beginReport', { topic });
    Object.entries(texts).forEach(([field, text], i) => {
      by(convener(n), at(30 + i * 40), 'writeReport', { topic, field, text, rev: 0 });
    });
    items.forEach(([kind, text, who = '', byWhen = ''], i) => {
      const item = `voce-demo-${n}-${i + 1}`;
      by(convener(n), at(160 + i * 20), 'addItem', { topic, item, kind, text, who, byWhen });
    });
    if (outcome) by(convener(n), at(290), 'setOutcome', { topic, ...outcome });
    by(convener(n), at(300), 'publishReport', { topic });
  }
}

/** 236 dots of 48 phones, assigned so that nobody has more than five, and 20 on paper of four people. */
function voting(by: By, hold: Hold, help: Hold): void {
  hold(clock('16:15', 20), 'openVoting', { quota: 5, cumulative: true });
  const voters = SEATS.filter((s) => s.via === 'telefono')
    .slice(0, 48)
    .map((s) => s.key);
  const hands = new Map<string, Map<number, number>>(voters.map((key) => [key, new Map()]));
  let dealt = 0;
  for (const { topic, phone } of VOTES)
    for (let i = 0; i < phone; i++) {
      const hand = hands.get(voters[dealt++ % voters.length] ?? '');
      hand?.set(topic, (hand.get(topic) ?? 0) + 1);
    }
  [...hands].forEach(([key, hand], v) => {
    [...hand].forEach(([topic, dots], i) => {
      by(key, clock('16:16', v * 8 + i * 3), 'placeDots', { topic: topicId(topic), dots });
    });
  });
  const dots = Object.fromEntries(VOTES.filter((v) => v.paper > 0).map((v) => [topicId(v.topic), v.paper]));
  help(clock('16:26'), 'enterPaperVotes', { batch: 'carta-demo-1', voters: 4, dots });
  hold(clock('16:29'), 'closeVoting', {});
}

function clusters(by: By): void {
  CLUSTERS.forEach(({ name, topics }, i) => {
    const cluster = `gruppo-demo-${i + 1}`;
    by(convener(topics[0] ?? 0), clock('16:30', 20 + i * 30), 'makeCluster', {
      cluster,
      name,
      topics: topics.map(topicId),
    });
  });
}

function actions(by: By): void {
  ACTIONS.forEach(({ title, what, byWhen, due, nextStep, resources, topic, cluster, joined }, i) => {
    const action = `azione-demo-${i + 1}`;
    const at = (seconds: number) => clock('16:36', i * 240 + seconds);
    const of = { cluster: `gruppo-demo-${cluster}`, topic: topicId(topic) };
    const ask = { action, title, what, byWhen, due, nextStep, resources, ...of };
    by(convener(topic), at(0), 'initiateCluster', { cluster: of.cluster });
    by(convener(topic), at(5), 'startAction', ask);
    // People from the circle join.
    const circle = PARTS.find((p) => p.topic === topic)?.seats ?? [];
    circle.slice(1, 1 + joined).forEach((key, j) => {
      by(key, at(20 + j * 12), 'joinAction', { action, on: true });
    });
  });
}
