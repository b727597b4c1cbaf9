/** Only its user can read the data folder: each command is a process, with the loosest umask there is. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../server/house';

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  const loose = (folder: string): string[] =>
    [
      statSync(folder).mode & 0o077 ? folder : '',
      ...readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
        const path = join(folder, e.name);
        if (e.isDirectory()) return loose(path);
        return statSync(path).mode & 0o077 ? [path] : [];
      }),
    ].filter(Boolean);

  it('is its user’s alone, whatever the umask and whatever was there', async () => {
    // A test worker cannot change its umask: a process of its own can.
    const folder = newFolder();
    chmodSync(folder, 0o777);
    mkdirSync(join(folder, 'photos'), { mode: 0o777 });
    writeFileSync(join(folder, 'photos', `${'a'.repeat(64)}.webp`), 'x', { mode: 0o666 });
    chmodSync(join(folder, 'photos'), 0o777);
    const cli = (...args: string[]) =>
      execFileSync(
        'sh',
        ['-c', `umask 000; exec "$0" --import tsx src/cli/cli.ts "$@"`, process.execPath, ...args],
        {
          env: { ...process.env, CERCHI_DATA: folder },
        },
      );
    cli('demo');
    cli('backup', join(folder, 'copies', 'one.backup'));
    cli('export', 'DEMO', '--format', 'json', '--out', join(folder, 'demo.json'));
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['cerchi.sqlite', 'secret', 'copies', 'demo.json']),
    );
    expect(loose(folder)).toEqual([]);
  });
});
