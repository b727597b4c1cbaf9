/** The database behind small interfaces: the rest of the server names no engine. One contract suite runs against each implementation. */
import type { accounts, audit, entries, links, seats, storedStates, streams } from '../../../db/schema';
import type { FileStore } from '../files/sealed-files';
import type { AuthorKeys } from '../log/author-keys';
import type { LogStore } from '../log/log-store';

export type StreamRecord = typeof streams.$inferSelect;
export type SeatRecord = typeof seats.$inferSelect;
export type AccountRecord = typeof accounts.$inferSelect;
export type EntryRecord = typeof entries.$inferSelect;
export type LinkRecord = typeof links.$inferSelect;
export type AuditRecord = typeof audit.$inferSelect;
export type StateRecord = Omit<typeof storedStates.$inferSelect, 'bytes'> & { bytes: Uint8Array };

/** The register of streams. Codes and ids are unique: `add` throws for one that is taken. */
export interface StreamStore {
  /** In the order in which they were added. */
  all(): StreamRecord[];
  byId(id: string): StreamRecord | null;
  byCode(code: string): StreamRecord | null;
  add(row: StreamRecord): void;
  remove(id: string): void;
}

/**
 * Encrypted states of streams, so that a start folds only the facts after them (decision 54). One is deleted in the same
 * transaction in which lines of its stream are rewritten, its stream is deleted, or a fact is written that withholds something.
 */
export interface StateStore {
  get(stream: string): StateRecord | null;
  /** Replaces the one that is there. */
  put(row: StateRecord): void;
  remove(stream: string): void;
}

/** The personal part of each seat. */
export interface SeatStore {
  of(stream: string): SeatRecord[];
  add(row: Omit<SeatRecord, 'erasedAt' | 'epoch'>): void;
  remove(stream: string, id: string): void;
  change(
    stream: string,
    id: string,
    to: Partial<Pick<SeatRecord, 'label' | 'recoveryHash' | 'erasedAt' | 'rev' | 'epoch'>>,
  ): void;
  /** Deletes label and recovery code of every seat that still has a label. */
  emptyAll(stream: string, erasedAt: number, rev: number): void;
  byRecovery(stream: string, recoveryHash: string): SeatRecord | null;
}

/** People of the office: their accounts, the devices signed in to them, and one-time links. */
export interface AccountStore {
  any(): boolean;
  /** In the order in which they were made. */
  all(): AccountRecord[];
  byId(id: string): AccountRecord | null;
  byName(name: string): AccountRecord | null;
  /** Throws when the name is taken. */
  add(row: Omit<AccountRecord, 'epoch' | 'revokedAt'>): void;
  change(id: string, to: Partial<Pick<AccountRecord, 'role' | 'passphrase' | 'epoch' | 'revokedAt'>>): void;

  addLink(row: Omit<LinkRecord, 'usedAt'>): void;
  allLinks(): LinkRecord[];
  link(hash: string): LinkRecord | null;
  /** True if it was unused until now: of two requests at once only one gets true. */
  spendLink(hash: string, at: number): boolean;
  /** Uses up all unused ones of that purpose. */
  spendLinks(purpose: LinkRecord['purpose'], at: number): void;
  dropLinks(expiredBefore: number): void;

  allEntries(): EntryRecord[];
  entry(id: string): EntryRecord | null;
  addEntry(row: EntryRecord): void;
  /** Ends an entry of that account; one that is not known is noted as ended. */
  endEntry(account: string, id: string, at: number): void;
  /** `but`: the sign-in that stays. */
  endEntries(account: string, at: number, but: string): void;
  /** Those of an account that have not ended. */
  openEntries(account: string): EntryRecord[];
  dropEntries(before: number): void;
}

/** The audit trail that the owner reads. */
export interface AuditStore {
  add(line: Omit<AuditRecord, 'id'>): void;
  /** Oldest first. */
  all(): AuditRecord[];
  /** Drops lines of this kind from before a moment. */
  drop(what: string, before: number): void;
}

/** Values by key: the office's own texts, and how far some upkeep has come. */
export interface SettingStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  /** Throws when the key is there. */
  add(key: string, value: string): void;
  startingWith(prefix: string): { key: string; value: string }[];
  /** Does nothing when the key is not there. */
  remove(key: string): void;
}

/** The same calls, each answered with a promise. */
export type Later<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** Everything is durable when a call returns, or the call throws; only `log.append` may be awaited. */
export interface Store {
  readonly log: LogStore;
  readonly streams: StreamStore;
  readonly states: StateStore;
  readonly seats: SeatStore;
  readonly accounts: AccountStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  /** Files of the data folder that another process would need; null where the database is in that folder. */
  readonly files: FileStore | null;
  /** The folder of the authors' keys, outside the database; null for a database in memory, whose keys are in memory too. */
  readonly keyFolder: string | null;
  /** How another process opens the same database for reading, with `readStore`; null for a database in memory. */
  readonly address: string | null;
  /** Deletes a rehearsal whole: log, seats and name. Throws for any other stream, and deletes nothing. */
  throwAway(stream: string): void;
  /** Removes what a crash left half done: a stream or a seat that was written a moment before its first fact. */
  dropUnfinished(): void;
  /** Leaves no trace of what was rewritten or dropped in free pages of the database. */
  scrub(): void;
  /** Grows with every write. */
  changes(): number;
  /** The latest time found in the database itself, in epoch ms; 0 for an empty one. */
  lastWritten(): number;
  /** Seals the authors of a log from before they were sealed; says how many lines were rewritten. */
  upgradeAuthors(keys: AuthorKeys, now: number): number;
  /** False where another process may own the database by now: then nobody is answered, for what we know may be the past. */
  owned(): boolean;
  /** `lost` hears, once, that the database is another process's now: nothing can be written any more. */
  whenLost(lost: (why: string) => void): void;
  close(): void;
}
