/** Bundles the server to plain JavaScript, so that a start does not translate TypeScript (decision 39). */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { projectRoot } from '../files/project-root';

/**
 * Few files, because reading hundreds of small ones takes most of a start. Native packages, Next and modules loaded on
 * demand stay in node_modules.
 */
export const EXTERNAL = [
  'next',
  'better-sqlite3',
  '@node-rs/argon2',
  'sharp',
  'docx',
  '@myriaddreamin/typst-ts-node-compiler',
  'hucre',
  'pg-native',
  'esbuild',
];

/** Begins each file: CommonJS packages inside an ES module still load node's own modules by `require`. */
export const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Writes main.js, cli.js and the programs that they run, with their source maps, and returns what each imports. `outdir`
 * is absolute, and emptied first.
 */
export async function bundleServer(outdir = join(projectRoot, 'dist')): Promise<Metafile> {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: {
      main: 'src/server/main.ts',
      cli: 'src/cli/cli.ts',
      'spreadsheet-child': 'src/server/imports/spreadsheet-child.ts',
      'document-child': 'src/server/exports/document-child.ts',
      'postgres-thread': 'src/server/database/postgres-thread.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}
