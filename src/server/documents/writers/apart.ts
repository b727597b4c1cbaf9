/**
 * Writes documents in a separate process, one at a time: typesetting a long record takes seconds, and the server must
 * not block.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { programArguments } from '../../files/project-root';
import type { Job } from './write';

let turn: Promise<unknown> = Promise.resolve();

export function writeApart(job: Job): Promise<Uint8Array> {
  const written = turn.then(() => run(job));
  turn = written.catch(() => {});
  return written;
}

function run(job: Job): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, programArguments('document-child'), {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // Low priority: answers to a hall come before a book.
    if (worker.pid) setPriority(worker.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const chunks: Buffer[] = [];
    worker.stdout.on('data', (c: Buffer) => chunks.push(c));
    worker.on('error', reject);
    worker.on('close', (code) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(chunks)));
      else reject(new Error(`the ${job.form} was not written (${code})`));
    });
    worker.stdin.on('error', reject);
    worker.stdin.end(JSON.stringify(job));
  });
}
