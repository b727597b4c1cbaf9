/** Starts a staged release before it is packed: a package whose binary is missing stops the release, not an office's first start. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 600;
const BETWEEN_MS = 200;
/** One answer of the server alone, then one page drawn by Next. */
const ASKED = ['/healthz', '/accessibilita'];

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** Resolves when the staged folder answered with its own Node.js on an empty data folder; throws its output otherwise. */
export async function tryRelease(stage: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'cerchi-release-'));
  const port = await freePort();
  const node = join(stage, 'node', readdirSync(join(stage, 'node'))[0] ?? 'node');
  const server = spawn(node, ['src/server/start.mjs'], {
    cwd: stage,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      CERCHI_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  let ended = false;
  const end = new Promise<void>((done) => {
    server.once('close', () => {
      ended = true;
      done();
    });
  });
  const answers = async (path: string): Promise<boolean> => {
    for (let attempt = 0; attempt < ATTEMPTS && !ended; attempt += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      if (answer) return answer.ok;
      await wait(BETWEEN_MS);
    }
    return false;
  };
  try {
    for (const path of ASKED)
      if (!(await answers(path))) throw new Error(`The release does not answer ${path}.\n${output}`);
  } finally {
    if (!ended) server.kill();
    await end;
    rmSync(data, { recursive: true, force: true });
  }
}
