/** Parses an address of the phone into its screen and topic, also for the page on the server. */
import type { Gathering } from '@/domain/gathering/state';
import type { Topic } from '@/domain/gathering/state/topic';

/**
 * By its number, as people write it: `T05`, `5`; or by its id, on the phone that has just proposed it. When several
 * propose together, nobody knows their own number before the server has answered.
 */
export const numbered = (state: Gathering, name: string): Topic | undefined =>
  Object.hasOwn(state.topics, name)
    ? state.topics[name]
    : state.topics[state.topicOrder[Number(name.replace(/\D/g, '')) - 1] ?? ''];

export function topicAt(state: Gathering, [place = '', id = '']: readonly string[]): Topic | undefined {
  if (place === 'cerchio') return state.topics[state.sessions[id]?.topic ?? ''];
  return place === 'temi' || place === 'resoconto' ? numbered(state, id) : undefined;
}
