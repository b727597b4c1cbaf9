/**
 * Writes a document as a tagged PDF (PDF/UA-1), typeset by Typst: any script, shaped and in its direction, with subset
 * fonts.
 */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { cleanTexts } from '@/reports/clean-text';
import { anchorOf, type Block, depthAfter, type Doc, isListed } from '@/reports/document';
import { type Inline, type Item, oneParagraph, type Prose, wordsIn } from '@/reports/rich-text';
import { fromRight } from '@/reports/text-direction';
import { PAPER } from '@/tokens/colours';
import { projectRoot } from '../files/project-root';
import type { Photo } from './jpeg-photos';

const FORMATS = join(projectRoot, 'src/server/file-formats');
/** The template and its data exist only in Typst's memory; nothing is written to disk. */
const DESK = join(FORMATS, 'typst');

export function pdf(given: Doc, photos: ReadonlyMap<string, Photo> = new Map()): Uint8Array {
  const doc = cleanTexts(given);
  const typst = NodeCompiler.create({ workspace: DESK, fontArgs: [{ fontPaths: [join(FORMATS, 'fonts')] }] });
  const at = (name: string): string => join(DESK, name);
  typst.addSource(at('document.typ'), readFileSync(join(FORMATS, 'document.typ'), 'utf8'));
  typst.mapShadow(at('document.json'), Buffer.from(JSON.stringify(dataOf(doc, photos))));
  for (const [hash, photo] of photos) typst.mapShadow(at(`${hash}.jpg`), Buffer.from(photo.jpeg));
  const made = typst.compile({ mainFilePath: at('document.typ') });
  const { result } = made;
  if (!result) {
    const why = made.takeError();
    throw new Error(`Typst refused the document: ${why ? JSON.stringify(typst.fetchDiagnostics(why)) : ''}`);
  }
  try {
    return new Uint8Array(typst.pdf(result, { pdfStandard: 'ua-1' }));
  } catch {
    // A character that no font has: the standard forbids a box in its place, and people still get their book.
    return new Uint8Array(typst.pdf(result, { pdfStandard: '1.7' }));
  }
}

/** A URL or a row of dashes longer than a line may be broken; copying it adds no visible character. */
const breakable = (text: string): string =>
  text.replace(/[!-~\u00C0-\u024F]{40,}/g, (run) => run.replace(/.{30}(?=.)/g, '$&\u200B'));

const line = (parts: readonly Inline[]): Inline[] =>
  parts.map((p) => {
    if (p.is === 'break') return p;
    return p.is === 'words' || p.is === 'code' ? { ...p, text: breakable(p.text) } : { ...p, of: line(p.of) };
  });

/** The template's input: every part with its direction, every paragraph with the anchor that others link to. */
function dataOf(doc: Doc, photos: ReadonlyMap<string, Photo>) {
  const anchors = new Set<string>();
  const once = (id: string): string | undefined => {
    if (anchors.has(id)) return undefined;
    anchors.add(id);
    return id;
  };
  const blocks = doc.blocks.map((b, i) => ({
    ...shaped(b, photos),
    above: depthAfter(doc.blocks, i),
    ...(b.is === 'heading'
      ? { anchor: once(anchorOf(b, i)), listed: isListed(doc.blocks, i) }
      : b.is === 'quote' && b.id
        ? { anchor: once(b.id) }
        : {}),
  }));
  return {
    ...doc,
    author: doc.office[0] ?? '',
    running: doc.subtitle || doc.title,
    address: doc.address ?? null,
    colours: PAPER,
    blocks: blocks.map((b) =>
      b.is === 'index' ? { ...b, entries: b.entries.map((e) => ({ ...e, known: anchors.has(e.to) })) } : b,
    ),
  };
}

/** A quote whose data are shorter than this, about ten lines, stays on one page. */
const SHORT = 1200;

function shaped(b: Block, photos: ReadonlyMap<string, Photo>) {
  switch (b.is) {
    case 'text':
      return { ...b, of: directed(b.of) };
    case 'lead':
    case 'quote': {
      const line = oneParagraph(b.of);
      return {
        ...b,
        of: directed(b.of),
        one: line !== null && line.length > 0,
        rtl: fromRight(firstWords(b.of)),
        short: JSON.stringify(b.of).length < SHORT,
      };
    }
    case 'photo': {
      const photo = photos.get(b.hash);
      // At most as wide as the text and half a page high.
      const high = photo ? Math.min(110, (172 * photo.height) / photo.width) : 0;
      return { ...b, file: photo ? `${b.hash}.jpg` : null, alt: b.caption || '—', high };
    }
    case 'table':
      return { ...b, rows: b.rows.map((row) => row.map(breakable)) };
    default:
      return b;
  }
}

const firstWords = (prose: readonly Prose[]): string => {
  const [first] = prose;
  if (!first || first.is === 'rule') return '';
  if (first.is === 'items') return firstWords(first.of[0]?.of ?? []);
  return first.is === 'grid' ? wordsIn(first.head[0] ?? []) : wordsIn(first.of);
};

const directed = (prose: readonly Prose[]): object[] =>
  prose.map((p) => {
    if (p.is === 'paragraph' || p.is === 'title')
      return { ...p, of: line(p.of), rtl: fromRight(wordsIn(p.of)) };
    if (p.is === 'grid') return { ...p, head: p.head.map(line), rows: p.rows.map((row) => row.map(line)) };
    if (p.is !== 'items') return p;
    const item = (i: Item) => ({ ...i, of: directed(i.of), rtl: fromRight(firstWords(i.of)) });
    return { ...p, of: p.of.map(item) };
  });
