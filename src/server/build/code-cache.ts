/** Makes the code cache of the built server, by running it once on the demonstration: V8 keeps what was compiled meanwhile. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../files/project-root';

const CHILD = join(projectRoot, 'src/server/build/code-cache-child.mjs');
/** One answer of each kind that a start waits for. */
const ASKED = ['/healthz', '/filo/?EIO=4&transport=polling'];
const PATIENCE_MS = 600_000;

/** `program`: the bundle's absolute path. Rejects with what the server has printed when it does not start, and when a fresh process does not take the cache. */
export async function makeCodeCache(program: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'cerchi-code-cache-'));
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    CERCHI_DATA: data,
  };
  const server = spawn(process.execPath, [CHILD, program, '--demo'], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const ended = new Promise<number | null>((done) => server.once('close', done));
  const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS);
  try {
    const port = await new Promise<number>((done, failed) => {
      server.on('message', (said: { port?: number }) => said.port && done(said.port));
      void ended.then(() => failed(new Error(output)));
    });
    for (const path of ASKED) await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    server.send('write');
    if ((await ended) !== 0) throw new Error(output);
    const fresh = spawnSync(process.execPath, [CHILD, program, '--check'], { env });
    if (fresh.status !== 0) throw new Error('V8 does not take the code cache that it has made');
  } finally {
    clearTimeout(timer);
    server.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}
