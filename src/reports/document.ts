/** A document as a small tree, which every writer (ODT, DOCX, PDF, EPUB, HTML) renders in its own way. */
import type { Spot } from '@/domain/gathering/state/floor-map';
import { type Prose, plainText, richText } from './rich-text';

/** Formatted text of a person: lists, tables and links are kept. */
export type Quote = {
  is: 'quote';
  /** The paragraph's address, as in T05-N03, for citing it. */
  id: string | null;
  /** Its kind, set before the words; may be empty. */
  label: string;
  of: Prose[];
  /** Its author and origin; may be empty. */
  source: string;
};

export type Block =
  /** `id`: its address; headings of level 2 make the contents. */
  | { is: 'heading'; level: 1 | 2 | 3; text: string; id?: string }
  /** `keep`: on the page of what follows. */
  | { is: 'text'; of: Prose[]; keep?: boolean }
  /** "Oggetto di lavoro: …" */
  | { is: 'lead'; label: string; of: Prose[] }
  | Quote
  | { is: 'list'; items: string[] }
  /** All headings of level 2, with page numbers where there are pages. */
  | { is: 'contents' }
  /** An index of paragraphs by their address. */
  | { is: 'index'; entries: { to: string; text: string }[] }
  | {
      is: 'table';
      title: string;
      head: string[];
      rows: string[][];
      /** Columns of figures, aligned right. */
      figures: number[];
      /** Shares of the page's width; equal when empty. */
      widths: number[];
      /** The last row is the sum of the others. */
      total: boolean;
    }
  /**
   * A photograph by its hash; width and height in pixels. `map`: a map of the hall instead, with a number on each spot;
   * `picture` is the hash of the building's, or null for a blank sheet, and `hash` only its name in the document.
   */
  | {
      is: 'photo';
      hash: string;
      caption: string;
      width: number;
      height: number;
      map?: { picture: string | null; spots: Spot[] };
    }
  /** Caveats and explanations, set small. */
  | { is: 'small'; text: string }
  | { is: 'page' };

export type Doc = {
  /** The document's name in the file name: `mappa-risorse`. */
  name: string;
  title: string;
  subtitle: string;
  /** Letterhead, line by line. */
  office: string[];
  /** A notice for every page of something invented; null where it is real. */
  notice: string | null;
  made: string;
  day: string;
  lang: string;
  /** "Pagina" and "di", for the foot of the page. */
  page: [of: string, total: string];
  /** The page whose anchors are the paragraphs' addresses, as https://…/atti/DEMO; null where there is none. */
  address?: string | null;
  blocks: Block[];
};

export const heading = (level: 1 | 2 | 3, words: string, id?: string): Block => ({
  is: 'heading',
  level,
  text: words,
  ...(id ? { id } : {}),
});
/** A sentence of ours. */
export const text = (words: string): Block => ({ is: 'text', of: plainText(words) });
/** A sentence of ours that is never the last on a page. */
export const keptText = (words: string): Block => ({ is: 'text', of: plainText(words), keep: true });
/** A person's text; nothing where it is empty. */
export const prose = (words: string): Block[] => (words === '' ? [] : [{ is: 'text', of: richText(words) }]);
export const small = (words: string): Block => ({ is: 'small', text: words });
export const quote = (
  words: string,
  source: string,
  { id = null, label = '' }: { id?: string | null; label?: string } = {},
): Block => ({ is: 'quote', id, label, of: richText(words), source });
export const page: Block = { is: 'page' };
export const contents: Block = { is: 'contents' };
/** Nothing where the text is empty. */
export const lead = (label: string, words: string): Block[] =>
  words === '' ? [] : [{ is: 'lead', label, of: richText(words) }];
export const list = (items: string[]): Block[] => (items.length === 0 ? [] : [{ is: 'list', items }]);
export const table = (
  title: string,
  head: string[],
  rows: string[][],
  more: { figures?: number[]; widths?: number[]; total?: boolean } = {},
): Block => ({ is: 'table', title, head, rows, figures: [], widths: [], total: false, ...more });

/** A table right under a heading with the same text gets no caption. */
export const unrepeated = (blocks: readonly Block[]): Block[] =>
  blocks.map((b, i) => {
    const above = blocks[i - 1];
    return b.is === 'table' && above?.is === 'heading' && above.text === b.title ? { ...b, title: '' } : b;
  });

/** The level of a text's own headings: below the heading they follow. */
export const depthAfter = (blocks: readonly Block[], at: number): number => {
  const above = blocks.slice(0, at).findLast((b) => b.is === 'heading');
  return above?.is === 'heading' ? above.level : 1;
};
/** The key of a heading in the contents, where it has no address of its own. */
export const anchorOf = (b: Extract<Block, { is: 'heading' }>, at: number): string => b.id ?? `h${at}`;
/** A heading of level 2, but not that of the contents themselves. */
export const isListed = (blocks: readonly Block[], at: number): boolean => {
  const b = blocks[at];
  return b?.is === 'heading' && b.level === 2 && blocks[at + 1]?.is !== 'contents';
};
/** The contents' lines. */
export const contentsOf = (blocks: readonly Block[]): { to: string; text: string }[] =>
  blocks.flatMap((b, i) =>
    b.is === 'heading' && isListed(blocks, i) ? [{ to: anchorOf(b, i), text: b.text }] : [],
  );
