/** HAProxy before two processes of one office, with the configuration that we ship. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../harm/region/database-server';

const OFFICE = 'carpi';
const configuration = fileURLToPath(new URL('../../../deploy/region/haproxy.cfg', import.meta.url));

/** The configuration that we ship, with this machine's addresses, and without TLS, which simulated phones do not speak. */
function haproxyConfiguration(folder: string, port: number, members: readonly [number, number]): string {
  const changes: [string | RegExp, string][] = [
    // Two file descriptors each; not every user may have forty thousand.
    ['maxconn 20000', 'maxconn 4000'],
    ['bind :80\n', `bind 127.0.0.1:${port}\n`],
    [/ {2}bind :443 .*\n/, ''],
    [/ {2}http-request redirect scheme .*\n/, ''],
    [/ {2}http-request set-header X-Forwarded-Proto https\n/, ''],
    ['/etc/haproxy/offices.map', join(folder, 'offices.map')],
    ['10.0.0.11:3001', `127.0.0.1:${members[0]}`],
    ['10.0.0.12:3001', `127.0.0.1:${members[1]}`],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`deploy/region/haproxy.cfg has no ${from}`);
      return changed;
    },
    readFileSync(configuration, 'utf8'),
  );
}

/** Started on a port of its own for two processes of one office. */
export async function startHaproxy(
  folder: string,
  members: readonly [number, number],
): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  writeFileSync(join(folder, 'offices.map'), `127.0.0.1 ${OFFICE}\n`);
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, haproxyConfiguration(folder, port, members));
  const child: ChildProcess = spawn('haproxy', ['-db', '-f', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const gone = new Promise<never>((_, failed) => child.once('error', failed));
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  const answers = async (): Promise<void> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
      if (
        await fetch(`${url}/readyz`).then(
          (r) => r.ok,
          () => false,
        )
      )
        return;
    throw new Error(`nobody answers behind HAProxy: ${said}`);
  };
  await Promise.race([answers(), gone]);
  return { url, stop: () => void child.kill('SIGKILL') };
}
