/** Pages that a whole hall asks for: one in each turn, and none for a moment while people write. */
import { expect, it } from 'vitest';
import { PageQueue } from '@/server/pages/page-queue';

/** A queue whose turns are made by hand: `turn(ms)` runs what is due after a turn that took so long. */
function queue(writing = () => true) {
  let clock = 0;
  const due: (() => void)[] = [];
  const rests: number[] = [];
  const answered: number[] = [];
  const pages = new PageQueue(writing, {
    soon: (step) => due.push(step),
    later: (step, ms) => {
      rests.push(ms);
      due.push(() => {
        clock += ms;
        step();
      });
    },
    now: () => clock,
  });
  let asked = 0;
  return {
    rests,
    answered,
    ask(count: number) {
      for (let i = 0; i < count; i++) {
        asked += 1;
        const n = asked;
        void pages.turn().then(() => answered.push(n));
      }
    },
    async turn(ms: number) {
      clock += ms;
      due.shift()?.();
      await Promise.resolve();
    },
    pass(ms: number) {
      clock += ms;
    },
    idle: () => due.length === 0,
  };
}

it('answers one page in each turn, in order, and rests for nobody where nobody writes', async () => {
  const { ask, turn, answered, rests, idle } = queue(() => false);
  ask(3);
  for (const n of [1, 2, 3]) {
    await turn(20);
    expect(answered).toHaveLength(n);
  }
  expect([answered, rests, idle()]).toEqual([[1, 2, 3], [], true]);
  ask(1);
  await turn(20);
  expect([answered.at(-1), rests]).toEqual([4, []]);
});

it('lets a hall that writes through after three milliseconds of pages, for as long as they took', async () => {
  const { ask, turn, answered, rests } = queue();
  ask(9);
  for (const _ of [1, 2, 3]) await turn(0.9);
  expect([answered.length, rests]).toEqual([3, []]);
  await turn(0.9);
  expect([answered.length, rests]).toEqual([3, [3.6]]);
  // The rest itself is no turn with pages.
  await turn(0);
  await turn(1);
  await turn(1);
  expect([answered.length, rests.length]).toEqual([6, 1]);
  await turn(20);
  expect([answered.length, rests]).toEqual([6, [3.6, 8]]);
});

it('makes nobody wait who asks alone, however long ago a page was answered', async () => {
  const { ask, turn, pass, answered, rests } = queue();
  for (let i = 0; i < 20; i++) {
    ask(1);
    await turn(2);
    pass(2);
  }
  expect([answered.length, rests]).toEqual([20, []]);
});

it('begins to rest when people begin to write, and not for what came before', async () => {
  let writing = false;
  const { ask, turn, answered, rests } = queue(() => writing);
  ask(9);
  await turn(50);
  writing = true;
  await turn(1);
  await turn(1);
  expect([answered.length, rests]).toEqual([3, []]);
  await turn(1);
  expect([answered.length, rests]).toEqual([3, [3]]);
});
