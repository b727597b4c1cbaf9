/**
 * Documents as lines to read: each block with what it bears, in order. Sentences of ours are there as their key with
 * its values, `{documents.frCounts meetings=2}`, so that better words change no example.
 */
import { sayIn } from '@/i18n/languages';
import type { Say } from '@/i18n/say';
import type { Block, Doc } from '@/reports/document';
import type { Inline, Prose } from '@/reports/rich-text';

const italian = sayIn('it', ['common', 'record', 'documents']);

const named = (key: string, params: Record<string, string | number> = {}): string =>
  `{${[key, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ')}}`;

/** Says every sentence by its key. A key that Italian does not have is marked. */
export const sayKeys: Say = Object.assign(
  (key: string, params?: Record<string, string | number>) =>
    italian.has(key) ? named(key, params) : `MISSING ${named(key, params)}`,
  {
    lang: 'it',
    has: italian.has,
    dynamic: (key: string, params?: Record<string, string | number>) =>
      italian.has(key) ? named(key, params) : `MISSING ${named(key, params)}`,
    time: (at: number, zone = '') => `time(${[new Date(at).toISOString(), zone].filter(Boolean).join(' ')})`,
    date: (at: number | string, style = 'long', zone = '') =>
      `date(${[typeof at === 'string' ? at : new Date(at).toISOString(), style, zone].filter(Boolean).join(' ')})`,
    number: (n: number) => `${n}`,
    euro: (cents: number) => `€${cents / 100}`,
  },
) as Say;

const inline = (i: Inline): string => {
  if (i.is === 'words') return i.text;
  if (i.is === 'break') return ' / ';
  if (i.is === 'code') return `\`${i.text}\``;
  const inside = i.of.map(inline).join('');
  return i.is === 'link' ? `<${inside} ${i.href}>` : `${i.is}(${inside})`;
};
const words = (prose: readonly Prose[]): string =>
  prose.map((p) => (p.is === 'paragraph' ? p.of.map(inline).join('') : JSON.stringify(p))).join(' ¶ ');

function lines(b: Block): string[] {
  switch (b.is) {
    case 'heading':
      return ['', `${'#'.repeat(b.level)} ${b.text}${b.id ? ` [${b.id}]` : ''}`];
    case 'text':
      return [`${words(b.of)}${b.keep ? ' [kept]' : ''}`];
    case 'lead':
      return [`${b.label}: ${words(b.of)}`];
    case 'quote':
      return [`« ${[b.id && `[${b.id}]`, b.label, words(b.of)].filter(Boolean).join(' ')} » ${b.source}`];
    case 'list':
      return b.items.map((item) => `- ${item}`);
    case 'index':
      return b.entries.map((e) => `${e.to} → ${e.text}`);
    case 'table':
      return [
        `table "${b.title}" figures ${b.figures.join()} widths ${b.widths.join()}${b.total ? ' total' : ''}`,
        ...[b.head, ...b.rows].map((row) => `| ${row.join(' | ')} |`),
      ];
    case 'photo':
      return [
        `photo ${b.hash} ${b.width}×${b.height} "${b.caption}"${b.map ? ` map ${JSON.stringify(b.map)}` : ''}`,
      ];
    case 'small':
      return [`(${b.text})`];
    default:
      return [`[${b.is}]`];
  }
}

export function documentLines({ blocks, ...doc }: Doc): string {
  const head = Object.entries(doc).map(([name, value]) => `${name}: ${[value].flat().join(' / ')}`);
  return `${[...head, ...blocks.flatMap(lines)].map((line) => line.trimEnd()).join('\n')}\n`;
}
