/** The blocks of a document as XHTML, for a page in one file and for the chapters of an EPUB. */
import { anchorOf, type Block, contentsOf, type Doc, type Quote } from '@/reports/document';
import { type Inline, oneParagraph, type Prose } from '@/reports/rich-text';

/**
 * `photo`: the address of a photograph by its hash, or null where it is missing. `paragraph`: of a paragraph, by its
 * id.
 */
export type Places = { photo(hash: string): string | null; paragraph(id: string): string };

export const escaped = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lines = (s: string): string => escaped(s).replaceAll('\n', '<br/>');

export const inline = (parts: readonly Inline[]): string => parts.map(piece).join('');

function piece(p: Inline): string {
  switch (p.is) {
    case 'words':
      return escaped(p.text);
    case 'break':
      return '<br/>';
    case 'code':
      return `<code>${escaped(p.text)}</code>`;
    case 'strong':
      return `<strong>${inline(p.of)}</strong>`;
    case 'emphasis':
      return `<em>${inline(p.of)}</em>`;
    case 'link':
      return `<a href="${escaped(p.href)}">${inline(p.of)}</a>`;
  }
}

/** `above`: the level of the heading that the text stands under. */
export const prose = (parts: readonly Prose[], above: number): string =>
  parts.map((p) => part(p, above)).join('');

function part(p: Prose, above: number): string {
  switch (p.is) {
    case 'paragraph':
      return `<p dir="auto">${inline(p.of)}</p>`;
    case 'title': {
      const level = Math.min(6, above + p.level);
      return `<h${level} dir="auto">${inline(p.of)}</h${level}>`;
    }
    case 'rule':
      return '<hr/>';
    case 'items': {
      const items = p.of.map((item) => {
        const first = oneParagraph(item.of.slice(0, 1));
        const body =
          first && first.length > 0
            ? `${inline(first)}${prose(item.of.slice(1), above)}`
            : prose(item.of, above);
        return `<li dir="auto"${item.number === null ? '' : ` value="${item.number}"`}>${body}</li>`;
      });
      if (!p.ordered) return `<ul>${items.join('')}</ul>`;
      return `<ol${p.suffix === ')' ? ' class="bracket"' : ''}>${items.join('')}</ol>`;
    }
    case 'grid': {
      const cells = (row: Inline[][], tag: string) =>
        `<tr>${row.map((c) => `<${tag} dir="auto">${inline(c)}</${tag}>`).join('')}</tr>`;
      const body = p.rows.length > 0 ? `<tbody>${p.rows.map((r) => cells(r, 'td')).join('')}</tbody>` : '';
      return `<table><thead>${cells(p.head, 'th')}</thead>${body}</table>`;
    }
  }
}

/** All blocks, in order; a text's own headings are kept beneath those of the document. */
export function blocksAsXhtml(doc: Doc, blocks: readonly Block[], places: Places, offset = 0): string {
  let above = 1;
  return blocks
    .map((b, i) => {
      if (b.is === 'heading') above = b.level;
      return block(doc, b, { above, at: offset + i, places });
    })
    .join('\n');
}

type BlockPosition = { above: number; at: number; places: Places };

function block(doc: Doc, b: Block, { above, at, places }: BlockPosition): string {
  switch (b.is) {
    case 'heading':
      return `<h${b.level} id="${escaped(anchorOf(b, at))}">${escaped(b.text)}</h${b.level}>`;
    case 'text':
      return b.keep ? `<div class="keep">${prose(b.of, above)}</div>` : prose(b.of, above);
    case 'lead': {
      const line = oneParagraph(b.of);
      return line
        ? `<p dir="auto"><b>${escaped(b.label)}:</b> ${inline(line)}</p>`
        : `<p class="label"><b>${escaped(b.label)}</b></p>${prose(b.of, above)}`;
    }
    case 'quote':
      return quoted(b, above, places);
    case 'list':
      return `<ul>${b.items.map((i) => `<li>${lines(i)}</li>`).join('')}</ul>`;
    case 'contents':
      return linked(contentsOf(doc.blocks), 'contents', places);
    case 'index':
      return linked(b.entries, 'index', places);
    case 'photo': {
      const src = places.photo(b.hash);
      const image = src ? `<img src="${escaped(src)}" alt="${escaped(b.caption)}"/>` : '';
      const caption = b.caption ? `<figcaption>${lines(b.caption)}</figcaption>` : '';
      return image || caption ? `<figure>${image}${caption}</figure>` : '';
    }
    case 'small':
      return `<p class="small">${lines(b.text)}</p>`;
    case 'page':
      return '<div class="page"></div>';
    case 'table':
      return table(b);
  }
}

const linked = (entries: readonly { to: string; text: string }[], name: string, places: Places): string =>
  `<ul class="${name}">${entries.map((e) => `<li><a href="${escaped(places.paragraph(e.to))}">${lines(e.text)}</a></li>`).join('')}</ul>`;

function quoted(b: Quote, above: number, places: Places): string {
  const line = oneParagraph(b.of);
  const label = b.label ? `<b>${escaped(b.label)}</b> ` : '';
  const words = line
    ? `<p dir="auto">${label}«${inline(line)}»</p>`
    : `${label ? `<p class="label">${label}</p>` : ''}${prose(b.of, above)}`;
  const address = b.id ? `<a href="${escaped(places.paragraph(b.id))}">${escaped(b.id)}</a>` : '';
  const foot = [address, escaped(b.source)].filter(Boolean).join(' · ');
  const id = b.id ? ` id="${escaped(b.id)}"` : '';
  return `<blockquote${id}>${words}${foot ? `<footer>${foot}</footer>` : ''}</blockquote>`;
}

function table(b: Extract<Block, { is: 'table' }>): string {
  const figure = (i: number): string => (b.figures.includes(i) ? ' class="figure"' : '');
  const head = b.head.map((h, i) => `<th scope="col"${figure(i)}>${escaped(h)}</th>`).join('');
  const rows = b.rows.map((row, n) => {
    const sum = b.total && n === b.rows.length - 1 ? ' class="total"' : '';
    return `<tr${sum}>${row.map((c, i) => `<td${figure(i)}>${lines(c)}</td>`).join('')}</tr>`;
  });
  const body = rows.length > 0 ? `<tbody>${rows.join('')}</tbody>` : '';
  return `<table>${b.title ? `<caption>${escaped(b.title)}</caption>` : ''}<thead><tr>${head}</tr></thead>${body}</table>`;
}
