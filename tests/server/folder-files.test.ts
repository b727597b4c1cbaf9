/** The small files of a data folder: written whole, sealed for a database, shared with it, and a journal of erasures. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotOpen } from '../../db/open';
import type { SettingStore } from '@/server/database/store';
import { writeAtomically } from '@/server/files/atomic-write';
import { inWords } from '@/server/files/open-errors';
import { makePrivate } from '@/server/files/private-files';
import { type FileStore, openFile, sealFile } from '@/server/files/sealed-files';
import { fingerprintOf, readSecret } from '@/server/files/secret';
import { bringFiles, bringPhoto, bringPhotos } from '@/server/files/shared-files';
import {
  type ErasureEntry,
  markRepeated,
  readErasures,
  recordErasure,
  repeatedLines,
} from '@/server/upkeep/erasure-journal';
import { newFolder } from './house';

let folder = '';
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string): string | null =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;
const modeOf = (name: string): number => statSync(join(folder, name)).mode & 0o777;
const put = (name: string, content: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};

/** The files in a database, in memory. */
class Files implements FileStore {
  readonly kept = new Map<string, { bytes: Uint8Array; at: number }>();
  names(prefix: string) {
    return [...this.kept].flatMap(([name, { at }]) => (name.startsWith(prefix) ? [{ name, at }] : []));
  }
  get(name: string) {
    return this.kept.get(name)?.bytes ?? null;
  }
  put(name: string, bytes: Uint8Array, at: number) {
    if (!this.kept.has(name)) this.kept.set(name, { bytes, at });
  }
  remove(name: string) {
    this.kept.delete(name);
  }
}
class Settings implements SettingStore {
  readonly kept = new Map<string, string>();
  get(key: string) {
    return this.kept.get(key) ?? null;
  }
  set(key: string, value: string) {
    this.kept.set(key, value);
  }
  add(key: string, value: string) {
    this.kept.set(key, value);
  }
  startingWith() {
    return [];
  }
  remove(key: string) {
    this.kept.delete(key);
  }
}
const lineName = (line: string) => `forgotten/${createHash('sha256').update(line).digest('base64url')}`;

describe('a file that is written whole', () => {
  it('replaces the one before, has the mode that was asked for, and leaves no part behind', () => {
    const file = join(folder, 'one');
    writeAtomically(file, 'prima');
    writeAtomically(file, new Uint8Array([112, 111, 105]), 0o600);
    expect([text('one'), modeOf('one'), readdirSync(folder)]).toEqual(['poi', 0o600, ['one']]);
    writeAtomically(join(folder, 'two'), 'a');
    expect(modeOf('two')).toBe(0o666 & ~process.umask());
  });

  it('stays as it was when the new one cannot be written', () => {
    const file = join(folder, 'one');
    writeAtomically(file, 'prima');
    mkdirSync(`${file}.part`);
    expect(() => writeAtomically(file, 'poi')).toThrow();
    expect(text('one')).toBe('prima');
  });
});

describe('a sealed file', () => {
  it('is opened by the same secret under the same name, and nothing else', () => {
    const bytes = Buffer.from('una chiave');
    const sealed = sealFile('segreto', 'keys/a', bytes);
    expect(openFile('segreto', 'keys/a', sealed)).toEqual(bytes);
    // A nonce of twelve bytes before it and a tag of sixteen after it; the nonce is another each time.
    expect(sealed).toHaveLength(12 + bytes.length + 16);
    expect(sealFile('segreto', 'keys/a', bytes)).not.toEqual(sealed);
    expect(Buffer.from(sealed).includes(bytes)).toBe(false);
    expect(() => openFile('altro', 'keys/a', sealed)).toThrow();
    expect(() => openFile('segreto', 'keys/b', sealed)).toThrow();
    for (const at of [0, 12, sealed.length - 1]) {
      const torn = Uint8Array.from(sealed);
      torn[at] = (torn[at] ?? 0) ^ 1;
      expect(() => openFile('segreto', 'keys/a', torn), String(at)).toThrow();
    }
  });

  it('sealed by an earlier version is opened still', () => {
    // Made once, so that nobody changes how a key is derived from the secret.
    const kept = Buffer.from('AAECAwQFBgcICQoLCa2T5FEoEDtcel5HI5W-EMeDW2FB0shta3E', 'base64url');
    expect(String(openFile('segreto', 'keys/a', kept))).toBe('una chiave');
  });
});

describe('the files that a database shares', () => {
  const SECRET = 'un segreto lungo';
  const bring = (files: Files, first = false) => {
    const removed: string[] = [];
    bringFiles(files, folder, {
      first,
      remove: (file) => {
        removed.push(file.slice(folder.length + 1));
        rmSync(file);
      },
    });
    return removed;
  };

  it('are those of its first folder: keys sealed, photographs as they are, parts of neither', () => {
    put('secret', SECRET);
    put('keys/k1', 'chiave');
    put('keys/k2.part', 'a metà');
    put('photos/p1.webp', 'foto');
    put('forgotten.jsonl', '{"a":1}\n');
    utimesSync(join(folder, 'keys/k1'), 5, 5);
    utimesSync(join(folder, 'photos/p1.webp'), 6, 6);
    const files = new Files();
    expect(bring(files, true)).toEqual([]);
    expect([...files.kept.keys()]).toEqual(['keys/k1', 'photos/p1.webp', lineName('{"a":1}')]);
    expect([files.kept.get('keys/k1')?.at, files.kept.get('photos/p1.webp')?.at]).toEqual([5000, 6000]);
    expect(String(openFile(SECRET, 'keys/k1', files.get('keys/k1') ?? new Uint8Array()))).toBe('chiave');
    expect(String(files.get('photos/p1.webp'))).toBe('foto');
    expect(String(files.get(lineName('{"a":1}')))).toBe('{"a":1}');
  });

  it('are brought into another folder: keys that are missing come, those that are gone go, photographs wait', () => {
    put('secret', SECRET);
    put('keys/old', 'distrutta');
    put('keys/same', 'di qui');
    put('photos/old.webp', 'vecchia');
    const files = new Files();
    files.put('keys/new', sealFile(SECRET, 'keys/new', Buffer.from('nuova')), 7000);
    files.put('keys/same', sealFile(SECRET, 'keys/same', Buffer.from('di là')), 7000);
    files.put('photos/new.webp', Buffer.from('foto'), 8000);
    expect(bring(files)).toEqual(['keys/old']);
    expect([text('keys/new'), text('keys/same'), text('keys/old')]).toEqual(['nuova', 'di qui', null]);
    expect([modeOf('keys/new'), statSync(join(folder, 'keys/new')).mtimeMs]).toEqual([0o600, 7000]);
    expect([text('photos/old.webp'), text('photos/new.webp')]).toEqual([null, null]);
    expect(files.names('').map((f) => f.name)).toEqual(['keys/new', 'keys/same', 'photos/new.webp']);
    expect(bringPhoto(null, folder, 'photos/new.webp')).toBe(false);
    expect(bringPhoto(files, folder, 'photos/none.webp')).toBe(false);
    bringPhotos(null, folder);
    expect(existsSync(join(folder, 'photos/new.webp'))).toBe(false);
    bringPhotos(files, folder);
    expect(text('photos/new.webp')).toBe('foto');
    expect(bringPhoto(null, folder, 'photos/new.webp')).toBe(true);
  });

  it.each([
    ['whole', '{"a":1}\n', '{"a":1}\n{"b":2}\n'],
    ['torn', '{"a":1}\n{"c', '{"a":1}\n{"c\n{"b":2}\n'],
    ['not there', null, '{"b":2}\n'],
    ['empty', '', '{"b":2}\n'],
  ])('make one journal of two, where that of the folder is %s', (_, here, joined) => {
    put('secret', SECRET);
    if (here !== null) put('forgotten.jsonl', here);
    const files = new Files();
    files.put(lineName('{"b":2}'), Buffer.from('{"b":2}'), 1);
    bring(files);
    expect(text('forgotten.jsonl')).toBe(joined);
    expect(files.names('').map((f) => f.name)).toEqual([
      lineName('{"b":2}'),
      ...(here ?? '').split('\n').filter(Boolean).map(lineName),
    ]);
    bring(files);
    expect(text('forgotten.jsonl')).toBe(joined);
  });
});

describe('the journal of erasures', () => {
  const LINES: ErasureEntry[] = [
    { at: 1, stream: 's', seat: 'p1' },
    { at: 2, stream: 's', upTo: 40 },
    { at: 3, stream: 's', what: 'note', id: 'n1' },
  ];

  it('has each line, in order, for its owner alone, and in the database too', () => {
    expect(readErasures(folder)).toEqual([]);
    const files = new Files();
    for (const line of LINES) recordErasure(folder, line, line.at === 1 ? null : files);
    expect(readErasures(folder)).toEqual(LINES);
    expect(modeOf('forgotten.jsonl')).toBe(0o600);
    expect([...files.kept].map(([name, { bytes, at }]) => [name, String(bytes), at])).toEqual(
      LINES.slice(1).map((line) => [lineName(JSON.stringify(line)), JSON.stringify(line), line.at]),
    );
  });

  it('passes over lines that are torn or of another kind', () => {
    recordErasure(folder, LINES[0] as ErasureEntry, null);
    const lines = [
      '{"at":4,"str',
      '{"at":"4","stream":"s","seat":"x"}',
      '{"at":4,"stream":"s","what":"casa","id":"1"}',
      '',
    ];
    writeFileSync(join(folder, 'forgotten.jsonl'), `${lines.join('\n')}${JSON.stringify(LINES[1])}`, {
      flag: 'a',
    });
    expect(readErasures(folder)).toEqual(LINES.slice(0, 2));
  });

  it('need not be repeated as far as the database says, and from the first line if it begins otherwise', () => {
    const settings = new Settings();
    expect(repeatedLines(settings, LINES)).toBe(0);
    for (const count of [0, 1, 3]) {
      markRepeated(settings, LINES, count);
      expect(repeatedLines(settings, LINES)).toBe(count);
    }
    // The journal of an older folder has fewer lines.
    expect(repeatedLines(settings, LINES.slice(0, 2))).toBe(0);
    expect(repeatedLines(settings, [...LINES, LINES[0] as ErasureEntry])).toBe(3);
    expect(repeatedLines(settings, [LINES[1], LINES[0], LINES[2]] as ErasureEntry[])).toBe(0);
    const [[key, value] = ['', '']] = settings.kept;
    expect([key, value.slice(0, 2)]).toEqual(['erasures_repeated', '3 ']);
    settings.set(key, '3 altro');
    expect(repeatedLines(settings, LINES)).toBe(0);
  });
});

describe('the secret of a folder', () => {
  it('is made once, for its owner alone, and has a fingerprint that does not show it', () => {
    const inside = join(folder, 'nuova');
    expect(fingerprintOf(inside)).toBeNull();
    const secret = readSecret(inside);
    expect(secret).toMatch(/^[\w-]{64}$/);
    expect(readSecret(inside)).toBe(secret);
    expect(modeOf('nuova/secret')).toBe(0o600);
    put('nuova/secret', ' un segreto \n');
    expect(readSecret(inside)).toBe('un segreto');
    const print = fingerprintOf(inside);
    expect(print).toBe('-CmUSQ6_4XCAB8TDktrBf9Eaiz3ZzfPH3DIfI1GZnvk');
    put('nuova/secret', 'un altro');
    expect(fingerprintOf(inside)).not.toBe(print);
  });
});

describe('files of an earlier version', () => {
  it('are made private with their folders', () => {
    put('a', '');
    put('b/c', '');
    makePrivate(folder);
    expect([modeOf('.'), modeOf('a'), modeOf('b'), modeOf('b/c')]).toEqual([0o700, 0o600, 0o700, 0o600]);
    makePrivate(join(folder, 'none'));
  });
});

describe('a data folder that cannot be opened', () => {
  it.each([
    ['newer', 'newer version of Cerchi'],
    ['locked', 'in use by another process'],
    ['read_only', 'cannot be written'],
    ['full', 'disk is full'],
    ['failing', 'disk does not answer'],
    ['damaged', 'file is damaged'],
    ['missing', 'is not there'],
    ['other_folder', 'belongs to another data folder'],
    ['refused', 'does not accept this user'],
    ['unreachable', 'does not answer. Nothing'],
  ] as const)('says in words why: %s', (why, words) => {
    const [first, second, ...rest] = inWords(new CannotOpen(why, 'SQLITE_X')).split('\n');
    expect(first).toContain(words);
    expect([second, rest]).toEqual(['(SQLITE_X)', []]);
  });
});
