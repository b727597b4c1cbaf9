/**
 * Turns rich text from the clipboard (Word, Google Docs, LibreOffice, WhatsApp, web pages) into the formatting that a
 * typed text may have. The result is text: nothing of the HTML is kept.
 */
import { fromDom } from 'hast-util-from-dom';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { cleanText } from './clean-text';
import { structure } from './clipboard-structure';
import { type Prose, richText, SAFE_ADDRESS, wordsIn } from './rich-text';

type Tree = ReturnType<typeof toMdast>;
type Node = { type: string; value?: string; spread?: boolean | null; children?: Node[] };

/** Elements that a typed text has nothing for: only their words are kept. */
const PLAIN = ['blockquote', 'pre', 'del', 's', 'strike', 'q', 'code', 'kbd', 'samp', 'tt', 'var'];
const wordsOnly: Handle = (state, node) => state.all(node);

const link: Handle = (state, node) => {
  const href = String(node.properties.href ?? '')
    .trim()
    .replace(/\s/g, encodeURIComponent);
  const words = state.all(node);
  const bare = words
    .map((w) => wordsOf(w as Node))
    .join('')
    .trim();
  if (!SAFE_ADDRESS.test(href) || bare === '') return words;
  // A bare address is a link already.
  if (bare === href || `mailto:${bare}` === href) return { type: 'text', value: bare };
  return { type: 'link', url: href, title: null, children: words as never[] };
};

const wordsOf = (node: Node): string =>
  node.value ?? (node.type === 'break' ? '\n' : (node.children ?? []).map(wordsOf).join(''));

/** Characters that mean nothing here, whatever they mean elsewhere. */
const HARMLESS = /\\([<>&:@!~=])|(?<=[\p{L}\p{N}])\\(_)(?=[\p{L}\p{N}])|(?<=\s)\\(\*)(?=\s)/gu;

const WRITTEN: Options = {
  bullet: '-',
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  handlers: {
    break: () => '\n',
    text(node: { value: string }, _parent, state, info) {
      const safe = state.safe(node.value, info);
      const bare = safe.replace(HARMLESS, '$1$2$3');
      return bare.includes('](') ? bare : bare.replace(/\\([[\]])/g, '$1');
    },
  },
};

const isMark = (node: Node | undefined): node is Node & { children: Node[] } =>
  node?.type === 'strong' || node?.type === 'emphasis';

/** Two marks of a kind in a row are one; markers stand against words, so the spaces at a mark's ends go out of it. */
function marksTidied(children: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of children) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value = `${last.value}${node.value}`;
    else if (isMark(node) && isMark(last) && last.type === node.type)
      last.children = marksTidied([...last.children, ...node.children]);
    else joined.push({ ...node });
  }
  return joined.flatMap((node) => {
    if (!isMark(node)) return [node];
    const [first, last] = [node.children[0], node.children.at(-1)];
    const before = (first?.type === 'text' && /^\s+/.exec(first.value ?? '')?.[0]) || '';
    if (first && before !== '') first.value = first.value?.slice(before.length);
    const after = (last?.type === 'text' && /\s+$/.exec(last.value ?? '')?.[0]) || '';
    if (last && after !== '') last.value = last.value?.slice(0, -after.length);
    return [
      { type: 'text', value: before },
      ...(wordsOf(node) === '' ? [] : [node]),
      { type: 'text', value: after },
    ].filter((n) => !('value' in n) || n.value !== '');
  });
}

/** Blank lines only between what is more than a line; `marks`: whether bold and italics stay. */
function tidied(node: Node, marks: boolean): Node {
  if (!node.children) return { ...node };
  const children = node.children.map((c) => tidied(c, marks));
  const tidy: Node = {
    ...node,
    children: marks ? marksTidied(children) : children.flatMap((c) => (isMark(c) ? c.children : [c])),
  };
  if (node.type === 'list') tidy.spread = false;
  if (node.type === 'listItem') tidy.spread = children.filter((c) => c.type === 'paragraph').length > 1;
  return tidy;
}

const SHAPED = /^(heading|list|table|strong|emphasis|link)$/;
const isShaped = (node: Node): boolean => SHAPED.test(node.type) || (node.children ?? []).some(isShaped);

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const spoken = (prose: readonly Prose[]): string =>
  prose
    .map((p) => {
      if (p.is === 'rule') return '';
      if (p.is === 'items') return p.of.map((i) => spoken(i.of)).join(' ');
      return p.is === 'grid' ? [p.head, ...p.rows].flat().map(wordsIn).join(' ') : wordsIn(p.of);
    })
    .join(' ');

/**
 * The text to put in a box, or null where plain text says as much. `html`: the clipboard's document, parsed and not
 * attached to a page; it is changed.
 */
export function markdownOf(html: Document): string | null {
  structure(html);
  const tree: Tree = toMdast(fromDom(html.body), {
    document: true,
    handlers: { ...Object.fromEntries(PLAIN.map((tag) => [tag, wordsOnly])), a: link },
    nodeHandlers: { comment: () => undefined },
  });
  if (!isShaped(tree as Node)) return null;
  // Words are never lost for their shape: some punctuation lets no mark stand beside it.
  for (const marks of [true, false]) {
    const text = cleanText(toMarkdown(tidied(tree as Node, marks) as Tree, WRITTEN))
      .replace(/\n\s*\n(?=\n)/g, '\n')
      .trim();
    if (letters(spoken(richText(text))) === letters(wordsOf(tree as Node))) return text;
  }
  return null;
}
