/**
 * Checks the documents beside the sources: everything they refer to exists, and their claims about the program hold.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const papersIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return papersIn(path);
    return name.endsWith('.md') ? [path] : [];
  });
const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return sourcesIn(path);
    return /\.(tsx?|md)$/.test(name) ? [path] : [];
  });
const papers = readdirSync(root)
  .filter((name) => name.endsWith('.md'))
  .concat(papersIn('docs'));

/** As GitHub does: lower case, no punctuation, hyphens for spaces. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map((m) =>
    (m[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );

describe('the papers', () => {
  it.each(papers)('%s points at what is there', (paper) => {
    const text = read(paper);
    const links = [
      ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? ''),
      ...[...text.matchAll(/<img src="([^"]+)"/g)].map((m) => m[1] ?? ''),
    ].filter((link) => !/^https?:|^mailto:/.test(link));
    const lost = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path ? join(dirname(join(root, paper)), path) : join(root, paper);
      if (!existsSync(file)) return true;
      return anchor ? !anchorsOf(readFileSync(file, 'utf8')).includes(anchor) : false;
    });
    expect(lost).toEqual([]);
  });

  it.each(['docs/where.md', 'docs/architecture.md', 'docs/debugging.md', 'docs/glossary.md', 'AGENTS.md'])(
    '%s sends the reader to files that are there',
    (paper) => {
      const named = [...read(paper).matchAll(/`((?:src|db|tests|docs)\/[^`\s]+)`/g)].map((m) => m[1] ?? '');
      expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    },
  );

  it('docs/where.md has an answer for thirty tasks and more', () => {
    expect(read('docs/where.md').match(/^\| [a-z]/gm)?.length).toBeGreaterThanOrEqual(30);
  });

  it('the index of decisions has every page, with its title, status and date, as the page says them', () => {
    const rows = read('docs/decisions/README.md')
      .split('\n')
      .filter((line) => /^\| +\d/.test(line));
    const pages = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d/.test(name));
    const wrong = pages.filter((name) => {
      const page = read(`docs/decisions/${name}`);
      const title = page.match(/^# \d+\. (.+)$/m)?.[1] ?? '?';
      const row = rows.find((line) => line.includes(`(${name})`));
      const [, status, date] = row?.match(/\| (accepted|superseded by \d+) +\| (\d{4}-\d\d-\d\d) +\|/) ?? [];
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(
        new Date(`${date ?? '1970-01-01'}T12:00Z`),
      );
      const line =
        status === 'accepted' ? '' : `${status?.replace('superseded by', 'Superseded by decision')}. `;
      return !row?.includes(title) || !page.includes(`\n\n**Status.** ${line}Accepted, ${day}.\n`);
    });
    expect(
      wrong,
      'each needs a row: | n | [title](file) | accepted | date |, and a line **Status.** Accepted, date.',
    ).toEqual([]);
  });

  it('decision 13 names every package that the program and its tests depend on, and no other', () => {
    const page = read('docs/decisions/0013-libraries.md');
    const rows = [...page.matchAll(/^\| ([^|]+?) *\|/gm)]
      .map((m) => m[1] ?? '')
      .filter((c) => !/^(Library|-)/.test(c));
    const first = /from the start: ([\s\S]+?)\.\s+Types/.exec(page)?.[1] ?? '';
    const named = [...rows, first].flatMap((cell) =>
      cell.split(',').map((name) => name.replace('●', '').trim()),
    );
    const pack = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const used = Object.keys({ ...pack.dependencies, ...pack.devDependencies });
    expect(named.sort()).toEqual(used.filter((name) => !name.startsWith('@types/')).sort());
  });

  it('no comment opens with Who, What, Whose, Which or Where (docs/style.md)', () => {
    const wrong = ['src', 'db', 'tests'].flatMap((folder) =>
      sourcesIn(folder)
        .filter((path) => !path.endsWith('.md'))
        .flatMap((path) =>
          [
            ...read(path).matchAll(/^\s*(?:\/\*\*|\/\/|\/\*\*\n\s*\*) ?(?:Who|What|Whose|Which|Where)\b.*/gm),
          ].map((m) => `${path}: ${m[0].trim()}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('no comment has a word that nobody uses today (docs/style.md)', () => {
    const archaic = /^\s*(?:\/\*\*?|\*|\/\/).*\b(?:anew|noes|parted|hangs on|lest|wherein|thereof)\b.*/gim;
    const wrong = ['src', 'db', 'tests'].flatMap((folder) =>
      sourcesIn(folder)
        .filter((path) => !path.endsWith('.md'))
        .flatMap((path) => [...read(path).matchAll(archaic)].map((m) => `${path}: ${m[0].trim()}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('every section of the domain that a comment cites is there', () => {
    const sections = new Set(
      [...read('docs/domain/README.md').matchAll(/^#+ §([\d.]+) /gm)].map((m) => m[1]),
    );
    const cited = ['src', 'db', 'tests', 'docs']
      .flatMap((folder) => sourcesIn(folder))
      .flatMap((path) => [...read(path).matchAll(/domain §([\d.]*\d)/g)].map((m) => `${m[1]} in ${path}`));
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((c) => !sections.has(c.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('every picture kept is shown somewhere', () => {
    const shown = papers.map(read).join('');
    expect(readdirSync(join(root, 'docs/pictures')).filter((p) => !shown.includes(`pictures/${p}`))).toEqual(
      [],
    );
  });

  it('README names every variable the program reads, and no other', () => {
    const readme = [...read('README.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((m) => m[1]);
    const config = [...read('src/server/config.ts').matchAll(/^ {2}([A-Z_]+): z\./gm)].map((m) => m[1]);
    expect(readme.sort()).toEqual(config.sort());
  });

  it('README names every verb of the command line that the guides use', () => {
    const help = read('src/cli/usage.ts');
    for (const paper of papers)
      for (const [, verb = ''] of read(paper).matchAll(/cerchi -- ([a-z-]+)/g))
        expect(help, `${paper}: ${verb}`).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
  });

  it('every guide is there in both languages', () => {
    const [it_, en] = ['it', 'en'].map((lang) => readdirSync(join(root, 'docs/guide', lang)));
    expect(it_).toHaveLength(5);
    expect(en).toHaveLength(5);
    const named = papersIn('docs/guide').filter((paper) => !read('README.md').includes(`(${paper})`));
    expect(named).toEqual([]);
  });

  it('the licence is the official text', () => {
    expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(
      '8486a10c4393cee1c25392769ddd3b2d6c242d6ec7928e1414efff7dfb2f07ef',
    );
  });

  it('publiccode.yml has what its standard asks for, and says the same as package.json', () => {
    const yml = read('publiccode.yml');
    const pack = JSON.parse(read('package.json')) as { version: string; license: string };
    for (const key of [
      'publiccodeYmlVersion',
      'name',
      'url',
      'platforms',
      'categories',
      'developmentStatus',
      'softwareType',
      'description',
      'legal',
      'maintenance',
      'localisation',
    ])
      expect(yml).toMatch(new RegExp(`^${key}:`, 'm'));
    expect(yml).toContain(`softwareVersion: "${pack.version}"`);
    expect(yml).toContain(`license: ${pack.license}`);
    expect(yml).toMatch(/^ {2}localisationReady: true$/m);
    const folded = (key: string) =>
      [...yml.matchAll(new RegExp(`${key}: >-\\n((?: {6}.*\\n)+)`, 'g'))].map((m) =>
        (m[1] ?? '').trim().replace(/\s+/g, ' '),
      );
    expect(folded('shortDescription')).toHaveLength(2);
    for (const short of folded('shortDescription')) expect(short.length).toBeLessThanOrEqual(150);
    for (const long of folded('longDescription')) expect(long.length).toBeGreaterThanOrEqual(150);
    const logo = /^logo: (\S+)$/m.exec(yml)?.[1] ?? '';
    expect(existsSync(join(root, logo)), relative(root, logo)).toBe(true);
  });
});
