/**
 * `npm run release`: packs everything that Cerchi needs on a machine like this one into one archive that starts without
 * a network.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { projectRoot } from '../files/project-root';
import { isShipped, releaseFiles } from './release-files';
import { tryRelease } from './try-release';

/** Parts of packages that nothing reads at run time. */
const UNREAD =
  /\.(?:map|d\.ts|d\.mts|d\.cts|md|markdown)$|\/next\/dist\/(?:esm|docs)(?:\/|$)|\/better-sqlite3\/(?:deps|src|build\/(?!Release(?:\/better_sqlite3\.node)?$))/;

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  version: string;
};
const name = `cerchi-${version}-${process.platform}-${process.arch}`;
const shelf = join(projectRoot, 'release');
const stage = join(shelf, name);

/** One launcher for both: without a command it starts the server, with one the command line. */
const POSIX = `#!/bin/sh
# Starts Cerchi with the Node.js beside it. With a command (./cerchi help) it is the command line.
cd "$(dirname "$0")" || exit 1
case "\${1:-}" in
  '' | -*) exec ./node/node src/server/start.mjs "$@" ;;
  *) exec ./node/node dist/cli.js "$@" ;;
esac
`;
const WINDOWS = `@echo off\r\ncd /d "%~dp0"\r\nif "%~1"=="" (node\\node.exe src\\server\\start.mjs) else (node\\node.exe dist\\cli.js %*)\r\npause\r\n`;

function copy(path: string, keep: (file: string) => boolean = () => true): void {
  const from = join(projectRoot, path);
  if (!existsSync(from)) throw new Error(`${path} is missing: run npm run build first`);
  cpSync(from, join(stage, path), { recursive: true, filter: keep, verbatimSymlinks: true });
}

/** Folders of the packages loaded at run time, relative to the project. */
const packages = (): string[] =>
  run('npm', 'ls', '--omit=dev', '--all', '--parseable')
    .split('\n')
    .map((path) => relative(projectRoot, path.trim()))
    .filter((path) => path.startsWith('node_modules/'))
    .filter((path) => isShipped(path.slice(path.lastIndexOf('node_modules/') + 13)));

function stageFiles(): void {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const path of releaseFiles()) copy(path);
  copy('.next', (file) => !/\/\.next\/(?:cache|dev|trace|types)(?:\/|$)/.test(file));
  // Next would need its compiler to read a configuration in TypeScript.
  const config = transformSync(readFileSync(join(projectRoot, 'next.config.ts'), 'utf8'), { loader: 'ts' });
  writeFileSync(join(stage, 'next.config.mjs'), config.code);
  for (const path of packages())
    copy(
      path,
      (file) =>
        !UNREAD.test(file) && !file.slice(join(projectRoot, path).length + 1).startsWith('node_modules'),
    );
  mkdirSync(join(stage, 'node'));
  const node = join(stage, 'node', basename(process.execPath));
  cpSync(process.execPath, node);
  chmodSync(node, 0o755);
  for (const launcher of process.platform === 'win32' ? [] : ['cerchi', 'Cerchi.command'])
    writeFileSync(join(stage, launcher), POSIX, { mode: 0o755 });
  if (process.platform === 'win32') writeFileSync(join(stage, 'Cerchi.cmd'), WINDOWS);
}

function pack(): string {
  const archive = `${name}.tar.gz`;
  run('tar', '-C', shelf, '-czf', join(shelf, archive), name);
  const sum = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(shelf, file)))
      .digest('hex');
  const bill = `${name}.cdx.json`;
  writeFileSync(join(shelf, bill), run('npm', 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'));
  writeFileSync(join(shelf, 'SHA256SUMS'), [archive, bill].map((file) => `${sum(file)}  ${file}\n`).join(''));
  return archive;
}

stageFiles();
await tryRelease(stage);
console.log(`release/${pack()}`);
