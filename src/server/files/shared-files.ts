/**
 * Files of the data folder that whoever takes a database over needs too: keys, photographs, the journal of erasures. The
 * database has them, and the folder of the process that owns it holds a copy. Keys are sealed by the secret, which is only in folders.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './atomic-write';
import { type FileStore, KEYS, openFile, sealFile } from './sealed-files';
import { readSecret } from './secret';

export const PHOTOS = 'photos/';
const JOURNAL = 'forgotten/';
const JOURNAL_FILE = 'forgotten.jsonl';

const lineName = (line: string): string =>
  `${JOURNAL}${createHash('sha256').update(line).digest('base64url')}`;
const bytesOf = (text: string): Uint8Array => Buffer.from(text);

/** Before the line is in the folder's journal. */
export function shareErasure(files: FileStore, line: string, at: number): void {
  files.put(lineName(line), bytesOf(line), at);
}

const within = (folder: string, prefix: string): string[] =>
  existsSync(join(folder, prefix))
    ? readdirSync(join(folder, prefix))
        .filter((name) => !name.endsWith('.part'))
        .map((name) => `${prefix}${name}`)
    : [];

/** True for a database that has no files yet, and takes those of its first folder. */
type Brought = { first: boolean; remove(file: string): void };

/**
 * The folder becomes what the database has: a key that was destroyed by another process goes here too. `remove` overwrites
 * a key. Photographs are fetched when they are asked for. The journal becomes that of both, because a restored older
 * database lacks a part of it.
 */
export function bringFiles(files: FileStore, folder: string, { first, remove }: Brought): void {
  const secret = readSecret(folder);
  if (first) putAll(files, folder, secret);
  const there = new Map(
    [...files.names(KEYS), ...files.names(PHOTOS)].map(({ name, at }) => [name, at] as const),
  );
  for (const name of within(folder, KEYS)) if (!there.has(name)) remove(join(folder, name));
  for (const name of within(folder, PHOTOS)) if (!there.has(name)) rmSync(join(folder, name));
  for (const [name, at] of there) {
    if (!name.startsWith(KEYS) || existsSync(join(folder, name))) continue;
    const sealed = files.get(name);
    if (!sealed) continue;
    mkdirSync(join(folder, KEYS), { recursive: true, mode: 0o700 });
    writeAtomically(join(folder, name), openFile(secret, name, sealed), 0o600);
    utimesSync(join(folder, name), at / 1000, at / 1000);
  }
  joinJournals(files, folder);
}

/** Puts all files of a folder into a database. */
function putAll(files: FileStore, folder: string, secret: string): void {
  for (const name of [...within(folder, KEYS), ...within(folder, PHOTOS)]) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    files.put(name, name.startsWith(KEYS) ? sealFile(secret, name, bytes) : bytes, statSync(file).mtimeMs);
  }
}

function joinJournals(files: FileStore, folder: string): void {
  const file = join(folder, JOURNAL_FILE);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const here = new Set(text.split('\n').filter((line) => line !== ''));
  const there = new Set(files.names(JOURNAL).map(({ name }) => name));
  for (const line of here) if (!there.has(lineName(line))) shareErasure(files, line, Date.now());
  const names = new Set([...here].map(lineName));
  const missing = [...there].flatMap((name) => {
    const bytes = names.has(name) ? null : files.get(name);
    return bytes ? [`${Buffer.from(bytes).toString()}\n`] : [];
  });
  if (missing.length > 0) {
    const torn = text !== '' && !text.endsWith('\n') ? '\n' : '';
    appendFileSync(file, torn + missing.join(''), { mode: 0o600, flush: true });
  }
}

/** True once the photograph is in the folder. */
export function bringPhoto(files: FileStore | null, folder: string, name: string): boolean {
  if (existsSync(join(folder, name))) return true;
  const bytes = files?.get(name);
  if (!bytes) return false;
  mkdirSync(join(folder, PHOTOS), { recursive: true });
  writeAtomically(join(folder, name), bytes);
  return true;
}

/** For documents, which read them from the folder. */
export function bringPhotos(files: FileStore | null, folder: string): void {
  for (const { name } of files?.names(PHOTOS) ?? []) bringPhoto(files, folder, name);
}
