/**
 * A fast test starts no process and no thread: to start one takes longer than most tests. What needs one is named in the
 * `processes` project of vitest.config.ts.
 */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const refuse = (): never => {
  throw new Error(
    'a fast test started a process or a thread: name its file in PROCESSES of vitest.config.ts',
  );
};
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'] as const)
  Object.assign(childProcess, { [name]: refuse });
Object.assign(threads, { Worker: refuse });
syncBuiltinESMExports();
