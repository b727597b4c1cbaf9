/** What one simulated person is like, the same all day, from nothing but the id of her place. */
import { sizing } from '@/domain/gathering/sizing';
import { chance } from './chance';

export type Temper = {
  /** Has a topic at heart, if there are `people` here. */
  proposes(people: number): boolean;
  /** How many topics she signs up for. */
  appetite: number;
  /** Goes from circle to circle, or to none. */
  wanders: boolean;
  votes: boolean;
  /** Begins something of her own when it is time for actions. */
  begins: boolean;
  /** Never gets round to the report. */
  neverReports: boolean;
};

function seedOf(seat: string): number {
  let h = 2166136261;
  for (let i = 0; i < seat.length; i++) h = Math.imul(h ^ seat.charCodeAt(i), 16777619);
  return h >>> 0;
}

export function temperOf(seat: string): Temper {
  const dice = chance(seedOf(seat));
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
