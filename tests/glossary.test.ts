/**
 * Compares docs/glossary.md with the sources, both ways: every value stored in a fact has its meaning, every word its
 * file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, root, src } from './graph';

const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
const part = (title: string): string => glossary.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');

/** The last cell of each row of a part. */
const fileOf = (title: string): string[] =>
  part(title)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Word|-)/.test(line))
    .map((line) => quoted(line).at(-1) ?? '');

/** Lists of roles, or lists that no fact stores. */
const NOT_STORED = new Set([
  ...['KEEPERS', 'PEOPLE', 'HERSELF', 'HOLDERS', 'EVERYONE', 'WRITERS', 'PLANNERS', 'REFUSALS'],
  ...['AXES', 'GROUNDED', 'MERGED', 'RESHAPED', 'PUBLISHABLE', 'EXACT', 'SOURCE_KINDS', 'IMPORTED'],
]);

const inSources = filesIn(join(src, 'domain')).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/const ([A-Z][A-Z_]+)(?:: [^=]+)? = \[([^\]]*)\] as const/g)]
    .map(([, name = '', list = '']) => ({
      at: `${name} ${relative(root, file)}`,
      name,
      values: [...list.matchAll(/'([^']+)'/g)].map((m) => m[1] ?? ''),
    }))
    .filter(({ name, values }) => values.length > 0 && !NOT_STORED.has(name)),
);

const inGlossary = part('Values stored in facts')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, first = '', second = ''] = line.split('|');
    return { at: quoted(first).join(' '), values: quoted(second) };
  });

describe('docs/glossary.md', () => {
  it('has every enumeration that facts store, with exactly its values', () => {
    const known = (list: { at: string; values: string[] }[]) =>
      Object.fromEntries(list.map(({ at, values }) => [at, values]));
    expect(inSources.length).toBeGreaterThan(20);
    expect(known(inGlossary)).toEqual(known(inSources));
  });

  it('gives each Italian value a meaning', () => {
    const mute = part('Values stored in facts')
      .split('\n')
      .filter((line) => /_state|NOTE_KINDS|ITEM_KINDS|ORIGINS|SECTORS|RELATIONS|MOBILITIES|BECAME/.test(line))
      .flatMap((line) => (line.split('|')[2] ?? '').split(' · '))
      .filter((value) => /^ *`[^`]+` *$/.test(value));
    expect(mute).toEqual([]);
  });

  it('sends each word to a file that is there', () => {
    expect(fileOf('Domain words').length).toBeGreaterThan(60);
    expect(fileOf('Machine words').length).toBeGreaterThan(100);
    const lost = [...fileOf('Domain words'), ...fileOf('Machine words')].filter(
      (file) => !existsSync(join(root, file)),
    );
    expect(lost).toEqual([]);
  });

  it('has a word for every file of deeds, and one in every room of the server and the client', () => {
    const deeds = ['gathering', 'programming'].flatMap((folder) =>
      [
        ...readFileSync(join(src, 'domain', folder, 'catalogue.ts'), 'utf8').matchAll(
          /^import \* as \w+ from '\.\/([^']+)'/gm,
        ),
      ].map((m) => `src/domain/${folder}/${m[1]}.ts`),
    );
    const said = new Set(fileOf('Domain words'));
    expect(deeds.length).toBeGreaterThan(40);
    expect(deeds.filter((file) => !said.has(file))).toEqual([]);
    const rooms = ['server', 'client'].flatMap((room) =>
      readdirSync(join(src, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `src/${room}/${entry.name}/`),
    );
    const files = fileOf('Machine words');
    expect(rooms.filter((room) => !files.some((file) => file.startsWith(room)))).toEqual([]);
  });
});

/** Folders of which README names every file: the domain, reports, server, client, components, parts of pages. */
const NAMED =
  /^src\/(domain\/(gathering|gathering\/state|programming)|reports(\/documents)?|(server|client)\/[a-z-]+(\/routes)?|ui|protocol|simulated)$|\/_[a-z]+$/;

describe('the folders in README', () => {
  const rows = readFileSync(join(root, 'README.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, folder, rest] = /^- `(src\/[^`<]+)`: (.+)$/.exec(line) ?? [];
      return folder && rest ? [{ folder, named: quoted(rest) }] : [];
    });

  it('are all those of the server and the client', () => {
    const there = ['server', 'client'].flatMap((room) =>
      readdirSync(join(src, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `src/${room}/${entry.name}`),
    );
    const said = rows.map(({ folder }) => folder);
    expect(said.filter((f) => /^src\/(server|client)\/[^/]+$/.test(f)).sort()).toEqual(there.sort());
  });

  it('are all those with more than a few files, and name every file in them', () => {
    const named = filesIn(src)
      .map((file) => ({ folder: relative(root, dirname(file)), name: basename(file).replace(/\.tsx?$/, '') }))
      .filter(({ folder }) => NAMED.test(folder));
    // A folder may have several rows, one for each matter.
    const said = new Set(rows.flatMap(({ folder, named }) => named.map((name) => `${folder}/${name}`)));
    expect(new Set(named.map(({ folder }) => folder)).size).toBeGreaterThan(45);
    const unsaid = named.map(({ folder, name }) => `${folder}/${name}`).filter((path) => !said.has(path));
    expect(unsaid).toEqual([]);
  });

  it('hold the files that are named', () => {
    const lost = rows.flatMap(({ folder, named }) =>
      named
        .filter((name) => /^_?[a-z-]+\/?$/.test(name))
        .filter((name) => !['', '.ts', '.tsx'].some((end) => existsSync(join(root, folder, `${name}${end}`))))
        .map((name) => `${folder}/${name}`),
    );
    expect(rows.flatMap(({ named }) => named).length).toBeGreaterThan(80);
    expect(lost).toEqual([]);
  });
});
