/** Lets one process at a time build this checkout: two would write the same folders. */
import { join } from 'node:path';
import { holdFile } from '../../../db/folder-lock';
import { CannotOpen } from '../../../db/open';
import { projectRoot } from '../files/project-root';

/** Exit code of a build for `npm start` that waited for another one: the start looks whether anything is left to build. */
export const WAITED = 75;
/** Longer than a build takes on a slow machine, in ms. */
const LONGEST = 3_600_000;
/** Outside the folders that a build empties. */
const LOCK = join(projectRoot, 'node_modules/.cerchi-build');

/** Takes the lock; says so and waits where another process has it. Throws CannotOpen. */
export function holdBuild(file = LOCK): { waited: boolean; letGo: () => void } {
  try {
    return { waited: false, letGo: holdFile(file, 'the build') };
  } catch (e) {
    if (!(e instanceof CannotOpen && e.why === 'locked')) throw e;
    console.log('Another process is preparing the pages. Waiting for it…');
    return { waited: true, letGo: holdFile(file, 'the build', LONGEST) };
  }
}
