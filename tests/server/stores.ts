/** The stores that the contract suite runs against: each opens an empty one, and the same one again. */
import { join } from 'node:path';
import { readStore } from '@/server/database/data-folder';
import { openPostgresStore, startStoreThread } from '@/server/database/postgres-store';
import { openStore } from '@/server/database/sqlite-store';
import type { Store } from '@/server/database/store';
import { newFolder } from './house';
import { freshDatabase, whyNoPostgres } from './postgres-cluster';

export type Engine = {
  name: string;
  /** An empty store of its own, how another process would open it later, and how it would read it meanwhile. */
  fresh(): Promise<{ store: Store; again: () => Promise<Store>; beside: () => Promise<Store> }>;
};

const sqlite: Engine = {
  name: 'SQLite',
  async fresh() {
    const folder = newFolder();
    const file = join(folder, 'cerchi.sqlite');
    const store = openStore(file);
    return {
      store,
      again: async () => {
        store.close();
        return openStore(file);
      },
      beside: () => readStore(folder, store.address ?? ''),
    };
  },
};

const postgres: Engine = {
  name: 'PostgreSQL',
  async fresh() {
    await startStoreThread();
    const url = await freshDatabase();
    const open = () => openPostgresStore(url, join(newFolder(), 'keys'), null);
    const store = open();
    return {
      store,
      again: async () => {
        store.close();
        return open();
      },
      beside: () => readStore(newFolder(), store.address ?? ''),
    };
  },
};

const sqliteAlone = process.env.DATABASES === 'SQLite';
if (whyNoPostgres && !sqliteAlone) console.warn(whyNoPostgres);
export const engines: Engine[] = whyNoPostgres || sqliteAlone ? [sqlite] : [sqlite, postgres];
