/** A document as a small tree: what every writer (ODT, DOCX, PDF, print) puts on paper in its own way. */

export type Block =
  | { is: 'heading'; level: 1 | 2 | 3; text: string }
  | { is: 'text'; text: string }
  /** "Oggetto di lavoro: …" */
  | { is: 'lead'; label: string; text: string }
  /** Words somebody said, and where they can be found again. */
  | { is: 'quote'; text: string; source: string }
  | { is: 'list'; items: string[] }
  | {
      is: 'table';
      title: string;
      head: string[];
      rows: string[][];
      /** Columns of figures, set to the right. */
      figures: number[];
      /** Parts of the page's width; equal when empty. */
      widths: number[];
      /** The last row is the sum of the others. */
      total: boolean;
    }
  /** Caveats and explanations, set small. */
  | { is: 'small'; text: string }
  | { is: 'page' };

export type Doc = {
  /** For the file's name: `mappa-risorse`. */
  name: string;
  title: string;
  subtitle: string;
  /** Letterhead, line by line. */
  office: string[];
  /** What must be said on every page of something invented; null where it is real. */
  notice: string | null;
  made: string;
  day: string;
  lang: string;
  /** "Pagina" and "di", for the foot of the page. */
  page: [of: string, total: string];
  blocks: Block[];
};

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ is: 'heading', level, text });
export const text = (words: string): Block => ({ is: 'text', text: words });
export const small = (words: string): Block => ({ is: 'small', text: words });
export const quote = (words: string, source: string): Block => ({ is: 'quote', text: words, source });
export const page: Block = { is: 'page' };
/** Nothing where there is nothing to say. */
export const lead = (label: string, words: string): Block[] =>
  words === '' ? [] : [{ is: 'lead', label, text: words }];
export const list = (items: string[]): Block[] => (items.length === 0 ? [] : [{ is: 'list', items }]);
export const table = (
  title: string,
  head: string[],
  rows: string[][],
  more: { figures?: number[]; widths?: number[]; total?: boolean } = {},
): Block => ({ is: 'table', title, head, rows, figures: [], widths: [], total: false, ...more });

/** A table right under a heading that says the same is not named twice. */
export const unrepeated = (blocks: readonly Block[]): Block[] =>
  blocks.map((b, i) => {
    const above = blocks[i - 1];
    return b.is === 'table' && above?.is === 'heading' && above.text === b.title ? { ...b, title: '' } : b;
  });
