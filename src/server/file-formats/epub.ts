/**
 * Writes a document as EPUB 3: one chapter for each heading of level 2, with a table of contents that any reader opens.
 */
import { strToU8, zipSync } from 'fflate';
import { cleanText, cleanTexts } from '@/reports/clean-text';
import { anchorOf, type Block, contentsOf, type Doc } from '@/reports/document';
import { STYLE } from '@/server/file-formats/html';
import { blocksAsXhtml, escaped, type Places } from '@/server/file-formats/xhtml';
import type { Photo } from './jpeg-photos';

type Chapter = { file: string; title: string; blocks: Block[]; offset: number };

function chaptersOf(doc: Doc): Chapter[] {
  const chapters: Chapter[] = [{ file: 'c000.xhtml', title: doc.title, blocks: [], offset: 0 }];
  doc.blocks.forEach((b, i) => {
    if (b.is === 'heading' && b.level === 2)
      chapters.push({
        file: `c${String(chapters.length).padStart(3, '0')}.xhtml`,
        title: b.text,
        blocks: [],
        offset: i,
      });
    if (b.is !== 'page') chapters.at(-1)?.blocks.push(b);
  });
  return chapters;
}

const xhtml = (doc: Doc, title: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${doc.lang}" xml:lang="${doc.lang}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body></html>`;

/** `id` identifies the book in a reader's library; `photos` are the available ones, by their hash. */
export function epub(given: Doc, photos: ReadonlyMap<string, Photo>, id: string): Uint8Array {
  const doc = cleanTexts(given);
  const chapters = chaptersOf(doc);
  /** The chapter a paragraph is in. */
  const home = new Map<string, string>();
  for (const c of chapters)
    c.blocks.forEach((b, i) => {
      if (b.is === 'heading') home.set(anchorOf(b, c.offset + i), c.file);
      if (b.is === 'quote' && b.id) home.set(b.id, c.file);
    });
  const places: Places = {
    photo: (hash) => (photos.has(hash) ? `${hash}.jpg` : null),
    paragraph: (to) => (home.has(to) ? `${home.get(to)}#${to}` : (chapters[0]?.file ?? '')),
  };
  const cover = [
    doc.notice ? `<p class="notice">${escaped(doc.notice)}</p>` : '',
    `<p class="office">${doc.office.map(escaped).join('<br/>')}</p>`,
    `<h1>${escaped(doc.title)}</h1><p>${escaped(doc.subtitle)}</p><p class="made">${escaped(doc.made)}</p>`,
  ].join('\n');
  const body = (c: Chapter, i: number) =>
    `${i === 0 ? cover : ''}${blocksAsXhtml(doc, c.blocks, places, c.offset)}`;
  const nav = contentsOf(doc.blocks)
    .map((e) => `<li><a href="${escaped(places.paragraph(e.to))}">${escaped(e.text)}</a></li>`)
    .join('');
  const first = `<li><a href="${chapters[0]?.file}">${escaped(doc.title)}</a></li>`;
  const used = [...photos].filter(([hash]) => doc.blocks.some((b) => b.is === 'photo' && b.hash === hash));
  const files: Record<string, Uint8Array> = {
    'META-INF/container.xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'OEBPS/style.css': strToU8(STYLE.replace(/@page[^}]*}/, '')),
    'OEBPS/nav.xhtml': strToU8(
      xhtml(
        doc,
        doc.title,
        `<nav epub:type="toc" id="toc"><h1>${escaped(doc.title)}</h1><ol>${first}${nav}</ol></nav>`,
      ),
    ),
    ...Object.fromEntries(
      chapters.map((c, i) => [`OEBPS/${c.file}`, strToU8(xhtml(doc, c.title, body(c, i)))]),
    ),
    ...Object.fromEntries(used.map(([hash, p]) => [`OEBPS/${hash}.jpg`, p.jpeg])),
    'OEBPS/book.opf': strToU8(
      packageFile(
        doc,
        chapters,
        used.map(([hash]) => hash),
        id,
      ),
    ),
  };
  // The format requires the mimetype first and uncompressed.
  return zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], ...files });
}

function packageFile(doc: Doc, chapters: readonly Chapter[], photos: readonly string[], id: string): string {
  const about = [
    `<dc:identifier id="id">${escaped(cleanText(id))}</dc:identifier>`,
    `<dc:title>${escaped([doc.subtitle, doc.title].filter(Boolean).join(' · '))}</dc:title>`,
    `<dc:language>${doc.lang}</dc:language>`,
    doc.office[0] ? `<dc:publisher>${escaped(doc.office[0])}</dc:publisher>` : '',
    `<meta property="dcterms:modified">${(doc.day || '2014-01-01').slice(0, 10)}T12:00:00Z</meta>`,
    '<meta property="schema:accessMode">textual</meta>',
    '<meta property="schema:accessibilityFeature">structuralNavigation</meta>',
    '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
    '<meta property="schema:accessibilityHazard">none</meta>',
  ];
  const manifest = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="css" href="style.css" media-type="text/css"/>',
    ...chapters.map((c, i) => `<item id="c${i}" href="${c.file}" media-type="application/xhtml+xml"/>`),
    ...photos.map((hash) => `<item id="p${hash.slice(0, 16)}" href="${hash}.jpg" media-type="image/jpeg"/>`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${doc.lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${about.join('')}</metadata>
<manifest>${manifest.join('')}</manifest>
<spine>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`;
}
