/** Parses the formatting of a text people typed (Markdown's common core); the log keeps the text as it was typed. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import { cleanText } from './clean-text';

/** A piece of a line. `href` is http, https or mailto, never anything else. */
export type Inline =
  | { is: 'words'; text: string }
  | { is: 'break' }
  | { is: 'code'; text: string }
  | { is: 'strong' | 'emphasis'; of: Inline[] }
  | { is: 'link'; href: string; of: Inline[] };

/** A list's item; `number` as it was typed, null under a bullet. */
export type Item = { number: number | null; of: Prose[] };

/** A block of a text: its own headings have levels from 1, with none left out. */
export type Prose =
  | { is: 'paragraph'; of: Inline[] }
  | { is: 'title'; level: number; of: Inline[] }
  | { is: 'items'; ordered: boolean; suffix: '.' | ')'; of: Item[] }
  | { is: 'grid'; head: Inline[][]; rows: Inline[][][] }
  | { is: 'rule' };

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree['children'][number];
type NodeOf<T extends Node['type']> = Extract<Node, { type: T }>;
type MarkdownSource = { text: string; depth: number };

/** Left as typed: HTML, code blocks, quotations, pictures, references, and a line of dashes that would make a title. */
const OFF = [
  ...['htmlFlow', 'htmlText', 'codeFenced', 'codeIndented', 'blockQuote', 'definition'],
  ...['setextUnderline', 'characterReference', 'labelStartImage'],
];
/** Maximum depth of lists: Word knows nine levels. */
const DEEPEST = 8;
/** The only addresses that a text may link to. */
export const SAFE_ADDRESS = /^(https?:\/\/|mailto:)[^\s]+$/i;

/** Signs that end a sentence or close a quotation, in any script: an address that is found in a text ends before them. */
const CLOSING = /[\p{Pi}\p{Pf}„‚…、。！，．：；？）」』】،؛؟.,:;!?'"*_~]/u;

/** How many characters of an address stay when what closes the sentence around it is left out. */
function addressLength(address: string): number {
  let open = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && open > 0) open--;
    else if (!CLOSING.test(last)) break;
  }
  return end;
}

/** Bullets as Word and WhatsApp paste them, one or two levels in. */
const bulletsOf = (text: string): string =>
  text
    .replace(/^([ \t]*)[•●‣⁃](?:[ \t]+|(?=\S))/gm, '$1- ')
    .replace(/^([ \t]*)(?:o\t|◦[ \t]*|○[ \t]*)/gm, '$1  - ')
    .replace(/^([ \t]*)(?:§\t|▪[ \t]*|■[ \t]*)/gm, '$1    - ');

/**
 * More list markers on one line than there are levels are no list; and a wide indent means no more than a narrow one.
 */
const tamed = (text: string): string =>
  text
    .replace(/^[ \t]{24,}/gm, ' '.repeat(24))
    .replace(/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){9,}/gm, (run) => run.replace(/([-*+.)])/g, '\\$1'));

/** A text with none of these is read without the parser: most notes are a line or two. */
const MARKED = /[*_`|[\]<\\#]|https?:|www\.|@|^[ \t]*(?:[-+•●‣⁃◦○§▪■]|o\t|\d{1,9}[.)][ \t])/im;
/**
 * Characters that open something inside a line. The parser's time grows with their square: beyond this many they are
 * plain text.
 */
const OPENING = /(?<=[^\s])[ \t]*[*_`[]/g;
const MOST_OPENING = 600;

const paragraphsOf = (text: string): Prose[] =>
  text
    .split(/\n[ \t]*\n\s*/)
    .map((p) => p.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/^\n+|\n+$/g, ''))
    .filter((p) => p !== '')
    .map((p) => ({ is: 'paragraph', of: wordsOf(p) }));

export function richText(typed: string): Prose[] {
  const plain = cleanText(typed).replace(/\r\n?/g, '\n');
  if (!MARKED.test(plain) || (plain.match(OPENING)?.length ?? 0) > MOST_OPENING) return paragraphsOf(plain);
  const text = tamed(bulletsOf(plain));
  const tree = fromMarkdown(text, {
    extensions: [{ disable: { null: OFF } }, gfmTable(), gfmAutolinkLiteral()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
  return ranked(proseOf(tree.children, { text, depth: 0 }));
}

/** Our own words: line breaks are kept, nothing else has a meaning. */
export const plainText = (text: string): Prose[] => [{ is: 'paragraph', of: wordsOf(cleanText(text)) }];

const wordsOf = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ is: 'break' } as const] : []),
      ...(line === '' ? [] : [{ is: 'words', text: line } as const]),
    ]);

const typedAs = (node: Node, source: MarkdownSource): string =>
  source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

function proseOf(nodes: readonly Node[], source: MarkdownSource): Prose[] {
  return nodes.map((node): Prose => {
    switch (node.type) {
      case 'paragraph':
        return { is: 'paragraph', of: inlinesOf(node.children, source) };
      case 'heading':
        return { is: 'title', level: node.depth, of: inlinesOf(node.children, source) };
      case 'thematicBreak':
        return { is: 'rule' };
      case 'list':
        if (source.depth < DEEPEST) return itemsOf(node, { ...source, depth: source.depth + 1 });
        break;
      case 'table': {
        const rows = node.children.map((r) => r.children.map((c) => inlinesOf(c.children, source)));
        const width = Math.max(...rows.map((r) => r.length));
        const full = rows.map((r) => [...r, ...Array.from({ length: width - r.length }, () => [])]);
        return { is: 'grid', head: full[0] ?? [], rows: full.slice(1) };
      }
    }
    return { is: 'paragraph', of: wordsOf(typedAs(node, source)) };
  });
}

const itemsOf = (list: NodeOf<'list'>, source: MarkdownSource): Prose => {
  const marks = list.children.map((item) => /^\s*(\d+)([.)])/.exec(typedAs(item, source)));
  return {
    is: 'items',
    ordered: list.ordered === true,
    suffix: marks[0]?.[2] === ')' ? ')' : '.',
    of: list.children.map((item, i) => ({
      number: list.ordered ? Number(marks[i]?.[1] ?? i + 1) : null,
      of: proseOf(item.children, source),
    })),
  };
};

function inlinesOf(nodes: readonly Node[], source: MarkdownSource): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return wordsOf(node.value);
      case 'break':
        return [{ is: 'break' }];
      case 'inlineCode':
        return [{ is: 'code', text: node.value.replaceAll('\n', ' ') }];
      case 'strong':
        return [{ is: 'strong', of: inlinesOf(node.children, source) }];
      case 'emphasis':
        return [{ is: 'emphasis', of: inlinesOf(node.children, source) }];
      case 'link': {
        const found = foundAddress(node, source);
        if (found) return found;
        if (!SAFE_ADDRESS.test(node.url)) return wordsOf(typedAs(node, source));
        return [
          { is: 'link', href: node.url, of: inlinesOf(node.children, source) },
          ...(node.title ? wordsOf(` (${node.title})`) : []),
        ];
      }
      default:
        return wordsOf(typedAs(node, source));
    }
  });
}

/** An address that nobody marked as a link, and the signs after it as words; null where none follow or it is marked. */
function foundAddress(node: NodeOf<'link'>, source: MarkdownSource): Inline[] | null {
  const [only] = node.children;
  if (only?.type !== 'text' || /^[[<]/.test(typedAs(node, source))) return null;
  const length = addressLength(only.value);
  const after = only.value.length - length;
  const href = node.url.slice(0, node.url.length - after);
  if (after === 0 || !node.url.endsWith(only.value) || !SAFE_ADDRESS.test(href)) return null;
  return [
    { is: 'link', href, of: wordsOf(only.value.slice(0, length)) },
    ...wordsOf(only.value.slice(length)),
  ];
}

/** Headings 2, 4 and 5 of a text become 1, 2 and 3: screen-reader users expect no gaps. */
function ranked(prose: Prose[]): Prose[] {
  const open: number[] = [];
  return prose.map((p) => {
    if (p.is !== 'title') return p;
    while (open.length > 0 && (open.at(-1) ?? 0) >= p.level) open.pop();
    open.push(p.level);
    return { ...p, level: open.length };
  });
}

/** The words of a line, without their formatting. */
export const wordsIn = (inlines: readonly Inline[]): string =>
  inlines
    .map((i) => (i.is === 'break' ? '\n' : i.is === 'words' || i.is === 'code' ? i.text : wordsIn(i.of)))
    .join('');

/** One paragraph and nothing else: it can stand on the line of its label. */
export const oneParagraph = (prose: readonly Prose[]): Inline[] | null =>
  prose.length === 0 ? [] : prose.length === 1 && prose[0]?.is === 'paragraph' ? prose[0].of : null;
