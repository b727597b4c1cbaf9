/** A document as one HTML page: it reads on a screen, prints on A4, and loads nothing else. */
import { cleanTexts } from '@/reports/clean-text';
import { PAPER } from '@/tokens/colours';
import type { Doc } from '@/reports/document';
import { blocksAsXhtml, escaped } from './xhtml';

/** Shared with the EPUB. */
export const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.45 system-ui, "DejaVu Sans", sans-serif; color: ${PAPER.ink}; max-width: 46em; margin: 0 auto; padding: 1.5em; overflow-wrap: anywhere; }
.office, .made, .small { color: ${PAPER.soft}; font-size: 9.5pt; }
.notice { border: 2px solid ${PAPER['warn-edge']}; color: ${PAPER.warn}; padding: .4em .8em; font-weight: 700; }
h1 { font-size: 22pt; line-height: 1.2; margin: .6em 0 .2em; } h2 { font-size: 15pt; margin: 1.4em 0 .4em; }
h3 { font-size: 12pt; margin: 1.1em 0 .3em; } h4, h5, h6 { font-size: 11pt; margin: .8em 0 .2em; }
h1, h2, h3, h4, h5, h6, .label, .keep { break-after: avoid; } p { margin: .4em 0; orphans: 2; widows: 2; }
blockquote { margin: .6em 0; padding-inline-start: .9em; border-inline-start: 3px solid ${PAPER.accent}; }
blockquote footer { color: ${PAPER.soft}; font-size: 9.5pt; break-before: avoid; }
a { color: ${PAPER.accent}; } ul, ol { margin: .4em 0; padding-inline-start: 1.6em; } code { font-family: ui-monospace, monospace; }
@counter-style bracket { system: extends decimal; suffix: ") "; } .bracket { list-style-type: bracket; }
.contents, .index { list-style: none; padding: 0; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: 10pt; } caption { text-align: left; font-weight: 700; padding: .3em 0; }
th, td { border: 1px solid ${PAPER.line}; padding: .3em .5em; text-align: start; vertical-align: top; } th { background: ${PAPER.head}; }
thead { display: table-header-group; } tr, figure { break-inside: avoid; } .figure { text-align: right; white-space: nowrap; }
figure { margin: .8em 0; } img { max-width: 100%; max-height: 60vh; } figcaption { color: ${PAPER.soft}; font-size: 9.5pt; }
.total td { font-weight: 700; border-top: 2px solid ${PAPER.soft}; } .page { break-before: page; }
@media print { body { padding: 0; max-width: none; } }`;

/** `photo`: a photograph as a `data:` address by its hash, or null. */
export const printHtml = (doc: Doc, photo: (hash: string) => string | null = () => null): string =>
  page(cleanTexts(doc), photo);

const page = (doc: Doc, photo: (hash: string) => string | null): string => `<!doctype html>
<html lang="${escaped(doc.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([doc.title, doc.subtitle].filter(Boolean).join(' · '))}</title><style>${STYLE}</style></head>
<body><header>${doc.notice ? `<p class="notice">${escaped(doc.notice)}</p>` : ''}
<p class="office">${doc.office.map(escaped).join('<br/>')}</p>
<h1>${escaped(doc.title)}</h1><p>${escaped(doc.subtitle)}</p></header>
<main>
${blocksAsXhtml(doc, doc.blocks, { photo, paragraph: (id) => `#${id}` })}
</main><footer><p class="made">${escaped(doc.made)}${doc.notice ? ` · ${escaped(doc.notice)}` : ''}</p></footer></body></html>
`;
