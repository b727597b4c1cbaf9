/** The same tables on PostgreSQL. `n` counts rows in the order in which they came; `ownership` says which process may write. */
import {
  bigint,
  bigserial,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';

/** Epoch milliseconds. Not a whole number always: a clock that counts lived time gives fractions. */
const moment = (name?: string) => (name ? doublePrecision(name) : doublePrecision());
const whole = () => bigint({ mode: 'number' });
const counted = () => bigserial({ mode: 'number' });

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Triggers (see migrations) refuse UPDATE outside the maintenance path, DELETE of anything but a rehearsal, and TRUNCATE. */
export const facts = pgTable(
  'facts',
  {
    stream: text().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    v: integer().notNull(),
    at: moment().notNull(),
    by: text().notNull(),
    via: text(),
    origin: text().notNull(),
    saidAt: moment('said_at'),
    cmd: text().notNull(),
    /** JSON as it was written, letter by letter: what is signed over the log must stay the same. */
    data: text().notNull(),
    seal: whole(),
    /** The epoch of the process that wrote the line. */
    epoch: whole().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] })],
);

export const streams = pgTable('streams', {
  n: counted(),
  id: text().primaryKey(),
  kind: text({ enum: ['gathering', 'path'] }).notNull(),
  code: text().notNull().unique(),
  path: text(),
  demo: boolean().notNull().default(false),
  rehearsal: boolean().notNull().default(false),
  createdAt: moment('created_at').notNull(),
});

export const storedStates = pgTable('stored_states', {
  stream: text().primaryKey(),
  seq: integer().notNull(),
  epoch: integer().notNull(),
  bytes: bytes().notNull(),
});

export const seats = pgTable(
  'seats',
  {
    id: text().primaryKey(),
    stream: text().notNull(),
    label: text(),
    recoveryHash: text('recovery_hash'),
    rev: integer().notNull(),
    createdAt: moment('created_at').notNull(),
    erasedAt: moment('erased_at'),
    epoch: moment().notNull().default(1),
  },
  (t) => [index('seats_stream').on(t.stream, t.rev), index('seats_recovery').on(t.stream, t.recoveryHash)],
);

export const accounts = pgTable('accounts', {
  n: counted(),
  id: text().primaryKey(),
  name: text().notNull().unique(),
  role: text({ enum: ['helper', 'facilitator', 'planner', 'owner'] }).notNull(),
  passphrase: text().notNull(),
  epoch: integer().notNull().default(1),
  createdAt: moment('created_at').notNull(),
  revokedAt: moment('revoked_at'),
  scope: text(),
  endsAt: moment('ends_at'),
});

export const entries = pgTable(
  'entries',
  {
    id: text().primaryKey(),
    account: text().notNull(),
    device: text().notNull(),
    at: moment().notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [index('entries_account').on(t.account)],
);

export const links = pgTable('links', {
  hash: text().primaryKey(),
  purpose: text({ enum: ['setup', 'invite', 'reset', 'completion'] }).notNull(),
  role: text({ enum: ['helper', 'facilitator', 'planner', 'owner'] }),
  target: text(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  scope: text(),
  endsAt: moment('ends_at'),
});

export const audit = pgTable('audit', {
  id: counted().primaryKey(),
  at: moment().notNull(),
  who: text().notNull(),
  what: text().notNull(),
  about: text().notNull(),
});

export const settings = pgTable('settings', { key: text().primaryKey(), value: text().notNull() });

/** Files that whoever takes the database over needs: photographs, keys sealed by the secret, lines of the journal of erasures. */
export const files = pgTable('files', {
  name: text().primaryKey(),
  at: moment().notNull(),
  bytes: bytes().notNull(),
});

/** One row for each unit that a process may own. Whoever takes it raises the epoch, and whoever had it can write no more. */
export const ownership = pgTable('ownership', {
  unit: text().primaryKey(),
  epoch: whole().notNull(),
  /** The last epoch whose process gave the database away; whoever follows need not wait for its lease to end. */
  released: whole(),
});
