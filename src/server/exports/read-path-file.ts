/** Makes a file of a path from the log on disk, in another process than the server's, and keeps what it read for the next one. */
import { readSecret } from '../files/secret';
import { readStore } from '../database/data-folder';
import type { Store } from '../database/store';
import { Streams } from '../streams/streams';
import type { PathFileJob } from './document-process';
import { type PathFile, pathFile } from './path-files';
import { write } from './write-document';

type Read = { key: string; store: Store; streams: Streams; clock: { now: number } };
let last: Read | null = null;

/** Returns the streams that the last job read, if nothing has changed since; else reads the log again. */
async function streamsFor({ dataFolder, database, key, now }: PathFileJob): Promise<Streams> {
  if (last?.key !== key) {
    last?.store.close();
    last = null;
    const store = await readStore(dataFolder, database);
    const clock = { now };
    last = { key, store, clock, streams: new Streams(store, readSecret(dataFolder), () => clock.now) };
  }
  last.clock.now = now;
  return last.streams;
}

/** Throws when the database, or a log of that path, can't be read; null when the path has no such file. */
export async function readPathFile(job: PathFileJob): Promise<PathFile | null> {
  const streams = await streamsFor(job);
  const row = streams.index.byId(job.stream);
  if (!row) throw new Error(`there is no path ${job.stream}`);
  const { dataFolder: folder, publicUrl, office } = job;
  const made = await pathFile(
    { streams, folder, publicUrl, office: () => office, write },
    row,
    job.file,
    job.lang,
  );
  // As bytes: the server only sends it, and text would be decoded and encoded again there.
  return made && { ...made, body: typeof made.body === 'string' ? Buffer.from(made.body) : made.body };
}
