/** A release that cannot start, or cannot draw a page, is not packed. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryRelease } from '@/server/build/try-release';

let stage: string;
beforeEach(() => {
  stage = mkdtempSync(join(tmpdir(), 'cerchi-stage-'));
  for (const folder of ['node', 'src/server']) mkdirSync(join(stage, folder), { recursive: true });
  symlinkSync(process.execPath, join(stage, 'node/node'));
});
afterEach(() => rmSync(stage, { recursive: true, force: true }));

const program = (source: string) => writeFileSync(join(stage, 'src/server/start.mjs'), source);
const serving = (status: string) =>
  program(
    `import { createServer } from 'node:http';
     createServer((q, a) => { a.statusCode = ${status}; a.end(); }).listen(process.env.PORT, process.env.HOST);`,
  );

it('passes a release that answers on an empty data folder', async () => {
  serving('process.env.CERCHI_DATA ? 200 : 500');
  await tryRelease(stage);
});

it('stops one that ends before it listens, with what it said', async () => {
  program(`console.error('Could not locate the bindings file'); process.exit(1);`);
  await expect(tryRelease(stage)).rejects.toThrow(/bindings file/);
});

it('stops one whose pages are broken', async () => {
  serving(`q.url === '/healthz' ? 200 : 500`);
  await expect(tryRelease(stage)).rejects.toThrow('/accessibilita');
});
