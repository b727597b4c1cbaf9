/** Finds the project's folder and its programs, from the sources and from the built server alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the built server's programs, inside the project. */
export const BUILT = 'dist';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json was not found above the program');
  return findRoot(above);
}

const thisFolder = dirname(fileURLToPath(import.meta.url));

/** The folder that holds package.json, as an absolute path. */
export const projectRoot: string = findRoot(thisFolder);

/** True in the built server, false where it runs from its sources. */
export const isBuilt = thisFolder.startsWith(join(projectRoot, BUILT));

const SOURCES = {
  cli: 'src/cli/cli.ts',
  'document-child': 'src/server/exports/document-child.ts',
  'spreadsheet-child': 'src/server/imports/spreadsheet-child.ts',
} as const;

/**
 * Arguments for node that run one of our programs in its own process: the built program beside a built server, else its
 * source through tsx.
 */
export const programArguments = (name: keyof typeof SOURCES): string[] =>
  isBuilt ? [join(projectRoot, BUILT, `${name}.js`)] : ['--import', 'tsx', join(projectRoot, SOURCES[name])];
