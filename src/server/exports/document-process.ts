/**
 * Writes documents in a separate process, one at a time: typesetting a long record takes seconds, and the server must
 * not block. The process stays for a while, for the next form of the same book.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { withLowPriority } from '../files/low-priority';
import { programArguments } from '../files/project-root';
import type { OfficeDetails } from '@/protocol/office-details';
import type { Job } from './write-document';

/** A file of a path, read from the log on disk. `database`: the store's address; `now`: epoch milliseconds. */
export type PathFileJob = {
  dataFolder: string;
  database: string;
  stream: string;
  file: string;
  lang: string;
  office: OfficeDetails;
  publicUrl: string | null;
  now: number;
  /** Changes when anything in the path's files may have changed. */
  key: string;
};

/** Time without a job after which the process ends and gives its memory back, in ms. */
const IDLE = 20_000;

let turn: Promise<unknown> = Promise.resolve();
let writer: ChildProcess | null = null;
let ending: NodeJS.Timeout | undefined;

export const writeApart = (job: Job): Promise<Uint8Array> => inTurn(job);

/** Null when the path has no such file. */
export const pathFileInChild = (
  job: PathFileJob,
): Promise<{ name: string; type: string; body: Uint8Array } | null> => inTurn(job);

function inTurn<T>(job: Job | PathFileJob): Promise<T> {
  const written = turn.then(() => run<T>(job));
  turn = written.catch(() => {});
  return written;
}

function start(): ChildProcess {
  const started = spawn(process.execPath, programArguments('document-child'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    // Typst would take every core, and the hall needs one.
    env: { ...process.env, RAYON_NUM_THREADS: '1' },
  });
  withLowPriority(started);
  started.once('exit', () => {
    if (writer === started) writer = null;
  });
  return started;
}

/** A waiting process keeps no server alive that has nothing else to do. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  ending = setTimeout(() => {
    writer = null;
    child.disconnect();
  }, IDLE).unref();
}

function run<T>(job: Job | PathFileJob): Promise<T> {
  clearTimeout(ending);
  writer ??= start();
  const child = writer;
  child.ref();
  child.channel?.ref();
  return new Promise((resolve, reject) => {
    const fail = (why: unknown): void => {
      child.off('message', done);
      if (writer === child) writer = null;
      reject(
        why instanceof Error
          ? why
          : new Error(`the ${'file' in job ? job.file : job.form} was not written (${why})`),
      );
    };
    const done = (made: T): void => {
      child.off('exit', fail).off('error', fail);
      rest(child);
      resolve(made);
    };
    child
      .once('message', done as (made: unknown) => void)
      .once('exit', fail)
      .once('error', fail);
    child.send(job, (error) => error && fail(error));
  });
}
