/**
 * What one simulated person would do next: pure, from what her own phone shows her, her temper and a throw of dice.
 * She follows the phase that the facilitator chose; null when she would do nothing now.
 */
import { hasMarket } from '@/domain/gathering/formats';
import { freeCells, leastSeenFirst, sessionsOf, topicsInOrder } from '@/domain/gathering/queries';
import { similarTopics } from '@/domain/gathering/similar';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import type { Private } from '@/domain/gathering/state/seat';
import type { Topic } from '@/domain/gathering/state/topic';
import type { Chance } from './chance';
import { care, type Gesture, gesture, newId, place, propose, report, say } from './gestures';
import { minutesOf, roundNow } from './rounds';
import { type Temper, temperOf } from './temper';
import { ACTION_TITLES, CLOSING_WORDS, NEXT_STEPS, note } from './words';

/** `at`: epoch milliseconds; `speed`: minutes of the day in one of ours. */
export type Moment = { at: number; speed: number; dice: Chance };

/** Minutes of the day between two things one person does, in the phases in which she does any. */
export const PACE: Partial<Record<Phase, number>> = {
  proposing: 6,
  market: 3,
  sessions: 7,
  reading: 4,
  voting: 2,
  actions: 4,
  closing: 5,
  completing: 6,
};
const PAUSE = 12;

type Eyes = { view: Gathering; seat: string; mine: Private; temper: Temper } & Moment;

export function wouldDo(view: Gathering, seat: string, moment: Moment): Gesture | null {
  const mine = view.private[seat];
  if (!mine || view.frozen) return null;
  const eyes: Eyes = { view, seat, mine, temper: temperOf(seat), ...moment };
  if (!hasMarket(view.format)) return view.phase === 'sessions' ? idea(eyes) : null;
  return IN_PHASE[view.phase]?.(eyes) ?? null;
}

const IN_PHASE: Partial<Record<Phase, (eyes: Eyes) => Gesture | null>> = {
  proposing: (e) => convene(e),
  market: (e) => convene(e) ?? unite(e) ?? browse(e),
  sessions: (e) => hold(e) ?? walk(e) ?? (e.dice.below(3) === 0 ? write(e) : null) ?? talk(e),
  reading: (e) => write(e),
  completing: (e) => write(e),
  voting: (e) => vote(e),
  actions: (e) => act(e),
  closing: (e) =>
    e.view.closingWord && !e.mine.word
      ? gesture('sayWord', { word: newId(e.dice, 'parola'), text: e.dice.pick(CLOSING_WORDS) })
      : null,
};

const hers = (e: Eyes): Topic[] =>
  topicsInOrder(e.view).filter((t) => t.standing === 'open' && t.convener === e.seat);

/** From what she has at heart to the board, to the queue, to a cell. */
function convene(e: Eyes): Gesture | null {
  const own = topicsInOrder(e.view).filter((t) => t.convener === e.seat);
  if (own.length === 0)
    return e.temper.proposes(e.view.people) ? propose(newId(e.dice, 'tema'), e.dice) : null;
  const homeless = hers(e).find((t) => sessionsOf(e.view, t.id).length === 0);
  if (!homeless) return null;
  const said = homeless.announcedAt !== null;
  // Those who queue wait for their turn; not everybody queues, and at the market nobody waits any more.
  if (!said && e.view.phase === 'proposing' && !e.view.queue.includes(homeless.id) && e.dice.below(2) === 0)
    return gesture('joinQueue', { topic: homeless.id });
  if (!said && e.view.queue.includes(homeless.id) && e.view.phase === 'proposing') return null;
  const free = freeCells(e.view);
  const rooms = free.filter((c) => e.view.spaces.find((s) => s.id === c.space)?.kind === 'room');
  const cells = rooms.length > 0 ? rooms : free;
  if (cells.length === 0) return null;
  return place(newId(e.dice, 'cerchio'), homeless.id, e.dice.pick(cells));
}

/** Two that speak of the same thing may become one, if both conveners want it. */
function unite(e: Eyes): Gesture | null {
  const own = hers(e);
  const stands = (id: string): boolean => e.view.topics[id]?.standing === 'open';
  const asked = Object.values(e.view.merges).find(
    (m) =>
      m.state === 'offered' &&
      m.by !== e.seat &&
      stands(m.from) &&
      stands(m.into) &&
      own.some((t) => t.id === m.from || t.id === m.into),
  );
  if (asked)
    return e.dice.unit() < 0.7
      ? gesture('acceptMerge', { merge: asked.id })
      : gesture('declineMerge', { merge: asked.id });
  const [topic] = own;
  if (!topic || e.dice.below(4) > 0) return null;
  const between = (other: Topic): boolean =>
    Object.values(e.view.merges).some(
      (m) => [m.from, m.into].includes(topic.id) && [m.from, m.into].includes(other.id),
    );
  const near = similarTopics(e.view, topic).find((t) => t.convener !== e.seat && t.convener && !between(t));
  return near
    ? gesture('offerMerge', { merge: newId(e.dice, 'unione'), from: topic.id, into: near.id })
    : null;
}

function browse(e: Eyes): Gesture | null {
  const cares = Object.keys(e.mine.interests).length;
  if (cares >= e.temper.appetite) return null;
  const unread = leastSeenFirst(e.view).filter(
    (t) => t.standing === 'open' && !e.mine.interests[t.id] && t.convener !== e.seat,
  );
  if (unread.length === 0) return null;
  // Half read from the top of the list, half go where others already are: some circles grow large.
  const crowded = [...unread].sort((a, b) => b.interested - a.interested);
  const list = e.dice.below(2) === 0 ? unread : crowded;
  return care((list[e.dice.below(Math.min(5, list.length))] ?? (unread[0] as Topic)).id);
}

/** A convener begins and ends her circle: when her round comes, and when it has lasted. */
function hold(e: Eyes): Gesture | null {
  const round = roundNow(e.view, e.at, (PAUSE * 60_000) / e.speed);
  for (const topic of hers(e))
    for (const session of sessionsOf(e.view, topic.id)) {
      if (session.state === 'planned' && session.slot === round)
        return gesture('startSession', { session: session.id });
      const slot = e.view.slots.find((s) => s.id === session.slot);
      const lasts = (minutesOf(slot) * 60_000) / e.speed;
      if (session.state === 'running' && e.at - (session.startedAt ?? e.at) >= lasts)
        return gesture('endSession', { session: session.id });
      if (session.state === 'running' && e.mine.circle !== session.id)
        return gesture('moveTo', { to: session.id });
    }
  return null;
}

/** Two feet: to a circle that is on, elsewhere when one has had enough, about when one belongs to none. */
function walk(e: Eyes): Gesture | null {
  const on = Object.values(e.view.sessions).filter((s) => s.state === 'running');
  const here = on.find((s) => s.id === e.mine.circle);
  const holds = here && e.view.topics[here.topic]?.convener === e.seat;
  if (here && (holds || e.dice.unit() > (e.temper.wanders ? 0.3 : 0.05))) return null;
  const others = on.filter((s) => s.id !== here?.id);
  if (others.length === 0 || (e.temper.wanders && e.dice.below(3) === 0))
    return e.mine.circle === 'roaming' ? null : gesture('moveTo', { to: 'roaming' });
  const dear = others.filter((s) => e.mine.interests[s.topic]);
  return gesture('moveTo', { to: e.dice.pick(dear.length > 0 ? dear : others).id });
}

function talk(e: Eyes): Gesture | null {
  const here = e.view.sessions[e.mine.circle ?? ''];
  if (here?.state !== 'running') return null;
  if (here.noteTaker === null && e.dice.below(12) === 0) return gesture('takeNotes', { session: here.id });
  return say(newId(e.dice, 'nota'), { topic: here.topic, session: here.id }, e.dice);
}

/** The report of a circle that is over, a step at a time; a few never come to it. */
function write(e: Eyes): Gesture | null {
  if (e.temper.neverReports) return null;
  for (const topic of hers(e)) {
    const met = sessionsOf(e.view, topic.id).filter((s) => s.state === 'ended');
    const now = e.view.reports[topic.id];
    if (met.length === 0 || (now && now.publishedAt !== null)) continue;
    const nobodyCame = met.every((s) => s.attended <= 1) && (e.view.notesOf[topic.id] ?? []).length === 0;
    return report(topic.id, now, nobodyCame, e.dice);
  }
  return null;
}

function vote(e: Eyes): Gesture | null {
  const { voting } = e.view;
  const left = voting.quota - Object.values(e.mine.dots).reduce((a, b) => a + b, 0);
  if (voting.state !== 'open' || left <= 0 || !e.temper.votes) return null;
  const open = topicsInOrder(e.view).filter((t) => t.standing === 'open' && !e.mine.dots[t.id]);
  if (open.length === 0) return null;
  const dear = open.filter((t) => e.mine.interests[t.id]);
  const topic = e.dice.pick(dear.length > 0 && e.dice.below(4) > 0 ? dear : open);
  return gesture('placeDots', {
    topic: topic.id,
    dots: voting.cumulative ? 1 + e.dice.below(Math.min(3, left)) : 1,
  });
}

function act(e: Eyes): Gesture | null {
  const open = Object.values(e.view.actions).filter((a) => a.status === 'open');
  const began = open.some((a) => a.initiator === e.seat);
  if (e.temper.begins && !began)
    return gesture('startAction', {
      action: newId(e.dice, 'azione'),
      title: e.dice.pick(ACTION_TITLES),
      byWhen: 'entro l’estate',
      nextStep: e.dice.pick(NEXT_STEPS),
    });
  if (began || open.some((a) => a.adhesions.includes(e.seat))) return null;
  const waiting = open.find((a) => a.initiator === null);
  if (waiting && e.dice.below(6) === 0) return gesture('leadAction', { action: waiting.id, on: true });
  return open.length > 0 && e.dice.below(3) > 0
    ? gesture('joinAction', { action: e.dice.pick(open).id, on: true })
    : null;
}

/** Where there are prompts and no market: an idea or two, to the prompt in the light. */
function idea(e: Eyes): Gesture | null {
  const given = Object.values(e.view.ideas).filter((i) => i.author === e.seat).length;
  if (given >= e.temper.appetite / 2) return null;
  const prompt = e.view.prompt ?? e.view.programme.prompts[0]?.id ?? null;
  return gesture('shareIdea', { idea: newId(e.dice, 'idea'), ...note(e.dice), prompt });
}
