/** Stores the states of streams: in quiet moments, and at a clean stop. A start after a kill folds a few more facts. */
import type { Streams } from './streams';

/** Facts that a start folds sooner than anybody notices. */
const FACTS = 500;
/** After this time without a fact a stream is quiet, in ms. */
const QUIET = 1500;
/** Time between two looks, in ms. */
const EVERY = 5000;
/** After a disk has refused one, it is asked again after this time, in ms. */
const LATER = 600_000;
/** A stop does not take longer than this because of it, in ms. */
const AT_STOP = 3000;

/** Begins when `loaded` has resolved. */
export function scheduleStates(
  streams: Streams,
  loaded: Promise<void>,
  warn: (what: string, error?: unknown) => void,
) {
  let stopped = false;
  let ready = false;
  void loaded.finally(() => (ready = true)).catch(() => {});
  let running: Promise<unknown> = Promise.resolve();
  let notBefore = 0;
  const failed = (e: unknown) => {
    notBefore = performance.now() + LATER;
    warn('a state could not be stored; the next start folds more of the log', e);
  };
  async function look(): Promise<void> {
    if (stopped) return;
    // Those that were loaded later.
    await streams.checkRest();
    if (performance.now() >= notBefore) await streams.storeOne(FACTS, QUIET);
  }
  const timer = setInterval(() => {
    if (ready) running = running.then(look).catch(failed);
  }, EVERY);
  timer.unref();
  return {
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
    /** Nothing may be written any more. */
    async storeAll(): Promise<void> {
      await running;
      const end = performance.now() + AT_STOP;
      try {
        while (performance.now() < end && (await streams.storeOne(FACTS, 0)));
      } catch (e) {
        failed(e);
      }
    },
  };
}
