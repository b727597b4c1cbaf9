/** Programs beside the server give way to it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { withLowPriority } from '@/server/files/low-priority';
import { filesIn, src } from '../graph';

it('a program beside the server has a lower priority than the server', () => {
  const child = withLowPriority(spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']));
  expect(getPriority(child.pid)).toBeGreaterThan(getPriority());
  child.kill();
});

it('so has each one that the running server starts', () => {
  const starting = filesIn(src)
    .filter((file) => /server\/(?!build\/)/.test(relative(src, file)))
    .filter((file) => /\bspawn\(/.test(readFileSync(file, 'utf8')));
  expect(starting.map((file) => relative(src, file)).sort()).toEqual([
    'server/exports/document-process.ts',
    'server/imports/spreadsheet-process.ts',
    'server/upkeep/scheduled-backups.ts',
  ]);
  for (const file of starting) expect(readFileSync(file, 'utf8'), file).toMatch(/\n +withLowPriority\(/);
});
