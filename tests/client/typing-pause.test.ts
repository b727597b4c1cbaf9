/** Work that nobody waits for begins only when nobody types. */
import { expect, it } from 'vitest';
import { typingPause } from '@/client/scheduling/typing-pause';

/** On a clock of the test's own, in milliseconds. */
function keyboard() {
  let clock = 0;
  let letter = () => {};
  const due: { at: number; run: () => void }[] = [];
  const { pause, end } = typingPause({
    now: () => clock,
    later: (run, ms) => void due.push({ at: clock + ms, run }),
    letters(typed) {
      letter = typed;
      return () => {
        letter = () => {};
      };
    },
  });
  return {
    end,
    letter: () => letter(),
    /** How long one pause lasts while a letter comes every `every` milliseconds, for `seconds`. */
    async lasts(every: number, seconds: number): Promise<number> {
      const began = clock;
      let over = false;
      void pause().then(() => {
        over = true;
      });
      for (let ms = 1; ms <= seconds * 1000 + 5000; ms++) {
        for (let i = 0; i < 3; i++) await Promise.resolve();
        if (over) break;
        clock += 1;
        if (ms % every === 0 && ms <= seconds * 1000) letter();
        for (const timer of due.splice(0))
          if (timer.at <= clock) timer.run();
          else due.push(timer);
      }
      return clock - began;
    },
  };
}

it('does not wait where nobody types', async () => {
  expect(await keyboard().lasts(10_000, 1)).toBe(0);
});

it('waits until a second after the last letter', async () => {
  const keys = keyboard();
  keys.letter();
  expect(await keys.lasts(100, 5)).toBe(6000);
});

it('waits twenty seconds at most, however long somebody types', async () => {
  const keys = keyboard();
  keys.letter();
  expect(await keys.lasts(100, 40)).toBe(20_000);
});

it('hears no more letters once it is ended', async () => {
  const keys = keyboard();
  keys.end();
  keys.letter();
  expect(await keys.lasts(100, 5)).toBe(0);
});
