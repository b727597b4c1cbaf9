/** Start errors: a message that tells what to do, and an exit code, never a stack trace. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { holdFolder } from '../../db/folder-lock';
import { openStore } from '@/server/database/sqlite-store';
import { bundledProgram } from '../bundled-program';
import { startApp } from '../journeys/browser';
import { obedientDisk, TROUBLES } from './disk';
import { noShim } from './shim';

type Said = { code: number | null; said: string };

/** Prefix for a command: root without the right to write anywhere, who may still read their own files. */
const BOUND = ['setpriv', '--bounding-set', '-dac_override', '--inh-caps', '-all'];

/** A prefix with which a folder's permissions apply, or the reason why that cannot be done here. */
function boundByPermissions(): string[] | string {
  if (process.getuid?.() !== 0) return process.getuid ? [] : 'this system has no such permissions';
  const [program = '', ...args] = [
    ...BOUND,
    process.execPath,
    '-e',
    'require("fs").accessSync("package.json")',
  ];
  const { status, error } = spawnSync(program, args);
  if (error) return 'the administrator may write anywhere, and setpriv is not installed';
  return status === 0
    ? BOUND
    : 'the administrator may read this folder only by the right that would be taken away';
}

/** `before`: the prefix of the program on the command line. */
function start(folder: string, env: Record<string, string> = {}, before: string[] = []): Promise<Said> {
  const [program = '', ...args] = [...before, process.execPath, bundledProgram('src/server/main.ts')];
  const child = spawn(program, args, {
    env: { ...process.env, PORT: '0', NODE_ENV: 'production', CERCHI_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Cerchi is open.')) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'cerchi-start-'));
const written = (): string => {
  const folder = folderOf();
  openStore(join(folder, 'cerchi.sqlite')).$client.close();
  return folder;
};
const wordless = (said: string) => expect(said).not.toMatch(/\n\s+at .+:\d+/);

describe('it cannot start, and says why', () => {
  it('a folder another server holds', async () => {
    const folder = written();
    const letGo = holdFolder(folder);
    const { code, said } = await start(folder);
    letGo();
    expect([code, said]).toEqual([3, expect.stringContaining('in use by another process')]);
    wordless(said);
  });

  it('a database somebody has locked', async () => {
    const folder = written();
    const other = new Database(join(folder, 'cerchi.sqlite'));
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const { code, said } = await start(folder);
    other.close();
    expect([code, said]).toEqual([3, expect.stringContaining('in use by another process')]);
    wordless(said);
  });

  it('a folder written by a newer version', async () => {
    const folder = folderOf();
    const { $client } = openStore(join(folder, 'cerchi.sqlite'));
    $client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
    $client.close();
    const { code, said } = await start(folder);
    expect([code, said]).toEqual([3, expect.stringContaining('newer version of Cerchi')]);
    wordless(said);
  });

  const before = boundByPermissions();
  const cannot = typeof before === 'string' ? ` (skipped: ${before})` : '';
  it.skipIf(cannot)(`a folder that may not be written${cannot}`, async () => {
    const folder = written();
    chmodSync(folder, 0o555);
    chmodSync(join(folder, 'cerchi.sqlite'), 0o444);
    const { code, said } = await start(folder, {}, before as string[]);
    chmodSync(folder, 0o755);
    expect([code, said]).toEqual([3, expect.stringContaining('cannot be written')]);
    wordless(said);
  });

  it('a file that is no database', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'cerchi.sqlite'), 'tutt’altra cosa, più lunga di cento caratteri '.repeat(9));
    const { code, said } = await start(folder);
    expect([code, said]).toEqual([3, expect.stringContaining('The file is damaged')]);
    wordless(said);
  });

  it('a port in use', async () => {
    const first = await startApp();
    const folder = folderOf();
    const { code, said } = await start(folder, { PORT: new URL(first.url).port, HOST: '127.0.0.1' });
    await first.stop();
    expect([code, said]).toEqual([4, expect.stringContaining('already in use')]);
    wordless(said);
    rmSync(folder, { recursive: true });
  });
});

describe.skipIf(noShim() !== null)('it cannot start for its disk', () => {
  const WORDS = {
    full: 'The disk is full',
    'read-only': 'cannot be written',
    gone: 'does not answer',
  } as const;
  it.each(TROUBLES.filter((t) => t !== 'slow'))('%s', async (trouble) => {
    const disk = obedientDisk();
    openStore(join(disk.folder, 'cerchi.sqlite')).$client.close();
    disk.turn(trouble);
    const { code, said } = await start(disk.folder, disk.env);
    disk.remove();
    expect([code, said]).toEqual([3, expect.stringContaining(WORDS[trouble as keyof typeof WORDS])]);
    wordless(said);
  });
});
