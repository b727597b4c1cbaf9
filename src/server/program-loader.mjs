/**
 * Runs the built server from its one file with V8's code cache, which spares compiling it at each start; and maps stack traces to
 * the sources when one is first read, because reading source maps takes longer than running the program.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
 * SHA-256 over all that a code cache depends on, and over the cache itself: V8 looks only at its own version and the length of the text.
 *
 * @param {string} text the program's
 * @param {Uint8Array} cache
 */
const sealOf = (text, cache) =>
  createHash('sha256').update(`${process.version} ${process.arch} `).update(text).update(cache).digest();

/**
 * Writes the code cache of a program: its seal, then what V8 made.
 *
 * @param {string} program its absolute path
 * @param {Uint8Array} cache
 */
export const writeCodeCache = (program, cache) =>
  writeFileSync(`${program}.cache`, Buffer.concat([sealOf(textOf(program), cache), cache]));

const SEAL = 32;

/**
 * The code cache of a program, if it can be read and was made of this text, by this Node.js.
 *
 * @param {string} program
 * @param {string} text
 */
function codeCacheOf(program, text) {
  try {
    const kept = readFileSync(`${program}.cache`);
    const cachedData = kept.subarray(SEAL);
    return sealOf(text, cachedData).equals(kept.subarray(0, SEAL)) ? { cachedData } : {};
  } catch {
    return {};
  }
}

/**
 * Compiles a CommonJS bundle, as usual where its code cache is another's, damaged, or refused by V8.
 *
 * @param {string} program its absolute path; `<program>.cache` is its code cache, if there is one
 */
export function compileProgram(program) {
  const text = textOf(program);
  return new Script(Module.wrap(text), { filename: program, ...codeCacheOf(program, text) });
}

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
