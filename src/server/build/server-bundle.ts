/** Bundles the server to plain JavaScript, so that a start does not translate TypeScript (decision 39). */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
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

const COMMON = {
  absWorkingDir: projectRoot,
  bundle: true,
  external: EXTERNAL,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;
const PRODUCTION = { 'process.env.NODE_ENV': '"production"' };

/** The built server, in the folder of the build. */
export const SERVER = 'main.cjs';

/**
 * Writes the server (`SERVER`), cli.js and the programs that they run, with their source maps, and returns what each imports. `outdir`
 * is absolute, and emptied first.
 */
export async function bundleServer(outdir = join(projectRoot, 'dist')): Promise<Pick<Metafile, 'outputs'>> {
  rmSync(outdir, { recursive: true, force: true });
  const [server, others] = await Promise.all([
    // One file, because V8 keeps a code cache of a file that is a script and of no module.
    build({
      ...COMMON,
      entryPoints: ['src/server/main.ts'],
      outfile: join(outdir, SERVER),
      format: 'cjs',
      // A script has no `import()` without a flag of Node.js; what is loaded on demand is loaded by `require`.
      supported: { 'dynamic-import': false },
      banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
      define: { ...PRODUCTION, 'import.meta.url': 'bundleUrl' },
    }),
    build({
      ...COMMON,
      entryPoints: {
        cli: 'src/cli/cli.ts',
        'spreadsheet-child': 'src/server/imports/spreadsheet-child.ts',
        'document-child': 'src/server/exports/document-child.ts',
        'postgres-thread': 'src/server/database/postgres-thread.ts',
      },
      outdir,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: REQUIRE },
      format: 'esm',
      define: PRODUCTION,
    }),
  ]);
  return { outputs: { ...server.metafile.outputs, ...others.metafile.outputs } };
}
