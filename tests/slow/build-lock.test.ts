/** Two builds at once: the second waits, and a build that was killed holds up nobody. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '@/server/files/project-root';
import { until } from '../server/house';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cerchi-build-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock of the build, says so, and lets it go when its standard input ends. */
function builder() {
  const program = `
    import { holdBuild } from ${JSON.stringify(join(projectRoot, 'src/server/build/build-lock.ts'))};
    const { waited, letGo } = holdBuild(${JSON.stringify(join(folder, 'lock'))});
    console.log(waited ? 'after waiting' : 'at once');
    process.stdin.resume().once('end', () => { letGo(); console.log('done'); });`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const heard = { said: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.said += chunk.toString()));
  return { heard, finish: () => child.stdin.end(), kill: () => child.kill('SIGKILL') };
}
const WAITS = /Another process is preparing the pages/;

it('the second waits, says so, and goes on when the first is done', async () => {
  const first = builder();
  await until('the first builds', () => first.heard.said === 'at once\n');
  const second = builder();
  await until('the second waits', () => WAITS.test(second.heard.said));
  expect(second.heard.said).not.toContain('after waiting');
  first.finish();
  await until('the second goes on', () => second.heard.said.endsWith('after waiting\n'));
  // It lets go before it says so.
  await until('the first is done', () => first.heard.said.includes('done'));
});

it('a build that was killed holds up nobody', async () => {
  const killed = builder();
  await until('it builds', () => killed.heard.said === 'at once\n');
  const second = builder();
  await until('the second waits', () => WAITS.test(second.heard.said));
  killed.kill();
  await until('the second goes on', () => second.heard.said.endsWith('after waiting\n'));
  const third = builder();
  second.finish();
  await until('nothing is left behind', () => /at once|after waiting/.test(third.heard.said));
});
