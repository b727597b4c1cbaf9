/**
 * Chooses one simulated person's next deed. Pure: it depends on what their own phone shows, their temper and a random
 * draw. They follow the phase that the facilitator chose; null when they would do nothing now.
 */
import { hasMarket } from '@/domain/gathering/formats';
import { topicsInOrder } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import { browse, convene, unite } from './at-market';
import type { Eyes, Moment } from './eyes';
import { type Gesture, gesture, newId } from './gestures';
import { hold, talk, walk, write } from './in-circles';
import { temperOf } from './temper';
import { ACTION_TITLES, CLOSING_WORDS, NEXT_STEPS, note } from './words';

/** Minutes of the event's day between two deeds of one person, in the phases in which they act. */
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

/** In a gathering of prompts without a market: an idea or two to the highlighted prompt. */
function idea(e: Eyes): Gesture | null {
  const given = Object.values(e.view.ideas).filter((i) => i.author === e.seat).length;
  if (given >= e.temper.appetite / 2) return null;
  const prompt = e.view.prompt ?? e.view.programme.prompts[0]?.id ?? null;
  return gesture('shareIdea', { idea: newId(e.dice, 'idea'), ...note(e.dice), prompt });
}
