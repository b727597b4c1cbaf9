/** Identifiers are kept for a set time and no longer: labels and recovery codes of gatherings long over, and their leftovers. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Labels } from '@/protocol/wire';
import { settings } from '../../db/schema';
import type { Accounts } from './doors/accounts';
import type { Rooms, StreamRow } from './rooms';

export const RETENTION = 'retention_days';
export const DEFAULT_DAYS = 90;
const DAY = 86_400_000;

export function retentionDays(rooms: Rooms): number {
  const kept = rooms.store.select().from(settings).where(eq(settings.key, RETENTION)).get()?.value;
  const days = Number(kept);
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : DEFAULT_DAYS;
}

/** Over for `days`: since its last day, or since the last thing written in it where that came later. */
function isDue(rooms: Rooms, row: StreamRow, days: number, now: number): boolean {
  if (row.kind !== 'gathering' || row.demo) return false;
  const { at } = rooms.store.$client
    .prepare('SELECT coalesce(max(at), 0) AS at FROM facts WHERE stream = ?')
    .get(row.id) as { at: number };
  if (now < Math.max(at, row.createdAt) + days * DAY) return false;
  const last = rooms.gathering(row).whole().days.at(-1);
  return last === undefined || now >= Date.parse(`${last}T24:00:00Z`) + days * DAY;
}

export type Retained = { code: string; people: number };

/** What is due is done, and said in the audit trail; nothing is asked of anybody. */
export function retain(
  rooms: Rooms,
  accounts: Accounts,
  folder: string,
  days = retentionDays(rooms),
  told: (row: StreamRow, labels: Labels) => void = () => {},
): Retained[] {
  const now = rooms.clock();
  const done: Retained[] = [];
  for (const row of rooms.all()) {
    if (!isDue(rooms, row, days, now)) continue;
    const { labels } = rooms.seating.labelled(row.id, 'all');
    const people = rooms.seating.emptyAll(row.id);
    if (people === 0) continue;
    told(row, Object.fromEntries(Object.keys(labels).map((seat) => [seat, null])));
    accounts.note('custodian', 'identifiers_removed', `${row.code} ${people}`);
    done.push({ code: row.code, people });
  }
  accounts.forget(now - days * DAY);
  dropLostPhotos(rooms, folder, now);
  return done;
}

/** Photographs that no report shows any more, or that were sent and never attached, a day later. */
function dropLostPhotos(rooms: Rooms, folder: string, now: number): void {
  const shelf = join(folder, 'photos');
  if (!existsSync(shelf)) return;
  const old = readdirSync(shelf).filter((name) => now - statSync(join(shelf, name)).mtimeMs > DAY);
  if (old.length === 0) return;
  const shown = new Set(
    rooms
      .all()
      .filter((r) => r.kind === 'gathering')
      .flatMap((r) => Object.values(rooms.gathering(r).whole().reports))
      .flatMap((r) => r.photos.filter((p) => !p.removed).map((p) => `${p.hash}.webp`)),
  );
  for (const name of old) if (!shown.has(name)) rmSync(join(shelf, name));
}
