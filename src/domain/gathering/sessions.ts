/** Sessions are started and ended by their convener, never by the clock (principles 3 and 4). */
import * as z from 'zod/mini';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, openTopic, PEOPLE } from './deed';
import { isConvener } from './topic-queries';
import type { Gathering } from './state';
import type { Session } from './state/session';

const only = () => z.strictObject({ session: Id });

/** The session if this person may run it: its convener, or the note-taker when the convener is not there (E05). */
function held(state: Gathering, id: string, by: string): Session | Refusal {
  const session = state.sessions[id];
  if (!session || session.state === 'cancelled') return refuse('unknown_thing', { what: 'session' });
  const topic = openTopic(state, session.topic);
  if (isRefusal(topic)) return topic;
  return isConvener(topic, by) || session.noteTaker === by
    ? session
    : refuse('not_convener', { topic: topic.n });
}

/** I3: nobody runs two circles in the same slot. */
function elsewhere(state: Gathering, session: Session, by: string): Refusal | null {
  if (state.topics[session.topic]?.convener !== by) return null;
  const other = Object.values(state.sessions).find(
    (s) =>
      s.id !== session.id &&
      s.slot === session.slot &&
      s.state === 'running' &&
      state.topics[s.topic]?.convener === by,
  );
  return other ? refuse('convener_clash', { topic: state.topics[other.topic]?.n, session: other.id }) : null;
}

export const startSession = deed({
  command: 'startSession',
  fact: 'sessionStarted',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const session = held(state, ask.session, author);
    if (isRefusal(session)) return session;
    if (session.state !== 'planned') return refuse('already_started');
    return elsewhere(state, session, author) ?? ask;
  },
  apply(state, data, fact) {
    const session = state.sessions[data.session];
    if (!session) return;
    session.state = 'running';
    session.startedAt = fact.at;
  },
});

export const endSession = deed({
  command: 'endSession',
  fact: 'sessionEnded',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const session = held(state, ask.session, author);
    if (isRefusal(session)) return session;
    if (session.state === 'planned') return refuse('not_started');
    if (session.state === 'ended') return refuse('already_ended');
    return ask;
  },
  apply(state, data, fact) {
    const session = state.sessions[data.session];
    if (!session) return;
    session.state = 'ended';
    session.endedAt = fact.at;
  },
});

/** Ended by mistake, or people came back: it continues from where it was. */
export const resumeSession = deed({
  command: 'resumeSession',
  fact: 'sessionResumed',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author }) {
    const session = held(state, ask.session, author);
    if (isRefusal(session)) return session;
    if (session.state !== 'ended') return refuse('nothing_to_change');
    return elsewhere(state, session, author) ?? ask;
  },
  apply(state, data) {
    const session = state.sessions[data.session];
    if (session?.state !== 'ended') return;
    session.state = 'running';
    session.endedAt = null;
  },
});

/** E05: somebody present says "prendo io gli appunti". */
export const takeNotes = deed({
  command: 'takeNotes',
  fact: 'notesTakenUp',
  who: PEOPLE,
  commandSchema: only,
  factSchema: only,
  decide(state, ask, { author, actor }) {
    const session = state.sessions[ask.session];
    if (!session || session.state === 'cancelled') return refuse('unknown_thing', { what: 'session' });
    if (session.noteTaker === author) return refuse('nothing_to_change');
    const topic = state.topics[session.topic];
    if (topic && isConvener(topic, author)) return ask;
    // When somebody asks for another person, this refusal would reveal that person's circle.
    if (author !== actor.seat) return ask;
    return state.private[author]?.circle === ask.session ? ask : refuse('not_in_circle');
  },
  apply(state, data, fact) {
    const session = state.sessions[data.session];
    if (session) session.noteTaker = fact.by;
  },
});
