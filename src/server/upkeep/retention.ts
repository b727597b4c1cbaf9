/**
 * Retention: deletes labels and recovery codes of gatherings long over, and leftovers, after a set time that really
 * passed.
 */
import { existsSync, readdirSync } from 'node:fs';
import * as z from 'zod';
import { RETENTION_DAYS_MAX } from '@/domain/words';
import type { Labels } from '@/protocol/wire';
import type { Accounts } from '../identity/accounts';
import { photoFolderIn, removePhoto, shownPhotos } from '../files/photo-files';
import type { Streams, StreamRow } from '../streams/streams';

const RETENTION = 'retention_days';
const DEFAULT_DAYS = 90;
const DAY = 86_400_000;

export function retentionDays(streams: Streams): number {
  const kept = streams.store.settings.get(RETENTION);
  const days = Number(kept);
  return Number.isInteger(days) && days >= 1 && days <= RETENTION_DAYS_MAX ? days : DEFAULT_DAYS;
}

export function setRetentionDays(streams: Streams, days: number): void {
  streams.store.settings.set(RETENTION, String(days));
}

/** A line written under a wrong clock is dated by when retention first saw it instead. In ms. */
const PLAUSIBLE = { before: 5 * DAY, after: DAY };

/**
 * The moment its identifiers are deleted, in epoch ms: `days` after its last day, or after its last line where that
 * came later. `met` is when retention first saw its last line, by a clock that does not jump.
 */
function goesAt(streams: Streams, row: StreamRow, days: number, met: Met): number {
  const { seq, at } = streams.gathering(row).last;
  const seen = met.get(row.id);
  const dated = (moment: number): number => {
    if (seen?.seq !== seq) return moment;
    const plausible = moment >= seen.at - PLAUSIBLE.before && moment <= seen.at + PLAUSIBLE.after;
    return plausible ? moment : seen.at;
  };
  const last = streams.gathering(row).whole().days.at(-1);
  const over = last === undefined ? 0 : Date.parse(`${last}T24:00:00Z`);
  return Math.max(dated(at), Math.min(row.createdAt, dated(at)), over) + days * DAY;
}

/** By stream: its last line, and when retention first saw it. */
type Met = Map<string, { seq: number; at: number }>;
const MET = 'retention_met';
const MetShape = z.array(z.tuple([z.string(), z.object({ seq: z.number(), at: z.number() })]));

const readMet = (streams: Streams): Met | null => {
  const kept = streams.store.settings.get(MET);
  return kept === null ? null : new Map(MetShape.parse(JSON.parse(kept)));
};

/** Records the streams that were written to since the last round; before the first round, the log's own times count. */
function meet(streams: Streams, now: number): Met {
  const before = readMet(streams);
  const met: Met = new Map();
  for (const row of withPeople(streams)) {
    const { seq, at } = streams.gathering(row).last;
    const kept = before?.get(row.id);
    met.set(row.id, kept?.seq === seq ? kept : { seq, at: before ? now : Math.min(at, now) });
  }
  const value = JSON.stringify([...met]);
  if (before === null || value !== JSON.stringify([...before])) streams.store.settings.set(MET, value);
  return met;
}

/** Demonstrations are of invented people, and stay. */
const keepsPeople = (row: StreamRow): boolean => row.kind === 'gathering' && !row.demo;
const withPeople = (streams: Streams): StreamRow[] => streams.readable(streams.all().filter(keepsPeople));

/** Of each gathering: how many are still named, and when that ends (null for a demonstration). */
export type Keeping = { code: string; title: string; people: number; goesAt: number | null };

export function keeping(streams: Streams, days = retentionDays(streams)): Keeping[] {
  const met = readMet(streams) ?? new Map();
  return streams.readable(streams.all().filter((row) => row.kind === 'gathering')).map((row) => ({
    code: row.code,
    title: streams.gathering(row).whole().title,
    people: streams.seats.count(row.id),
    goesAt: keepsPeople(row) ? goesAt(streams, row, days, met) : null,
  }));
}

export type Retained = { code: string; people: number };

/**
 * Deletes what is due, with a line in the audit trail. `now` must come from a clock that does not jump
 * (trusted-clock.ts): deleted data never comes back.
 */
export function retain(
  streams: Streams,
  accounts: Accounts,
  folder: string,
  days = retentionDays(streams),
  told: (row: StreamRow, labels: Labels) => void = () => {},
  now = streams.clock(),
): Retained[] {
  const met = meet(streams, now);
  const done: Retained[] = [];
  for (const row of withPeople(streams)) {
    if (now < goesAt(streams, row, days, met)) continue;
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

const LOST = 'photos_lost';
const LostShape = z.array(z.tuple([z.string(), z.number()]));

/**
 * Photographs that no report shows, a day after retention first saw them so: their own dates may be of a wrong clock.
 */
function dropLostPhotos(streams: Streams, folder: string, now: number): void {
  const shelf = photoFolderIn(folder);
  if (!existsSync(shelf)) return;
  const { settings } = streams.store;
  const kept = settings.get(LOST) ?? '[]';
  const before = new Map(LostShape.parse(JSON.parse(kept)));
  const shown = shownPhotos(streams);
  if (streams.damaged().length > 0) return;
  const lost = new Map<string, number>();
  for (const name of readdirSync(shelf)) {
    if (shown.has(name.replace('.webp', ''))) continue;
    const since = Math.min(before.get(name) ?? now, now);
    if (now - since > DAY) removePhoto(streams, folder, name);
    else lost.set(name, since);
  }
  const value = JSON.stringify([...lost]);
  if (value !== kept) settings.set(LOST, value);
}
