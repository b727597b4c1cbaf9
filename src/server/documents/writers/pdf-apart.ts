/** Writes PDFs in a process of their own, one at a time: setting a long record takes seconds that a live room has not. */
import { spawn } from 'node:child_process';
import type { Doc } from '@/reports/document';
import { programArguments } from '../../files/project-root';

let turn: Promise<unknown> = Promise.resolve();

export function pdfApart(doc: Doc): Promise<Uint8Array> {
  const written = turn.then(() => write(doc));
  turn = written.catch(() => {});
  return written;
}

function write(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, programArguments('pdf-child'), {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    worker.stdout.on('data', (c: Buffer) => chunks.push(c));
    worker.on('error', reject);
    worker.on('close', (code) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(chunks)));
      else reject(new Error(`the PDF was not written (${code})`));
    });
    worker.stdin.on('error', reject);
    worker.stdin.end(JSON.stringify(doc));
  });
}
