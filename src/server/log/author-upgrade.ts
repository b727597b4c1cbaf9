/** Encrypts the authors of older logs once, in the database and in every available copy of it. */
import Database from 'better-sqlite3';
import type { Fact } from '@/domain/deed';
import { type AuthorKeys, isSealedAuthor } from './author-keys';
import { fingerprint } from './fingerprint';
import { sealOf } from './log-store';

/** Stores a file's progress: lines rewritten first, then its free pages emptied. */
const SETTING = 'authors';

/** The facts of those logs whose authors nobody may know. */
const UNSIGNED = new Set(['moved', 'interestMarked', 'dotsPlaced', 'wordSaid', 'textFlagged']);
const OF_NOTES = new Set(['noteWritten', 'noteRevised', 'noteWithdrawn', 'noteRestored']);

type LogLine = {
  seq: number;
  type: string;
  v: number;
  at: number;
  by: string;
  via: string | null;
  origin: Fact['origin'];
  said_at: number | null;
  cmd: string;
  data: string;
  seal: number | null;
};

const columnsOf = (l: LogLine) =>
  [l.seq, l.type, l.v, l.at, l.by, l.via, l.origin, l.said_at, l.cmd, l.data] as const;

/**
 * Upgrades a file: all lines in one transaction, then no byte of the old lines remains in it. After an interruption
 * anywhere it continues the next time. Returns how many lines were rewritten; 0 for a file that needs nothing. Throws
 * SQLite's errors.
 */
export function upgradeAuthors(client: Database.Database, keys: AuthorKeys, now: number): number {
  const has = (table: string) =>
    client.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!has('facts') || !has('settings') || !has('streams')) return 0;
  const reached = client.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(SETTING);
  if (reached === 'swept') return 0;
  const reach = client.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
  let rewritten = 0;
  if (reached === undefined)
    client
      .transaction(() => {
        client.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('maintenance', 'open')");
        const streams = client.prepare("SELECT id, code FROM streams WHERE kind = 'gathering'").all();
        for (const { id, code } of streams as { id: string; code: string }[])
          rewritten += unlink(client, keys, id, code, now);
        client.exec("DELETE FROM settings WHERE key = 'maintenance'");
        reach.run(SETTING, 'sealed');
      })
      .immediate();
  if (reached !== undefined || rewritten > 0) {
    client.pragma('secure_delete = ON');
    client.pragma('temp_store = MEMORY');
    client.pragma('wal_checkpoint(TRUNCATE)');
    client.exec('VACUUM');
    client.pragma('wal_checkpoint(TRUNCATE)');
  }
  reach.run(SETTING, 'swept');
  return rewritten;
}

function unlink(
  client: Database.Database,
  keys: AuthorKeys,
  stream: string,
  code: string,
  now: number,
): number {
  const sealed = client.prepare("SELECT 1 FROM pragma_table_info('facts') WHERE name = 'seal'").get();
  const lines = client
    .prepare(
      `SELECT seq, type, v, at, "by", via, origin, said_at, cmd, data, ${sealed ? 'seal' : 'NULL AS seal'} FROM facts WHERE stream = ? ORDER BY seq`,
    )
    .all(stream) as LogLine[];
  const update = client.prepare(
    `UPDATE facts SET "by" = @by, via = @via, origin = @origin, data = @data${sealed ? ', seal = @seal' : ''} WHERE stream = @stream AND seq = @seq`,
  );
  const before = structuredClone(lines);
  const anonymous = new Set<unknown>();
  const changed = lines.filter((line) => {
    if (isSealedAuthor(line.by) || !isUnsigned(line, anonymous)) return false;
    const { by, via } = line;
    line.by = keys.seal(stream, 0, line.seq, via === null ? { by } : { by, via });
    line.via = null;
    if (line.origin !== 'carta' && line.origin !== 'simulata') line.origin = 'telefono';
    return true;
  });
  const closed = changed.length > 0 ? refreeze(stream, before, lines) : null;
  if (closed) {
    changed.push(closed.line);
    client
      .prepare('INSERT INTO audit (at, who, what, about) VALUES (?, ?, ?, ?)')
      .run(now, 'custodian', 'record_resealed', `${code} ${closed.was} ${closed.is}`);
  }
  for (const line of changed) {
    const was = before.find((l) => l.seq === line.seq);
    // A line whose check fails keeps failing it.
    if (was?.seal != null && was.seal === sealOf(stream, [...columnsOf(was)]))
      line.seal = sealOf(stream, [...columnsOf(line)]);
    const { by, via, origin, data, seal, seq } = line;
    update.run(
      sealed ? { by, via, origin, data, seal, stream, seq } : { by, via, origin, data, stream, seq },
    );
  }
  return changed.length;
}

/** Of notes, only anonymous ones; an unreadable line is taken for one. */
function isUnsigned(line: LogLine, anonymous: Set<unknown>): boolean {
  if (UNSIGNED.has(line.type)) return true;
  if (!OF_NOTES.has(line.type)) return false;
  try {
    const data = JSON.parse(line.data) as { note?: unknown; anonymous?: unknown };
    if (line.type === 'noteWritten' && data.anonymous === true) anonymous.add(data.note);
    return anonymous.has(data.note);
  } catch {
    return true;
  }
}

/** A closed record keeps its fingerprint: where the old one was right, the last line gets the new one. */
function refreeze(stream: string, before: readonly LogLine[], now: readonly LogLine[]) {
  const frozen = now.findLast((l) => l.type === 'recordFrozen');
  if (!frozen) return null;
  const line =
    now.findLast((l) => l === frozen || (l.seq > frozen.seq && l.data.includes('"resealed"'))) ?? frozen;
  const data = JSON.parse(line.data) as { hash?: string; resealed?: string };
  const { upTo } = JSON.parse(frozen.data) as { upTo: number };
  const key = line === frozen ? 'hash' : 'resealed';
  const was = data[key] ?? '';
  const is = printOf(stream, now, upTo);
  if (was === is || was !== printOf(stream, before, upTo)) return null;
  line.data = JSON.stringify({ ...data, [key]: is });
  return { line, was, is };
}

/** Empty where a line cannot be read: such a log is set aside, and reported as damaged, elsewhere. */
function printOf(stream: string, lines: readonly LogLine[], upTo: number): string {
  try {
    return fingerprint({ since: () => lines.map(factOf) }, stream, upTo);
  } catch {
    return '';
  }
}

function factOf({ seq, type, v, at, by, via, origin, said_at, cmd, data }: LogLine): Fact {
  const fact: Fact = { seq, type, v, at, by, origin, cmd, data: JSON.parse(data) as unknown };
  if (via !== null) fact.via = via;
  if (said_at !== null) fact.saidAt = said_at;
  return fact;
}

/** The same for a copy of the database, in place. */
export function upgradeCopy(file: string, keys: AuthorKeys, now: number): number {
  const client = new Database(file, { fileMustExist: true, timeout: 2000 });
  try {
    return upgradeAuthors(client, keys, now);
  } finally {
    client.close();
  }
}
