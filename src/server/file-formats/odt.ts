/** Writes a document as ODT, the open format that a public office can edit further. */
import { strToU8, zipSync } from 'fflate';
import { cleanTexts } from '@/reports/clean-text';
import { anchorOf, type Block, contentsOf, depthAfter, type Doc, type Quote } from '@/reports/document';
import { oneParagraph } from '@/reports/rich-text';
import { escaped } from '@/server/file-formats/xhtml';
import { PAPER } from '@/tokens/colours';
import { bookmark, lines, paragraph, prose, spans, table } from './odt-parts';
import { CELL_BORDER, NAMESPACES, stylesXml } from './odt-styles';
import type { Photo } from './jpeg-photos';

const MIMETYPE = 'application/vnd.oasis.opendocument.text';

export function odt(given: Doc, photos: ReadonlyMap<string, Photo> = new Map()): Uint8Array {
  const doc = cleanTexts(given);
  const used = [...photos].filter(([hash]) => doc.blocks.some((b) => b.is === 'photo' && b.hash === hash));
  const manifest = [
    ['/', MIMETYPE],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    ...used.map(([hash]) => [`Pictures/${hash}.jpg`, 'image/jpeg']),
  ].map(
    ([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  );
  const files: Record<string, string> = {
    'content.xml': contentXml(doc, photos),
    'styles.xml': stylesXml(doc),
    'meta.xml': metaXml(doc),
    'META-INF/manifest.xml': `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${manifest.join('')}</manifest:manifest>`,
  };
  return zipSync({
    // The format requires the mimetype first and uncompressed.
    mimetype: [strToU8(MIMETYPE), { level: 0 }],
    ...Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])),
    ...Object.fromEntries(used.map(([hash, p]) => [`Pictures/${hash}.jpg`, p.jpeg])),
  });
}

const metaXml = (doc: Doc): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${NAMESPACES}><office:meta><dc:title>${escaped(doc.title)}</dc:title><dc:description>${escaped([doc.notice, doc.subtitle].filter(Boolean).join(' · '))}</dc:description><dc:creator>${escaped(doc.office[0] ?? '')}</dc:creator><dc:language>${doc.lang}</dc:language><meta:generator>Cerchi</meta:generator></office:meta></office:document-meta>`;

function contentXml(doc: Doc, photos: ReadonlyMap<string, Photo>): string {
  const body = [
    ...doc.office.map((line) => paragraph('Small', escaped(line))),
    `<text:h text:style-name="Heading_20_1" text:outline-level="1">${escaped(doc.title)}</text:h>`,
    ...(doc.subtitle ? [paragraph('Standard', escaped(doc.subtitle))] : []),
    paragraph('Small', escaped(doc.made)),
    ...doc.blocks.map((b, i) => block(doc, b, i, photos)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMESPACES}><office:automatic-styles><style:style style:name="Grid" style:family="table"><style:table-properties style:width="17cm" table:align="margins" fo:margin-bottom="0.3cm"/></style:style><style:style style:name="GridCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="${CELL_BORDER}"/></style:style><style:style style:name="GridHead" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="${CELL_BORDER}" fo:background-color="${PAPER.head}"/></style:style>${columnStyles(doc)}</office:automatic-styles><office:body><office:text>
${body.join('\n')}
</office:text></office:body></office:document-content>`;
}

/** Widths of a table's columns, in tenths of a millimetre of the 17 cm between the margins. */
const widthsOf = (b: Extract<Block, { is: 'table' }>): number[] => {
  const parts = b.widths.length > 0 ? b.widths : b.head.map(() => 1);
  const whole = parts.reduce((n, p) => n + p, 0);
  return parts.map((p) => Math.round((p / whole) * 1700));
};
const columnStyles = (doc: Doc): string =>
  [...new Set(doc.blocks.flatMap((b) => (b.is === 'table' ? widthsOf(b) : [])))]
    .map(
      (w) =>
        `<style:style style:name="Column${w}" style:family="table-column"><style:table-column-properties style:column-width="${(w / 100).toFixed(2)}cm"/></style:style>`,
    )
    .join('');

function block(doc: Doc, b: Block, at: number, photos: ReadonlyMap<string, Photo>): string {
  const above = depthAfter(doc.blocks, at);
  switch (b.is) {
    case 'heading':
      return `<text:h text:style-name="Heading_20_${b.level}" text:outline-level="${b.level}">${bookmark(anchorOf(b, at), escaped(b.text))}</text:h>`;
    case 'text':
      return prose(b.of, above, b.keep ? 'Kept' : 'Standard');
    case 'lead': {
      const line = oneParagraph(b.of);
      const label = `<text:span text:style-name="Strong">${escaped(b.label)}:</text:span> `;
      return line
        ? paragraph('Standard', label + spans(line))
        : paragraph('Label', escaped(b.label)) + prose(b.of, above, 'Standard');
    }
    case 'quote':
      return quoted(b, above, doc.address ?? null);
    case 'list':
      return `<text:list text:style-name="Bullets">${b.items.map((i) => `<text:list-item>${paragraph('Item', lines(i))}</text:list-item>`).join('')}</text:list>`;
    case 'contents':
      return contentsOf(doc.blocks).map(pointer).join('');
    case 'index':
      return b.entries.map(pointer).join('');
    case 'photo':
      return photo(b, photos);
    case 'small':
      return paragraph('Small', lines(b.text));
    case 'page':
      return paragraph('Page', '');
    case 'table':
      return `${b.title ? paragraph('Label', escaped(b.title)) : ''}${table(
        widthsOf(b).map((w) => `Column${w}`),
        b.head.map((h) => paragraph('Head', lines(h))),
        b.rows.map((row, n) =>
          row.map((c, i) => {
            const words =
              b.total && n === b.rows.length - 1
                ? `<text:span text:style-name="Strong">${lines(c)}</text:span>`
                : lines(c);
            return paragraph(b.figures.includes(i) ? 'Figure' : 'Cell', words);
          }),
        ),
      )}`;
  }
}

/** A line that links to a paragraph, with its page number: LibreOffice computes it when it opens the file. */
const pointer = (e: { to: string; text: string }): string =>
  paragraph(
    'Contents',
    `<text:a xlink:type="simple" xlink:href="#${escaped(e.to)}">${lines(e.text)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="${escaped(e.to)}"></text:bookmark-ref>`,
  );

function quoted(b: Quote, above: number, page: string | null): string {
  const line = oneParagraph(b.of);
  const label = b.label ? `<text:span text:style-name="Strong">${escaped(b.label)}</text:span> ` : '';
  const words = line
    ? prose(
        [{ is: 'paragraph', of: [{ is: 'words', text: '«' }, ...line, { is: 'words', text: '»' }] }],
        above,
        'Quote',
        label,
      )
    : `${label ? paragraph('Label', label) : ''}${prose(b.of, above, 'Quote')}`;
  const id = b.id && escaped(b.id);
  const address =
    id && page ? `<text:a xlink:type="simple" xlink:href="${escaped(page)}#${id}">${id}</text:a>` : id;
  const foot = [address, escaped(b.source)].filter(Boolean).join(' · ');
  return words + (foot ? paragraph('Source', b.id ? bookmark(b.id, foot) : foot) : '');
}

function photo(b: Extract<Block, { is: 'photo' }>, photos: ReadonlyMap<string, Photo>): string {
  const found = photos.get(b.hash);
  const caption = b.caption ? paragraph('Small', lines(b.caption)) : '';
  if (!found) return caption;
  const wide = Math.min(17, (11 * found.width) / found.height);
  const high = (wide * found.height) / found.width;
  const frame = `<draw:frame draw:style-name="Photo" text:anchor-type="as-char" svg:width="${wide.toFixed(2)}cm" svg:height="${high.toFixed(2)}cm"><draw:image xlink:href="Pictures/${b.hash}.jpg" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>${escaped(b.caption)}</svg:desc></draw:frame>`;
  return paragraph('Label', frame) + caption;
}
