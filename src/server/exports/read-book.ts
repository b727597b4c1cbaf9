/** Reads a gathering's book from its log in another process than the server's: the one that writes the book. */
import { readStore } from '../database/data-folder';
import { Streams } from '../streams/streams';
import { type BookData, bookData } from './book-data';

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
