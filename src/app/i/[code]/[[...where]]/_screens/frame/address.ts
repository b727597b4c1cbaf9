/** What an address of the phone is about, for its screens and for the page they come with. */
import type { Gathering } from '@/domain/gathering/state';
import type { Topic } from '@/domain/gathering/state/topic';

/** By its number, as people write it: `T05`, `5`. */
export const numbered = (state: Gathering, number: string): Topic | undefined =>
  state.topics[state.topicOrder[Number(number.replace(/\D/g, '')) - 1] ?? ''];

export function topicAt(state: Gathering, [place = '', id = '']: readonly string[]): Topic | undefined {
  if (place === 'cerchio') return state.topics[state.sessions[id]?.topic ?? ''];
  return place === 'temi' || place === 'resoconto' ? numbered(state, id) : undefined;
}
