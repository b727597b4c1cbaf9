/**
 * Reads sheets in a separate process, one at a time: a workbook of thousands of rows takes longer than a live server
 * can wait.
 */
import { spawn } from 'node:child_process';
import { withLowPriority } from '../files/low-priority';
import { programArguments } from '../files/project-root';
import type { Unreadable } from './spreadsheet';

/** Exit code of a child that says why a file cannot be read: EX_DATAERR of sysexits.h. */
export const UNREADABLE = 65;
/** A read table as the child wrote it, in JSON: this process only passes it on. */
export type TableJson = { json: Buffer };

/** A file that is not read within this time is given up, in milliseconds. */
const PATIENCE = 20_000;
let turn: Promise<unknown> = Promise.resolve();

export function readTableInChild(bytes: Uint8Array): Promise<TableJson | Unreadable> {
  const read = turn.then(() => run(bytes));
  turn = read.catch(() => {});
  return read;
}

function run(bytes: Uint8Array): Promise<TableJson | Unreadable> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, programArguments('spreadsheet-child'), {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: PATIENCE,
    });
    withLowPriority(child);
    const chunks: Buffer[] = [];
    const unreadable = () => resolve({ unreadable: 'binary' });
    child.stdout.on('data', (c: Buffer) => chunks.push(c));
    child.on('error', unreadable);
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      const json = Buffer.concat(chunks);
      if (code === 0) resolve({ json });
      else if (code === UNREADABLE) resolve(JSON.parse(json.toString()) as Unreadable);
      else unreadable();
    });
    child.stdin.end(bytes);
  });
}
