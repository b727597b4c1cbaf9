/** A document as one page of HTML: reads on a screen, prints on A4, needs nothing from anywhere else. */
import { cleanTexts } from './clean-text';
import type { Block, Doc } from './document';

const escaped = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lines = (s: string): string => escaped(s).replaceAll('\n', '<br>');

const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.45 system-ui, "DejaVu Sans", sans-serif; color: #1a1a1a; max-width: 46em; margin: 0 auto; padding: 1.5em; }
.office, .made, .small { color: #444; font-size: 9.5pt; }
.notice { border: 2px solid #8a4b00; color: #5c3200; padding: .4em .8em; font-weight: 700; }
h1 { font-size: 22pt; line-height: 1.2; margin: .6em 0 .2em; } h2 { font-size: 15pt; margin: 1.4em 0 .4em; }
h3 { font-size: 12pt; margin: 1.1em 0 .3em; } h2, h3 { break-after: avoid; } p { margin: .4em 0; }
blockquote { margin: .5em 0; padding-left: .9em; border-left: 3px solid #0b5c57; break-inside: avoid; }
blockquote footer { color: #444; font-size: 9.5pt; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: 10pt; } caption { text-align: left; font-weight: 700; padding: .3em 0; }
th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; } th { background: #eef3f2; }
thead { display: table-header-group; } tr { break-inside: avoid; } .figure { text-align: right; white-space: nowrap; }
.total td { font-weight: 700; border-top: 2px solid #444; } .page { break-before: page; }
@media print { body { padding: 0; max-width: none; } .notice { position: running(notice); } }`;

export const printHtml = (doc: Doc): string => page(cleanTexts(doc));

const page = (doc: Doc): string => `<!doctype html>
<html lang="${doc.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([doc.title, doc.subtitle].filter(Boolean).join(' · '))}</title><style>${STYLE}</style></head>
<body><header>${doc.notice ? `<p class="notice">${escaped(doc.notice)}</p>` : ''}
<p class="office">${doc.office.map(escaped).join('<br>')}</p>
<h1>${escaped(doc.title)}</h1><p>${escaped(doc.subtitle)}</p></header>
<main>
${doc.blocks.map(block).join('\n')}
</main><footer><p class="made">${escaped(doc.made)}${doc.notice ? ` · ${escaped(doc.notice)}` : ''}</p></footer></body></html>
`;

function block(b: Block): string {
  switch (b.is) {
    case 'heading':
      return `<h${b.level}>${escaped(b.text)}</h${b.level}>`;
    case 'text':
      return `<p>${lines(b.text)}</p>`;
    case 'lead':
      return `<p><b>${escaped(b.label)}:</b> ${lines(b.text)}</p>`;
    case 'quote':
      return `<blockquote><p>«${lines(b.text)}»</p><footer>${escaped(b.source)}</footer></blockquote>`;
    case 'list':
      return `<ul>${b.items.map((i) => `<li>${lines(i)}</li>`).join('')}</ul>`;
    case 'small':
      return `<p class="small">${lines(b.text)}</p>`;
    case 'page':
      return '<div class="page"></div>';
    case 'table':
      return table(b);
  }
}

function table(b: Extract<Block, { is: 'table' }>): string {
  const figure = (i: number): string => (b.figures.includes(i) ? ' class="figure"' : '');
  const head = b.head.map((h, i) => `<th scope="col"${figure(i)}>${escaped(h)}</th>`).join('');
  const rows = b.rows.map((row, n) => {
    const sum = b.total && n === b.rows.length - 1 ? ' class="total"' : '';
    return `<tr${sum}>${row.map((c, i) => `<td${figure(i)}>${lines(c)}</td>`).join('')}</tr>`;
  });
  return `<table>${b.title ? `<caption>${escaped(b.title)}</caption>` : ''}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
