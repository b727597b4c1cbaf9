/**
 * Encrypts the authors in older copies of the database, in place where they are available; the others are named in a
 * warning.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorKeys } from '../log/author-keys';
import { upgradeCopy } from '../log/author-upgrade';

/**
 * The copies in the data folder and in the folder of automatic copies: scheduled ones, those left by an upgrade, those
 * moved aside by a restore.
 */
function copiesIn(folder: string, into: string): string[] {
  const within = (of: string, shape: RegExp): string[] =>
    existsSync(of)
      ? readdirSync(of)
          .filter((name) => shape.test(name))
          .map((name) => join(of, name))
      : [];
  return [
    ...within(into, /^cerchi-.+\.backup$/),
    ...within(folder, /^cerchi\.sqlite\.before-upgrade-\d+$/),
    ...within(folder, /^before-restore-/)
      .map((aside) => join(aside, 'cerchi.sqlite'))
      .filter(existsSync),
  ];
}

/** Returns how many were changed; `warn` is called for each that could not be read, which may still name authors. */
export function upgradeCopies(
  folder: string,
  into: string,
  keys: AuthorKeys,
  now: number,
  warn: (what: string, error: unknown) => void,
): number {
  let done = 0;
  for (const file of copiesIn(folder, into))
    try {
      if (upgradeCopy(file, keys, now) > 0) done += 1;
    } catch (e) {
      warn(`${file} could not be read: it may still tell who did what in secret. Delete it`, e);
    }
  return done;
}
