/** A name of the program that runs: what another program made of the same log may be something else. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, isBuilt, projectRoot } from './project-root';

/** The sources whose changes may change a folded state. */
const FOLDING = ['src/domain', 'src/server/streams', 'src/server/log'];

/**
 * The built program by its content: a chunk's name has a hash of it. The sources by size and date, since they are many. Null
 * where they are just being written.
 */
export function programHash(): string | null {
  try {
    return hashed();
  } catch {
    return null;
  }
}

function hashed(): string {
  const hash = createHash('sha256');
  if (!isBuilt) {
    for (const folder of FOLDING) hash.update(namesIn(join(projectRoot, folder), true));
    return hash.digest('base64url');
  }
  const folder = join(projectRoot, BUILT);
  hash.update(namesIn(folder, false));
  for (const name of readdirSync(folder).sort())
    if (/\.c?js$/.test(name)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('base64url');
}

function namesIn(folder: string, dated: boolean): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  return files
    .map((f) => {
      const { size, mtimeMs } = statSync(join(f.parentPath, f.name));
      return `${f.parentPath.slice(folder.length)}/${f.name} ${size} ${dated ? mtimeMs : ''}`;
    })
    .sort()
    .join('\n');
}
