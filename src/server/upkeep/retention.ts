/** Identifiers are kept for a set time and no longer: labels and recovery codes of gatherings long over, and their leftovers. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Labels } from '@/protocol/wire';
import { settings } from '../../../db/schema';
import type { Accounts } from '../identity/accounts';
import { photoFolderIn, shownPhotos } from '../files/photo-files';
import type { Streams, StreamRow } from '../streams/streams';

const RETENTION = 'retention_days';
const DEFAULT_DAYS = 90;
export const LONGEST_DAYS = 3650;
const DAY = 86_400_000;

export function retentionDays(streams: Streams): number {
  const kept = streams.store.select().from(settings).where(eq(settings.key, RETENTION)).get()?.value;
  const days = Number(kept);
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS ? days : DEFAULT_DAYS;
}

export function setRetentionDays(streams: Streams, days: number): void {
  const value = String(days);
  streams.store
    .insert(settings)
    .values({ key: RETENTION, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
    .run();
}

/** When its identifiers go: `days` after its last day, or after the last thing written in it where that came later. */
function goesAt(streams: Streams, row: StreamRow, days: number): number {
  const { at } = streams.store.$client
    .prepare('SELECT coalesce(max(at), 0) AS at FROM facts WHERE stream = ?')
    .get(row.id) as { at: number };
  const last = streams.gathering(row).whole().days.at(-1);
  const over = last === undefined ? 0 : Date.parse(`${last}T24:00:00Z`);
  return Math.max(at, row.createdAt, over) + days * DAY;
}

/** Demonstrations are of invented people, and stay. */
const keepsPeople = (row: StreamRow): boolean => row.kind === 'gathering' && !row.demo;

/** Of each gathering: how many are still named, and when that ends by itself (null for a demonstration). */
export type Keeping = { code: string; title: string; people: number; goesAt: number | null };

export const keeping = (streams: Streams, days = retentionDays(streams)): Keeping[] =>
  streams
    .all()
    .filter((row) => row.kind === 'gathering')
    .map((row) => ({
      code: row.code,
      title: streams.gathering(row).whole().title,
      people: streams.seats.count(row.id),
      goesAt: keepsPeople(row) ? goesAt(streams, row, days) : null,
    }));

export type Retained = { code: string; people: number };

/** What is due is done, and said in the audit trail; nothing is asked of anybody. */
export function retain(
  streams: Streams,
  accounts: Accounts,
  folder: string,
  days = retentionDays(streams),
  told: (row: StreamRow, labels: Labels) => void = () => {},
): Retained[] {
  const now = streams.clock();
  const done: Retained[] = [];
  for (const row of streams.all()) {
    if (!keepsPeople(row) || now < goesAt(streams, row, days)) continue;
    const { labels } = streams.seats.labelled(row.id, 'all');
    const people = streams.seats.emptyAll(row.id);
    if (people === 0) continue;
    told(row, Object.fromEntries(Object.keys(labels).map((seat) => [seat, null])));
    accounts.note('custodian', 'identifiers_removed', `${row.code} ${people}`);
    done.push({ code: row.code, people });
  }
  accounts.forget(now - days * DAY);
  dropLostPhotos(streams, folder, now);
  return done;
}

/** Photographs that no report shows any more, or that were sent and never attached, a day later. */
function dropLostPhotos(streams: Streams, folder: string, now: number): void {
  const shelf = photoFolderIn(folder);
  if (!existsSync(shelf) || streams.damaged().length > 0) return;
  const old = readdirSync(shelf).filter((name) => now - statSync(join(shelf, name)).mtimeMs > DAY);
  if (old.length === 0) return;
  const shown = shownPhotos(streams);
  for (const name of old) if (!shown.has(name.replace('.webp', ''))) rmSync(join(shelf, name));
}
