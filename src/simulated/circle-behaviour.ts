/** A simulated person in circles: convening, walking, talking, writing the report. */
import { sessionsOf } from '@/domain/gathering/session-queries';
import { type VisibleState, hers } from './visible-state';
import { type SimulatedCommand, simulatedCommand, newId, report, say } from './commands';
import { minutesOf, roundNow } from './rounds';

/** Time between two rounds, in minutes of the event's day. */
const PAUSE = 12;

/** A convener begins their circle when its round comes, and ends it when it has lasted long enough. */
export function conveneCircle(e: VisibleState): SimulatedCommand | null {
  const round = roundNow(e.view, e.at, (PAUSE * 60_000) / e.speed);
  for (const topic of hers(e))
    for (const session of sessionsOf(e.view, topic.id)) {
      if (session.state === 'planned' && session.slot === round)
        return simulatedCommand('startSession', { session: session.id });
      const slot = e.view.slots.find((s) => s.id === session.slot);
      const lasts = (minutesOf(slot) * 60_000) / e.speed;
      if (session.state === 'running' && e.at - (session.startedAt ?? e.at) >= lasts)
        return simulatedCommand('endSession', { session: session.id });
      if (session.state === 'running' && e.mine.circle !== session.id)
        return simulatedCommand('moveTo', { to: session.id });
    }
  return null;
}

/** The law of two feet: they join a circle under way, leave it after a while, or wander between circles. */
export function walk(e: VisibleState): SimulatedCommand | null {
  const on = Object.values(e.view.sessions).filter((s) => s.state === 'running');
  const here = on.find((s) => s.id === e.mine.circle);
  const holds = here && e.view.topics[here.topic]?.convener === e.seat;
  if (here && (holds || e.dice.unit() > (e.character.wanders ? 0.3 : 0.05))) return null;
  const others = on.filter((s) => s.id !== here?.id);
  if (others.length === 0 || (e.character.wanders && e.dice.below(3) === 0))
    return e.mine.circle === 'roaming' ? null : simulatedCommand('moveTo', { to: 'roaming' });
  const dear = others.filter((s) => e.mine.interests[s.topic]);
  return simulatedCommand('moveTo', { to: e.dice.pick(dear.length > 0 ? dear : others).id });
}

export function talk(e: VisibleState): SimulatedCommand | null {
  const here = e.view.sessions[e.mine.circle ?? ''];
  if (here?.state !== 'running') return null;
  if (here.noteTaker === null && e.dice.below(12) === 0)
    return simulatedCommand('takeNotes', { session: here.id });
  return say(newId(e.dice, 'nota'), { topic: here.topic, session: here.id }, e.dice);
}

/** Writes the report of an ended circle, one step at a time; a few people never write it. */
export function fillReport(e: VisibleState): SimulatedCommand | null {
  if (e.character.neverReports) return null;
  for (const topic of hers(e)) {
    const met = sessionsOf(e.view, topic.id).filter((s) => s.state === 'ended');
    const now = e.view.reports[topic.id];
    if (met.length === 0 || (now && now.publishedAt !== null)) continue;
    const nobodyCame = met.every((s) => s.attended <= 1) && (e.view.notesOf[topic.id] ?? []).length === 0;
    return report(topic.id, now, nobodyCame, e.dice);
  }
  return null;
}
