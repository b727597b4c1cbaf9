/** The contents of a gathering's book, as anyone may see it. */
import { givenBack } from '@/domain/programming/public-outcomes';
import { saidAlong } from '@/domain/programming/source-text';
import type { Book } from '@/reports/documents/proceedings';
import { gatheringsOf, lookupAlong, pathsOf } from '../streams/path-gatherings';
import type { StreamRow, Streams } from '../streams/streams';
import { gatheringData } from './export-data';

/** All of a book but the words of its language. */
export type BookData = Omit<Book, 'say'>;

/** Without withheld texts, and with names only where people signed. */
export const bookData = (streams: Streams, row: StreamRow, publicUrl: string | null): BookData => ({
  data: gatheringData(streams, row, true),
  address: publicUrl ? `${publicUrl.replace(/\/$/, '')}/atti/${row.code}` : null,
  givenBack: pathsOf(streams, row).map((p) => {
    const path = streams.path(p).whole();
    return givenBack(path, lookupAlong(streams, p), saidAlong(path, gatheringsOf(streams, p)));
  }),
});
