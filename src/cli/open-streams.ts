/** Opens the logs for a verb of the command line, in the data folder or on a database server. */
import { readConfig } from '@/server/config';
import { onServer } from '@/server/database/data-folder';
import { isPostgres } from '@/server/database/postgres-store';
import { readSecret } from '@/server/files/secret';
import { openStore } from '@/server/database/sqlite-store';
import { Streams } from '@/server/streams/streams';

/** Beside a running server; `writing` a database on a server must be free. */
export function openStreams(writing = false): Streams {
  const { database, folder } = readConfig();
  const store = isPostgres(database)
    ? onServer(folder, database, !writing)
    : openStore(database, { mustExist: true });
  return new Streams(store, readSecret(folder));
}
