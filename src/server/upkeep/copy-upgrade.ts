/** Copies from before authors were sealed would go on telling: those at hand are unlinked in their place, the others named. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorKeys } from '../log/author-keys';
import { upgradeCopy } from '../log/author-upgrade';

/** Copies in the data folder and where automatic copies go: those, what an upgrade left, and what a restore put aside. */
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

/** Says how many were unlinked; `warn` hears of each that could not be read, which may still tell. */
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
