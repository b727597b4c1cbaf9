/** Reads written documents back for comparison: their words in order, list items with depth, links, line breaks. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type ReadBack = {
  words: string[];
  /** `depth:first words`, depth from 1. */
  items: string[];
  links: string[];
  tables: number;
  /** Line breaks inside paragraphs. */
  breaks: number;
};

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s|·•«»]+/u)
    .filter(Boolean);

type Tags = {
  list?: string[];
  item: string;
  link: string;
  table: string;
  br: string;
  blocks: string[];
  href: string;
};

/** XHTML and ODT: lists are elements within elements. */
export function readNested(xml: string, tags: Tags): ReadBack {
  const out: ReadBack = { words: [], items: [], links: [], tables: 0, breaks: 0 };
  const parser = new SaxesParser();
  let text = '';
  let depth = 0;
  let open: { depth: number; from: number }[] = [];
  parser.on('opentag', (t) => {
    if (tags.list?.includes(t.name)) depth += 1;
    if (tags.list?.includes(t.name) || tags.blocks.includes(t.name)) text += '\n';
    if (t.name === tags.item) open.push({ depth, from: text.length });
    if (t.name === tags.link) out.links.push(String(t.attributes[tags.href] ?? ''));
    if (t.name === tags.table) out.tables += 1;
    if (t.name === tags.br) {
      out.breaks += 1;
      text += '\n';
    }
    if (t.name === 'text:s' || t.name === 'text:tab') text += ' ';
  });
  parser.on('text', (t) => {
    text += t;
  });
  parser.on('closetag', (t) => {
    if (tags.list?.includes(t.name)) depth -= 1;
    if (tags.blocks.includes(t.name)) text += '\n';
    if (t.name === tags.item) text += '\n';
    // An item's own words end where the list inside it begins.
    if (t.name === tags.item || tags.list?.includes(t.name)) {
      const done = t.name === tags.item ? open.pop() : undefined;
      if (done) out.items.push(`${done.depth}:${wordsOf(text.slice(done.from))[0] ?? ''}`);
    }
  });
  parser.write(xml).close();
  open = [];
  out.words = wordsOf(text);
  return out;
}

const XHTML: Tags = {
  list: ['ul', 'ol'],
  item: 'li',
  link: 'a',
  table: 'table',
  br: 'br',
  blocks: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'footer', 'blockquote', 'caption'],
  href: 'href',
};

/** Our page is XML except for its first line and its head. */
export const readHtml = (bytes: Uint8Array): ReadBack =>
  readNested(/<main>[\s\S]*<\/main>/.exec(strFromU8(bytes))?.[0] ?? '', XHTML);

export function readEpub(bytes: Uint8Array): ReadBack {
  const chapters = Object.entries(unzipSync(bytes)).filter(([name]) => /c\d+\.xhtml$/.test(name));
  chapters.sort(([a], [b]) => a.localeCompare(b));
  const parts = chapters.map(([, file]) => readNested(strFromU8(file), XHTML));
  return {
    words: parts.flatMap((p) => p.words),
    items: parts.flatMap((p) => p.items),
    links: parts.flatMap((p) => p.links),
    tables: parts.reduce((n, p) => n + p.tables, 0),
    breaks: parts.reduce((n, p) => n + p.breaks, 0),
  };
}

export const readOdt = (bytes: Uint8Array): ReadBack =>
  readNested(strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()), {
    list: ['text:list'],
    item: 'text:list-item',
    link: 'text:a',
    table: 'table:table',
    br: 'text:line-break',
    blocks: ['text:p', 'text:h'],
    href: 'xlink:href',
  });

/** DOCX: lists are paragraphs that say how deep they are. */
export function readDocx(bytes: Uint8Array): ReadBack {
  const files = unzipSync(bytes);
  const out: ReadBack = { words: [], items: [], links: [], tables: 0, breaks: 0 };
  const targets = new Map<string, string>();
  const rels = new SaxesParser();
  rels.on('opentag', (t) => targets.set(String(t.attributes.Id), String(t.attributes.Target)));
  rels.write(strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array())).close();
  const parser = new SaxesParser();
  let text = '';
  let level: number | null = null;
  let from = 0;
  let kept = true;
  parser.on('opentag', (t) => {
    if (t.name === 'w:instrText') kept = false;
    if (t.name === 'w:p') [level, from] = [null, text.length];
    if (t.name === 'w:ilvl') level = Number(t.attributes['w:val']);
    if (t.name === 'w:hyperlink' && t.attributes['r:id'])
      out.links.push(targets.get(String(t.attributes['r:id'])) ?? '');
    if (t.name === 'w:tbl') out.tables += 1;
    if (t.name === 'w:br') out.breaks += 1;
    if (t.name === 'w:br' || t.name === 'w:tab') text += '\n';
  });
  parser.on('text', (t) => {
    if (kept) text += t;
  });
  parser.on('closetag', (t) => {
    if (t.name === 'w:instrText') kept = true;
    if (t.name !== 'w:p') return;
    if (level !== null) out.items.push(`${level + 1}:${wordsOf(text.slice(from))[0] ?? ''}`);
    text += '\n';
  });
  parser.write(strFromU8(files['word/document.xml'] ?? new Uint8Array())).close();
  out.words = wordsOf(text);
  return out;
}
