/** Journal of erasures, by id only, beside the database: a restored older backup is erased again from it. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { FileStore } from '../files/sealed-files';
import type { SettingStore } from '../database/store';
import { shareErasure } from '../files/shared-files';
import { TargetKind } from '@/domain/gathering/moderation';

const JournalLine = z.union([
  z.object({ at: z.number(), stream: z.string(), seat: z.string() }),
  /**
   * Everything but the sector, for everybody who joined up to this number: it was not yet known that there are minors.
   */
  z.object({ at: z.number(), stream: z.string(), upTo: z.number() }),
  z.object({ at: z.number(), stream: z.string(), what: z.enum(TargetKind.options), id: z.string() }),
]);
export type ErasureEntry = z.infer<typeof JournalLine>;

const fileIn = (folder: string): string => join(folder, 'forgotten.jsonl');

/** On disk before anything else is done, so that a crash midway is completed at the next start. */
export function recordErasure(folder: string, line: ErasureEntry, files: FileStore | null): void {
  const text = JSON.stringify(line);
  if (files) shareErasure(files, text, line.at);
  const fd = openSync(fileIn(folder), 'a', 0o600);
  try {
    writeSync(fd, `${text}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** A line torn by a power cut is left out. */
export function readErasures(folder: string): ErasureEntry[] {
  if (!existsSync(fileIn(folder))) return [];
  return readFileSync(fileIn(folder), 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [JournalLine.parse(JSON.parse(text))];
      } catch {
        return [];
      }
    });
}

/** The setting in which a database says which erasures it has: how many lines of the journal, and their digest. */
const REPEATED = 'erasures_repeated';

const digestOf = (lines: readonly ErasureEntry[], count: number): string =>
  `${count} ${createHash('sha256')
    .update(JSON.stringify(lines.slice(0, count)))
    .digest('base64url')}`;

/**
 * Number of lines, from the first, that need not be repeated. It is said in the database itself, so an older copy says
 * less; a journal with another beginning is repeated from its first line.
 */
export function repeatedLines(settings: SettingStore, lines: readonly ErasureEntry[]): number {
  const kept = settings.get(REPEATED) ?? '';
  const count = Number.parseInt(kept, 10);
  return count <= lines.length && kept === digestOf(lines, count) ? count : 0;
}

export function markRepeated(settings: SettingStore, lines: readonly ErasureEntry[], count: number): void {
  settings.set(REPEATED, digestOf(lines, count));
}
