/** Lines, lists and tables of an ODT, as its XML. */
import { type Inline, type Prose, wordsIn } from '@/reports/rich-text';
import { fromRight } from '@/reports/text-direction';
import { escaped } from '@/server/file-formats/xhtml';

/** Runs of spaces and tabs are elements in ODT, or they become one space. */
export const lines = (words: string): string =>
  escaped(words)
    .replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');

export const paragraph = (style: string, content: string): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`;

export const bookmark = (id: string, content: string): string =>
  `<text:bookmark-start text:name="${escaped(id)}"/>${content}<text:bookmark-end text:name="${escaped(id)}"/>`;

const span = (style: string, content: string): string =>
  `<text:span text:style-name="${style}">${content}</text:span>`;

export const spans = (parts: readonly Inline[]): string => parts.map(piece).join('');

function piece(p: Inline): string {
  switch (p.is) {
    case 'words':
      return lines(p.text);
    case 'break':
      return '<text:line-break/>';
    case 'code':
      return span('Code', lines(p.text));
    case 'strong':
      return span('Strong', spans(p.of));
    case 'emphasis':
      return span('Emphasis', spans(p.of));
    case 'link':
      return `<text:a xlink:type="simple" xlink:href="${escaped(p.href)}" text:style-name="Internet_20_link">${spans(p.of)}</text:a>`;
  }
}

/** `above`: the level of the heading over it; `before`: a label at the start of the first line. */
export const prose = (parts: readonly Prose[], above: number, style: string, before = ''): string =>
  parts.map((p, i) => part(p, above, style, i === 0 ? before : '')).join('');

function part(p: Prose, above: number, style: string, first: string): string {
  switch (p.is) {
    case 'paragraph': {
      const right = fromRight(wordsIn(p.of));
      const named = right ? (style === 'Quote' ? 'QuoteRight' : 'Right') : style;
      return paragraph(named, first + spans(p.of));
    }
    case 'title': {
      const level = Math.min(6, above + p.level);
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${spans(p.of)}</text:h>`;
    }
    case 'rule':
      return paragraph('Rule', '');
    case 'items':
      return items(p, above);
    case 'grid':
      return table(
        p.head.map(() => null),
        p.head.map((c) => paragraph('Head', spans(c))),
        p.rows.map((row) => row.map((c) => paragraph('Cell', spans(c)))),
      );
  }
}

/** Numbers stay as they were typed: where one does not follow the previous, the item sets its own. */
function items(list: Extract<Prose, { is: 'items' }>, above: number): string {
  let next = 1;
  const inside = list.of.map((item) => {
    const start = item.number !== null && item.number !== next ? ` text:start-value="${item.number}"` : '';
    next = (item.number ?? next) + 1;
    // A list item in ODT holds paragraphs, headings and lists; a table or a rule inside it is written as text.
    const body = prose(item.of.map(asListed), above, 'Item') || paragraph('Item', '');
    return `<text:list-item${start}>${body}</text:list-item>`;
  });
  const style = list.ordered ? (list.suffix === ')' ? 'Numbers1' : 'Numbers0') : 'Bullets';
  return `<text:list text:style-name="${style}">${inside.join('')}</text:list>`;
}

const asListed = (p: Prose): Prose => {
  if (p.is === 'rule') return { is: 'paragraph', of: [] };
  if (p.is !== 'grid') return p;
  const rows = [p.head, ...p.rows].flatMap((row, n): Inline[] => [
    ...(n > 0 ? [{ is: 'break' } as const] : []),
    ...row.flatMap((c, i): Inline[] => [...(i > 0 ? [{ is: 'words', text: ' | ' } as const] : []), ...c]),
  ]);
  return { is: 'paragraph', of: rows };
};

/** `columns`: the style of each, or null for equal ones. The header row is repeated on each page. */
export function table(
  columns: readonly (string | null)[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = (row: readonly string[], style: string): string =>
    `<table:table-row>${row.map((c) => `<table:table-cell table:style-name="${style}" office:value-type="string">${c}</table:table-cell>`).join('')}</table:table-row>`;
  return `<table:table table:style-name="Grid">${columns.map((c) => `<table:table-column${c ? ` table:style-name="${c}"` : ''}/>`).join('')}<table:table-header-rows>${cells(head, 'GridHead')}</table:table-header-rows>${rows.map((row) => cells(row, 'GridCell')).join('')}</table:table>${paragraph('Cell', '')}`;
}
