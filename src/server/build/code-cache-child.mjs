/**
 * Runs the built server and, when its parent says so, writes the code cache of all that was compiled until then. With `--check`
 * tells by its exit code whether V8 takes that cache in a fresh process.
 */
import { chmodSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { compileProgram, runProgram, writeCodeCache } from '../program-loader.mjs';

const [, , program = '', option] = process.argv;
if (option === '--check') process.exit(compileProgram(program).cachedDataRejected === false ? 0 : 1);
const script = runProgram(program);
process.once('message', () => {
  // V8 takes a cache only under the flags that it was made under: the server has set this one (compose.ts), a fresh process has not.
  setFlagsFromString('--heap-growing-percent=0');
  writeCodeCache(program, script.createCachedData());
  // The server makes its files private; whoever runs a release need not be who built it.
  chmodSync(`${program}.cache`, 0o644);
  process.exit(0);
});
