/** The contents of a gathering's book, read from its log: by the server, or by the process that writes the book. */
import { givenBack } from '@/domain/programming/public-outcomes';
import { saidAlong } from '@/domain/programming/source-text';
import type { Book } from '@/reports/documents/proceedings';
import { readStore } from '../database/data-folder';
import { gatheringsOf, lookupAlong, pathsOf } from '../streams/path-gatherings';
import { type StreamRow, Streams } from '../streams/streams';
import { gatheringData } from './export-data';

/** All of a book but the words of its language. */
export type BookData = Omit<Book, 'say'>;

/**
 * As anyone may see it: without withheld texts, and with names only where people signed.
 */
export const bookData = (streams: Streams, row: StreamRow, publicUrl: string | null): BookData => ({
  data: gatheringData(streams, row, true),
  address: publicUrl ? `${publicUrl.replace(/\/$/, '')}/atti/${row.code}` : null,
  givenBack: pathsOf(streams, row).map((p) => {
    const path = streams.path(p).whole();
    return givenBack(path, lookupAlong(streams, p), saidAlong(path, gatheringsOf(streams, p)));
  }),
});

/** Tells another process which log a book is read from. `database`: the store's address; `now`: epoch milliseconds. */
export type BookSource = {
  dataFolder: string;
  database: string;
  stream: string;
  publicUrl: string | null;
  now: number;
};

/** Throws when the database, or that gathering's log, can't be read. */
export async function readBook({
  dataFolder,
  database,
  stream,
  publicUrl,
  now,
}: BookSource): Promise<BookData> {
  const store = await readStore(dataFolder, database);
  try {
    // The secret is for codes and cookies, which no book has.
    const streams = new Streams(store, '', () => now);
    const row = streams.index.byId(stream);
    if (!row) throw new Error(`there is no gathering ${stream}`);
    return bookData(streams, row, publicUrl);
  } finally {
    store.close();
  }
}
