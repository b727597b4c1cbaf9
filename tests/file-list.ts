/** The list of every file in docs/glossary.md: each with the sentence that opens it, so that neither is ever stale. */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { filesIn, root, src } from './graph';

/** Length from which a sentence is cut at its first colon, semicolon or full stop, in characters. */
const CLAUSE = 24;

/** The beginning of the comment that opens a file, up to the end of a clause; empty without such a comment. */
function opening(file: string): string {
  const comment = /\/\*\*(.*?)\*\//s.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const text = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join(' ')
    .replace(/[*|]/g, '')
    .trim();
  const end = [...text.matchAll(/[:;.](?= |$)/g)].find(({ index }) => index >= CLAUSE);
  return end ? text.slice(0, end.index) : text;
}

/** A row for each file of the sources, folder by folder, as Markdown. */
export function fileList(): string {
  const folders = new Map<string, string[]>();
  for (const file of filesIn(src).sort()) {
    const folder = relative(root, dirname(file));
    folders.set(folder, [...(folders.get(folder) ?? []), `- \`${basename(file)}\` ${opening(file)}`]);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, rows]) => `### \`${folder}\`\n\n${rows.join('\n')}\n`)
    .join('\n');
}
