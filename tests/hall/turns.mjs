/**
 * Loaded before the app of a bench: measures its event loop's longest turn. A message of the parent is answered with the
 * longest turn since the message before, in milliseconds of the main thread's processor time: on a machine that is shared, the
 * clock on the wall also counts the turns of others. Linux only.
 */
import { openSync, readSync } from 'node:fs';

/** Milliseconds between two looks; a turn that takes longer than this ends with one. */
const BEAT = 1;
/** Its first number is the time that the main thread has run for, in nanoseconds. */
const file = openSync(`/proc/self/task/${process.pid}/schedstat`);
const bytes = Buffer.alloc(80);
const ran = () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 80, 0)).split(' ')[0]) / 1e6;

let [before, longest] = [ran(), 0];
setInterval(() => {
  const now = ran();
  longest = Math.max(longest, now - before);
  before = now;
}, BEAT).unref();
process.on('message', (asked) => {
  if (asked?.turns !== 'longest') return;
  process.send?.({ longest });
  longest = 0;
});
