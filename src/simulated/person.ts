/**
 * Chooses one simulated person's next deed. Pure: it depends on what their own phone shows, their character and a random
 * draw. They follow the phase that the facilitator chose; null when they would do nothing now.
 */
import { hasMarket } from '@/domain/gathering/formats';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import { browse, convene, unite } from './topic-behaviour';
import type { VisibleState, SimulatedTime } from './visible-state';
import { type SimulatedCommand, simulatedCommand, newId } from './commands';
import { conveneCircle, talk, walk, fillReport } from './circle-behaviour';
import { characterOf } from './character';
import { ACTION_TITLES, CLOSING_WORDS, NEXT_STEPS, note } from './texts';

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

export function wouldDo(view: Gathering, seat: string, moment: SimulatedTime): SimulatedCommand | null {
  const mine = view.private[seat];
  if (!mine || view.frozen) return null;
  const eyes: VisibleState = { view, seat, mine, character: characterOf(seat), ...moment };
  if (!hasMarket(view.format)) return view.phase === 'sessions' ? idea(eyes) : null;
  return IN_PHASE[view.phase]?.(eyes) ?? null;
}

const IN_PHASE: Partial<Record<Phase, (eyes: VisibleState) => SimulatedCommand | null>> = {
  proposing: (e) => convene(e),
  market: (e) => convene(e) ?? unite(e) ?? browse(e),
  sessions: (e) => conveneCircle(e) ?? walk(e) ?? (e.dice.below(3) === 0 ? fillReport(e) : null) ?? talk(e),
  reading: (e) => fillReport(e),
  completing: (e) => fillReport(e),
  voting: (e) => vote(e),
  actions: (e) => act(e),
  closing: (e) =>
    e.view.closingWord && !e.mine.word
      ? simulatedCommand('sayWord', { word: newId(e.dice, 'parola'), text: e.dice.pick(CLOSING_WORDS) })
      : null,
};

function vote(e: VisibleState): SimulatedCommand | null {
  const { voting } = e.view;
  const left = voting.quota - Object.values(e.mine.dots).reduce((a, b) => a + b, 0);
  if (voting.state !== 'open' || left <= 0 || !e.character.votes) return null;
  const open = topicsInOrder(e.view).filter((t) => t.standing === 'open' && !e.mine.dots[t.id]);
  if (open.length === 0) return null;
  const dear = open.filter((t) => e.mine.interests[t.id]);
  const topic = e.dice.pick(dear.length > 0 && e.dice.below(4) > 0 ? dear : open);
  return simulatedCommand('placeDots', {
    topic: topic.id,
    dots: voting.cumulative ? 1 + e.dice.below(Math.min(3, left)) : 1,
  });
}

function act(e: VisibleState): SimulatedCommand | null {
  const open = Object.values(e.view.actions).filter((a) => a.status === 'open');
  const began = open.some((a) => a.initiator === e.seat);
  if (e.character.begins && !began)
    return simulatedCommand('startAction', {
      action: newId(e.dice, 'azione'),
      title: e.dice.pick(ACTION_TITLES),
      byWhen: 'entro l’estate',
      nextStep: e.dice.pick(NEXT_STEPS),
    });
  if (began || open.some((a) => a.adhesions.includes(e.seat))) return null;
  const waiting = open.find((a) => a.initiator === null);
  if (waiting && e.dice.below(6) === 0)
    return simulatedCommand('leadAction', { action: waiting.id, on: true });
  return open.length > 0 && e.dice.below(3) > 0
    ? simulatedCommand('joinAction', { action: e.dice.pick(open).id, on: true })
    : null;
}

/** In a gathering of prompts without a market: an idea or two to the highlighted prompt. */
function idea(e: VisibleState): SimulatedCommand | null {
  const given = Object.values(e.view.ideas).filter((i) => i.author === e.seat).length;
  if (given >= e.character.appetite / 2) return null;
  const prompt = e.view.prompt ?? e.view.programme.prompts[0]?.id ?? null;
  return simulatedCommand('shareIdea', { idea: newId(e.dice, 'idea'), ...note(e.dice), prompt });
}
