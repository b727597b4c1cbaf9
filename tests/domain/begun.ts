/** A gathering that has begun: a topic of the owner's and one of somebody else's, with the office at hand. */
import { OWNER, STRANGER_TO_IT } from './authority.cases';
import { office, person } from './given';
import { opened } from './opened';

export const holder = office('owner', OWNER);
export const owner = person(OWNER);
export const other = person('seat-other');

export const begun = () => {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const mine = g.topic(owner, 'suo');
  const theirs = g.topic(other, 'di un’altra');
  return { ...g, mine, theirs };
};
