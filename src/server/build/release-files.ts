/** Finds the files that a release carries beside the built server, its pages and its packages. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../files/project-root';

/** Needed only to build: two thirds of what is installed. */
const BUILD_ONLY =
  /^(?:@next\/swc|@?esbuild|tsx$|@?tailwindcss|lightningcss|fsevents|get-tsconfig|typescript|@types\/)/;

/** True for a package that is loaded at run time. */
export const isShipped = (name: string): boolean => !BUILD_ONLY.test(name);

/** Folders whose programs are in `dist`, and whose other files the built server reads where they are. */
const SOURCES = ['src/server', 'src/i18n'];

/** Files that the built server opens, relative to the project: all that is not TypeScript, so that none is forgotten. */
const readAtRunTime = (): string[] =>
  SOURCES.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && !/\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));

/** Files and folders copied as they are, relative to the project. */
export const releaseFiles = (): string[] => [
  'dist',
  'public',
  'db/migrations',
  'db/postgres/migrations',
  'docs/guide',
  'LICENSE',
  'package.json',
  ...readAtRunTime(),
];
