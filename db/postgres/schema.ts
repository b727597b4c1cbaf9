/** The same tables on PostgreSQL. `n` counts rows in the order in which they came; `ownership` says which process may write. */
import { bigint, bigserial, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Epoch milliseconds, and other whole numbers that JavaScript holds exactly. */
const whole = (name?: string) => (name ? bigint(name, { mode: 'number' }) : bigint({ mode: 'number' }));
const counted = () => bigserial({ mode: 'number' });

/** Triggers (see migrations) refuse UPDATE outside the maintenance path, DELETE of anything but a rehearsal, and TRUNCATE. */
export const facts = pgTable(
  'facts',
  {
    stream: text().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    v: integer().notNull(),
    at: whole().notNull(),
    by: text().notNull(),
    via: text(),
    origin: text().notNull(),
    saidAt: whole('said_at'),
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
  createdAt: whole('created_at').notNull(),
});

export const seats = pgTable(
  'seats',
  {
    id: text().primaryKey(),
    stream: text().notNull(),
    label: text(),
    recoveryHash: text('recovery_hash'),
    rev: integer().notNull(),
    createdAt: whole('created_at').notNull(),
    erasedAt: whole('erased_at'),
    epoch: whole().notNull().default(1),
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
  createdAt: whole('created_at').notNull(),
  revokedAt: whole('revoked_at'),
  scope: text(),
  endsAt: whole('ends_at'),
});

export const entries = pgTable(
  'entries',
  {
    id: text().primaryKey(),
    account: text().notNull(),
    device: text().notNull(),
    at: whole().notNull(),
    endedAt: whole('ended_at'),
  },
  (t) => [index('entries_account').on(t.account)],
);

export const links = pgTable('links', {
  hash: text().primaryKey(),
  purpose: text({ enum: ['setup', 'invite', 'reset', 'completion'] }).notNull(),
  role: text({ enum: ['helper', 'facilitator', 'planner', 'owner'] }),
  target: text(),
  expiresAt: whole('expires_at').notNull(),
  usedAt: whole('used_at'),
  scope: text(),
  endsAt: whole('ends_at'),
});

export const audit = pgTable('audit', {
  id: counted().primaryKey(),
  at: whole().notNull(),
  who: text().notNull(),
  what: text().notNull(),
  about: text().notNull(),
});

export const settings = pgTable('settings', { key: text().primaryKey(), value: text().notNull() });

/** One row for each unit that a process may own. Whoever takes it raises the epoch, and whoever had it can write no more. */
export const ownership = pgTable('ownership', {
  unit: text().primaryKey(),
  epoch: whole().notNull(),
});
