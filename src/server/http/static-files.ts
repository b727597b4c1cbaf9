/** Serves the build's files from memory: compressed once, and cached by browsers for ever. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const SQUEEZED = new Set(['.js', '.css', '.json', '.svg', '.txt']);
/** Names made by the build carry a hash of their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const A_WEEK = 'public, max-age=604800';

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => join(f.parentPath, f.name))
    : [];

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * With this prefix Chromium compiles the whole script while it arrives. Otherwise it parses each function again at its
 * first call, while the person waits: half of what blocked a slow phone. For other browsers it is a comment.
 */
const WHOLE = Buffer.from('//# allFunctionsCalledOnLoad\n');

/**
 * Scripts get the prefix, and each file of the build gets a Brotli and a gzip copy: browsers take Brotli over HTTPS and
 * localhost only.
 */
export async function makeReady(folder: string): Promise<void> {
  for (const file of filesIn(folder)) {
    const kind = extname(file);
    if (!SQUEEZED.has(kind) || existsSync(`${file}.br`)) continue;
    let raw = readFileSync(file);
    if (kind === '.js' && !raw.subarray(0, WHOLE.length).equals(WHOLE)) {
      raw = Buffer.concat([WHOLE, raw]);
      writeFileSync(file, raw);
    }
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    const [br, gz] = await Promise.all([brotli(raw, { params }), zip(raw, { level: 9 })]);
    writeFileSync(`${file}.gz`, gz);
    writeFileSync(`${file}.br`, br);
  }
}

type StoredFile = { head: Record<string, string>; raw: Buffer; br: Buffer | null; gz: Buffer | null };
type Where = { file: string; keep: string };

/** Serves the files that were there at the start, and returns true; anything else is for the pages. */
export function openStaticFiles(root: string): (req: IncomingMessage, res: ServerResponse) => boolean {
  const known = new Map<string, Where>();
  const add = (folder: string, at: string, keep: string): void => {
    for (const file of filesIn(folder)) {
      if (!TYPES[extname(file)]) continue;
      known.set(`${at}${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, {
        file,
        keep,
      });
    }
  };
  add(join(root, '.next', 'static'), '/_next/static/', FOR_EVER);
  add(join(root, 'public', 'fonts'), '/fonts/', A_WEEK);
  const kept = new Map<string, StoredFile>();

  function load(path: string, { file, keep }: Where): StoredFile {
    const beside = (name: string): Buffer | null =>
      existsSync(name) && statSync(name).mtimeMs >= statSync(file).mtimeMs ? readFileSync(name) : null;
    const made: StoredFile = {
      head: { 'content-type': TYPES[extname(file)] ?? '', 'cache-control': keep, vary: 'accept-encoding' },
      raw: readFileSync(file),
      br: beside(`${file}.br`),
      gz: beside(`${file}.gz`),
    };
    kept.set(path, made);
    return made;
  }

  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const path = (req.url ?? '').split('?', 1)[0] ?? '';
    const where = known.get(path);
    if (!where) return false;
    const file = kept.get(path) ?? load(path, where);
    const takes = String(req.headers['accept-encoding'] ?? '');
    const [encoding, body] =
      file.br && /\bbr\b/.test(takes)
        ? ['br', file.br]
        : file.gz && /\bgzip\b/.test(takes)
          ? ['gzip', file.gz]
          : [null, file.raw];
    for (const [name, value] of Object.entries(file.head)) res.setHeader(name, value);
    if (encoding) res.setHeader('content-encoding', encoding);
    res.setHeader('content-length', body.length);
    res.end(req.method === 'HEAD' ? undefined : body);
    return true;
  };
}
