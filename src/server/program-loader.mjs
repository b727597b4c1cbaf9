/**
 * Runs the built server from its one file with V8's code cache, which spares compiling it at each start; and maps stack traces to
 * the sources when one is first read, because reading source maps takes longer than running the program.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

/** @param {string} file */
const textOf = (file) => readFileSync(file, 'utf8');

/** @param {string} program its path; its map is beside it */
function mapStackTraces(program) {
  /** @type {SourceMap | null | undefined} */
  let map;
  /** @param {NodeJS.CallSite} frame */
  const inSources = (frame) => {
    const said = String(frame);
    const line = frame.getLineNumber();
    const column = frame.getColumnNumber();
    if (frame.getFileName() !== program || !line || !column) return said;
    if (map === undefined)
      map = existsSync(`${program}.map`) ? new SourceMap(JSON.parse(textOf(`${program}.map`))) : null;
    const entry = map?.findEntry(line - 1, column - 1);
    if (!entry || !('originalSource' in entry)) return said;
    const source = resolve(dirname(program), entry.originalSource);
    return said.replace(
      `${program}:${line}:${column}`,
      `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`,
    );
  };
  Error.prepareStackTrace = (error, frames) =>
    [Error.prototype.toString.call(error), ...frames.map((frame) => `    at ${inSources(frame)}`)].join('\n');
}

/**
 * The code cache of a program, if it can be read.
 *
 * @param {string} program
 */
function codeCacheOf(program) {
  try {
    return { cachedData: readFileSync(`${program}.cache`) };
  } catch {
    return {};
  }
}

/**
 * Compiles a CommonJS bundle. V8 refuses a cache that another version of it has made, or of a text of another length; the bundle is
 * then compiled as usual. So a changed bundle must not be put beside an older cache: the build empties their folder.
 *
 * @param {string} program its absolute path; `<program>.cache` is its code cache, if there is one
 */
export const compileProgram = (program) =>
  new Script(Module.wrap(textOf(program)), { filename: program, ...codeCacheOf(program) });

/**
 * Compiles and runs it.
 *
 * @param {string} program its absolute path
 * @returns {Script} of which a code cache can be made
 */
export function runProgram(program) {
  mapStackTraces(program);
  const script = compileProgram(program);
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, createRequire(program), bundle, program, dirname(program));
  return script;
}
