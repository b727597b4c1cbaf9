/** Tables of the database. The log is the source of truth; seats hold the erasable data; the rest are indexes. */
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One line per fact. Triggers (see migrations) refuse UPDATE outside the one maintenance path, and DELETE except of a
 * rehearsal.
 */
export const facts = sqliteTable(
  'facts',
  {
    stream: text().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    v: integer().notNull(),
    /** Epoch milliseconds, the server's clock. */
    at: integer().notNull(),
    by: text().notNull(),
    via: text(),
    origin: text().notNull(),
    saidAt: integer('said_at'),
    cmd: text().notNull(),
    data: text().notNull(),
    /** CRC-32 of all the others, computed when it was written. Null in a line from before lines had a check. */
    seal: integer(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] })],
);

/** The streams and their public codes. */
export const streams = sqliteTable('streams', {
  id: text().primaryKey(),
  kind: text({ enum: ['gathering', 'path'] }).notNull(),
  code: text().notNull().unique(),
  path: text(),
  demo: integer({ mode: 'boolean' }).notNull().default(false),
  /** A rehearsal, deleted afterwards: part of no path, and the only log that may be deleted. */
  rehearsal: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
});

/**
 * The folded state of a stream at a number, encrypted, so that a start folds only the facts after it (decision 54). Never a
 * source of truth: any row may be deleted at any time.
 */
export const storedStates = sqliteTable('stored_states', {
  stream: text().primaryKey(),
  seq: integer().notNull(),
  /** Of the authors' key that encrypts it. */
  epoch: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/** The personal part of a seat. Erasing a person empties this row; the log then speaks of "a participant". */
export const seats = sqliteTable(
  'seats',
  {
    id: text().primaryKey(),
    stream: text().notNull(),
    label: text(),
    recoveryHash: text('recovery_hash'),
    /** Grows with each change in this stream, so that a phone asks only for newer labels. */
    rev: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    erasedAt: integer('erased_at'),
    /** Cookies carry it; raising it ends the seat on every device that carries an older one. */
    epoch: integer().notNull().default(1),
  },
  (t) => [index('seats_stream').on(t.stream, t.rev), index('seats_recovery').on(t.stream, t.recoveryHash)],
);

/** Accounts of the office and helpers: they enter by one-time links and set a passphrase. */
export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  role: text({ enum: ['helper', 'facilitator', 'planner', 'owner'] }).notNull(),
  passphrase: text().notNull(),
  /** Sealed cookies carry it; raising it signs every device out. */
  epoch: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
  /** The one gathering or path this account is for, as its id; null for the whole installation. */
  scope: text(),
  /** The time when it expires, in epoch ms. */
  endsAt: integer('ends_at'),
});

/** Devices signed in to an account; an ended one stays signed out, also with a copy of its cookie. */
export const entries = sqliteTable(
  'entries',
  {
    id: text().primaryKey(),
    account: text().notNull(),
    /** The device's own description, shortened. */
    device: text().notNull(),
    at: integer().notNull(),
    endedAt: integer('ended_at'),
  },
  (t) => [index('entries_account').on(t.account)],
);

/** One-time links, stored only as hashes. */
export const links = sqliteTable('links', {
  hash: text().primaryKey(),
  purpose: text({ enum: ['setup', 'invite', 'reset', 'completion'] }).notNull(),
  role: text({ enum: ['helper', 'facilitator', 'planner', 'owner'] }),
  /** Account for a reset; stream/topic for a completion. */
  target: text(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  /** For an invitation: the gathering or path the account will be for, and its end. */
  scope: text(),
  endsAt: integer('ends_at'),
});

/** Photographs, by the hash of their content; the bytes are stored beside the database. */
export const photos = sqliteTable('photos', {
  hash: text().primaryKey(),
  stream: text().notNull(),
  type: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: integer().notNull(),
  createdAt: integer('created_at').notNull(),
  thumb: blob({ mode: 'buffer' }),
});

/** The audit trail that the owner reads: sign-ins, role changes, hiding, exports, erasures. */
export const audit = sqliteTable('audit', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  who: text().notNull(),
  what: text().notNull(),
  about: text().notNull(),
});

/** Texts the office may change (privacy notice, contacts), and the maintenance switch of the log's triggers. */
export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });
