/** A screen that gives a command the wrong data does not compile: `npm run types` reads this file too. */
import { expect, it } from 'vitest';
import type { AskInput } from '@/domain/deed';
import { type GatheringDeeds, gathering } from '@/domain/gathering/catalogue';
import { type PathDeeds, programming } from '@/domain/programming/catalogue';

/** The commands for which anything would do. */
type Untyped<D> = { [K in keyof D as unknown extends AskInput<D[K]> ? K : never]: never };
const none: [Untyped<GatheringDeeds>, Untyped<PathDeeds>] = [{}, {}];
const dots: AskInput<GatheringDeeds['placeDots']> = { topic: 'topic-0001', dots: 2 };
// A field with a default may be left out.
const topic: AskInput<GatheringDeeds['proposeTopic']> = { topic: 'topic-0001', title: 'Nidi' };
const need: AskInput<PathDeeds['reviseNeed']> = { id: 'need-0001', since: 4, title: 'Nidi' };
// @ts-expect-error: a number of dots, not a word
const word: AskInput<GatheringDeeds['placeDots']> = { topic: 'topic-0001', dots: 'two' };
// @ts-expect-error: the entry's own words, and no others
const stranger: AskInput<PathDeeds['reviseNeed']> = { id: 'need-0001', dots: 2 };

it('the types and the schemas agree on the data of a command', () => {
  expect(none).toEqual([{}, {}]);
  const { placeDots, proposeTopic } = gathering.deeds;
  expect(placeDots.commandSchema().safeParse(dots).success).toBe(true);
  expect(placeDots.commandSchema().safeParse(word).success).toBe(false);
  expect(proposeTopic.commandSchema().safeParse(topic).success).toBe(true);
  const { reviseNeed } = programming.deeds;
  expect(reviseNeed.commandSchema().safeParse(need).success).toBe(true);
  expect(reviseNeed.commandSchema().safeParse(stranger).success).toBe(false);
});
