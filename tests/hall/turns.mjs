/**
 * Loaded before the app of a bench: measures its event loop's longest turn. Any message of the parent is answered with the
 * milliseconds of the longest turn since the message before.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two beats of the histogram. */
const BEAT = 1;
const beats = monitorEventLoopDelay({ resolution: BEAT });
beats.enable();
process.on('message', (asked) => {
  if (asked?.turns !== 'longest') return;
  process.send?.({ longest: Math.max(0, beats.max / 1e6 - BEAT) });
  beats.reset();
});
