/** The named styles of an ODT: an office changes one of them and the whole document follows. */
import { escaped } from '@/server/file-formats/xhtml';
import type { Doc } from '@/reports/document';
import { PAPER } from '@/tokens/colours';

export const NAMESPACES = [
  ['office', 'office'],
  ['text', 'text'],
  ['style', 'style'],
  ['table', 'table'],
  ['draw', 'drawing'],
  ['meta', 'meta'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.3"',
  ])
  .join(' ');

const paragraph = (name: string, about: string, words = '', parent = 'Standard'): string =>
  `<style:style style:name="${name}" style:family="paragraph"${name === 'Standard' ? '' : ` style:parent-style-name="${parent}"`}><style:paragraph-properties ${about}/>${words ? `<style:text-properties ${words}/>` : ''}</style:style>`;

const size = (pt: number, more = ''): string =>
  `fo:font-size="${pt}pt" style:font-size-asian="${pt}pt" style:font-size-complex="${pt}pt" ${more}`;
const BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';
const SOFT = `fo:color="${PAPER.soft}"`;
const ACCENT = `fo:color="${PAPER.accent}"`;
/** The edge of a quotation. */
const EDGE = `1.5pt solid ${PAPER.accent}`;
/** The cells of a table. */
export const CELL_BORDER = `0.5pt solid ${PAPER.line}`;

/** Margins before a list's text, in centimetres, for each level from 1. */
const LEVELS = Array.from({ length: 9 }, (_, i) => i + 1);
const levelAbout = (n: number): string =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="${(n * 0.6).toFixed(1)}cm"/></style:list-level-properties>`;
const lists = (): string =>
  [
    `<text:list-style style:name="Bullets">${LEVELS.map((n) => `<text:list-level-style-bullet text:level="${n}" text:bullet-char="•">${levelAbout(n)}</text:list-level-style-bullet>`).join('')}</text:list-style>`,
    ...(['.', ')'] as const).map(
      (suffix, i) =>
        `<text:list-style style:name="Numbers${i}">${LEVELS.map((n) => `<text:list-level-style-number text:level="${n}" style:num-format="1" style:num-suffix="${suffix}">${levelAbout(n)}</text:list-level-style-number>`).join('')}</text:list-style>`,
    ),
  ].join('');

const language = (lang: string): string => {
  const country = lang === 'it' ? 'IT' : 'GB';
  return `fo:language="${lang}" fo:country="${country}"`;
};

export const stylesXml = (doc: Doc): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES}>
<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="'Liberation Sans'" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:writing-mode="page"/><style:text-properties style:font-name="Sans" ${size(10.5)} ${language(doc.lang)}/></style:default-style>
${[
  paragraph(
    'Standard',
    'fo:margin-bottom="0.2cm" fo:line-height="120%"',
    `style:font-name="Sans" ${size(10.5)}`,
  ),
  paragraph(
    'Title',
    'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    size(20, BOLD),
  ),
  paragraph(
    'Heading_20_1',
    'fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    size(20, BOLD),
  ),
  paragraph(
    'Heading_20_2',
    'fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    size(14, `${BOLD} ${ACCENT}`),
  ),
  paragraph(
    'Heading_20_3',
    'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    size(11.5, BOLD),
  ),
  ...[4, 5, 6].map((n) =>
    paragraph(
      `Heading_20_${n}`,
      'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
      size(10.5, BOLD),
    ),
  ),
  paragraph('Kept', 'fo:margin-bottom="0.1cm" fo:keep-with-next="always"'),
  paragraph('Small', 'fo:margin-bottom="0.2cm"', size(9, SOFT)),
  paragraph('Label', 'fo:margin-bottom="0.05cm" fo:keep-with-next="always"', BOLD),
  paragraph(
    'Quote',
    `fo:margin-left="0.5cm" fo:margin-bottom="0.1cm" fo:border-left="${EDGE}" fo:padding-left="0.3cm"`,
  ),
  paragraph(
    'QuoteRight',
    `fo:margin-right="0.5cm" fo:margin-bottom="0.1cm" fo:border-right="${EDGE}" fo:padding-right="0.3cm" fo:text-align="start" style:writing-mode="rl-tb"`,
  ),
  paragraph('Right', 'fo:text-align="start" style:writing-mode="rl-tb"'),
  paragraph(
    'Source',
    `fo:margin-left="0.5cm" fo:margin-bottom="0.3cm" fo:border-left="${EDGE}" fo:padding-left="0.3cm"`,
    size(9, SOFT),
  ),
  paragraph('Cell', 'fo:margin-bottom="0cm"', size(9)),
  paragraph('Head', 'fo:margin-bottom="0cm"', size(9, BOLD), 'Cell'),
  paragraph('Figure', 'fo:text-align="end"', '', 'Cell'),
  paragraph('Item', 'fo:margin-bottom="0.05cm"'),
  `<style:style style:name="Contents" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.05cm"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`,
  paragraph('Rule', `fo:border-bottom="${CELL_BORDER}" fo:margin-bottom="0.3cm"`),
  paragraph('Page', 'fo:break-before="page"'),
  paragraph('Header', 'fo:margin-bottom="0.2cm"', size(8.5, SOFT)),
  `<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Header"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>`,
].join('\n')}
<style:style style:name="Strong" style:family="text"><style:text-properties ${BOLD}/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Code" style:family="text"><style:text-properties fo:font-family="'Liberation Mono'"/></style:style>
<style:style style:name="Internet_20_link" style:family="text"><style:text-properties ${ACCENT} style:text-underline-style="solid"/></style:style>
<style:style style:name="Photo" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
${lists()}
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Footer">${escaped(doc.subtitle || doc.title)}${doc.notice ? `<text:tab/><text:span text:style-name="Strong">${escaped(doc.notice)}</text:span>` : ''}</text:p></style:header><style:footer><text:p text:style-name="Footer">${escaped(doc.title)}<text:tab/>${escaped(doc.page[0])} <text:page-number text:select-page="current">1</text:page-number> ${escaped(doc.page[1])} <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>`;
