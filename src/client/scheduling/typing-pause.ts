/** Lets work that nobody waits for stand back while somebody types: a letter that comes in its middle is seen late. */

/** Nobody types any more, so many milliseconds after the last letter. */
const QUIET = 1000;
/** The longest wait for it, in milliseconds: a phone may lose the network. */
const MOST = 20_000;

type Device = {
  /** Milliseconds. */
  now(): number;
  later(run: () => void, ms: number): void;
  /** Calls this at each letter. Returns a function that ends it. */
  letters(typed: () => void): () => void;
};
const device: Device = {
  now: () => performance.now(),
  later: (run, ms) => void setTimeout(run, ms),
  letters(typed) {
    window.addEventListener('input', typed, true);
    return () => window.removeEventListener('input', typed, true);
  },
};

/** `pause` resolves at once where nobody types; `end` stops listening. */
export type TypingPause = { pause(): Promise<void>; end(): void };

/** Listens to letters from now on. */
export function typingPause({ now, later, letters }: Device = device): TypingPause {
  let lastLetter = Number.NEGATIVE_INFINITY;
  const end = letters(() => {
    lastLetter = now();
  });
  return {
    end,
    async pause() {
      const most = now() + MOST;
      for (;;) {
        const left = Math.min(lastLetter + QUIET, most) - now();
        if (left <= 0) return;
        await new Promise<void>((go) => later(go, left));
      }
    },
  };
}
