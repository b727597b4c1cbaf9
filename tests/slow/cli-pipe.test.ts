/** The command line's output reaches the other end of a pipe whole, and a reader that goes away is no crash. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundledProgram } from '../bundled-program';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const folder = mkdtempSync(join(tmpdir(), 'cerchi-pipe-'));
const env = { ...process.env, CERCHI_DATA: join(folder, 'data') };
const cli = (...args: string[]) => [bundledProgram('src/cli/cli.ts'), ...args];
const piped = (...args: string[]) =>
  spawn(process.execPath, cli(...args), { env, stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  expect(spawnSync(process.execPath, cli('demo'), { env }).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line in a pipe', () => {
  it('a slow reader gets all of an export, far more than a pipe holds', async () => {
    const file = join(folder, 'whole.json');
    expect(
      spawnSync(process.execPath, cli('export', 'DEMO', '--format', 'json', '--out', file), { env }).status,
    ).toBe(0);
    // A pipe of the shell holds 64 KiB; the reader begins only when it has long been full.
    const command = [process.execPath, ...cli('export', 'DEMO', '--format', 'json')].join(' ');
    const slow = spawnSync('sh', ['-c', `${command} | (sleep 3; cat)`], {
      env,
      maxBuffer: 1e8,
      encoding: 'utf8',
    });
    const got = slow.stdout;
    const { exportedAt: _, ...data } = JSON.parse(got);
    const { exportedAt: __, ...whole } = JSON.parse(readFileSync(file, 'utf8'));
    expect(got.length).toBeGreaterThan(100_000);
    expect(data).toEqual(whole);
  });

  it.each([['export', 'DEMO', '--format', 'json'], ['help'], ['audit'], ['no-such-verb']])(
    'a reader that goes away at once is no crash: %s',
    async (...args) => {
      const child = piped(...args);
      child.stdout.destroy();
      let said = '';
      child.stderr.on('data', (d) => {
        said += d;
      });
      const code = await new Promise((done) => child.on('close', done));
      expect(said).not.toMatch(/EPIPE|at .*\.ts/);
      expect(code).toBe(args[0] === 'no-such-verb' ? 2 : 0);
    },
  );
});
