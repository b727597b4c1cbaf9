/** A simulated person's character, the same all day, derived only from the id of their seat. */
import { sizing } from '@/domain/gathering/matrix-sizing';
import { seededRandom } from './random';

export type Character = {
  /** Has a topic to propose, if there are `people` here. */
  proposes(people: number): boolean;
  /** The number of topics they sign up for. */
  appetite: number;
  /** Walks from circle to circle, or joins none. */
  wanders: boolean;
  votes: boolean;
  /** Proposes an action when it is time for actions. */
  begins: boolean;
  /** Never writes the report. */
  neverReports: boolean;
};

function seedOf(seat: string): number {
  let h = 2166136261;
  for (let i = 0; i < seat.length; i++) h = Math.imul(h ^ seat.charCodeAt(i), 16777619);
  return h >>> 0;
}

export function characterOf(seat: string): Character {
  const dice = seededRandom(seedOf(seat));
  const heart = dice.unit();
  return {
    proposes: (people) => heart < sizing(Math.max(1, people), 1).topics / Math.max(1, people),
    appetite: 2 + dice.below(5),
    wanders: dice.unit() < 0.12,
    votes: dice.unit() < 0.93,
    begins: dice.unit() < 0.1,
    neverReports: dice.unit() < 0.06,
  };
}
