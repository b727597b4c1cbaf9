/**
 * Gives the HTML that office programs put on the clipboard the elements it only pretends to have: Word's lists are
 * paragraphs with a drawn bullet, Google's bold is a style, and its inner lists stand beside their items.
 */

/** Never shown as words, or not to be taken from another document. */
const DROPPED =
  'script, style, head, meta, link, title, template, noscript, iframe, object, embed, svg, math, canvas, audio, video, input, select, textarea, button, [hidden]';
const BLOCKS =
  'p, div, li, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table, tr, dd, dt, section, article';
/** A picture whose description is as short as this is an emoji drawn as a picture. */
const EMOJI_LENGTH = 12;

/** A style's value; "" where there is none. `mso-` names are no property that a browser keeps, so the text is read. */
function styled(el: Element, name: string): string {
  const declared = (el.getAttribute('style') ?? '').split(';').map((d) => d.split(/:(.*)/s));
  return (
    declared
      .findLast(([n = '']) => n.trim().toLowerCase() === name)?.[1]
      ?.trim()
      .toLowerCase() ?? ''
  );
}

const all = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)];
const unwrap = (el: Element): void => el.replaceWith(...el.childNodes);

function renamed(el: Element, tag: string): Element {
  const other = el.ownerDocument.createElement(tag);
  other.append(...el.childNodes);
  el.replaceWith(other);
  return other;
}

/** Changes the document: afterwards lists, tables, headings and emphasis are elements of their own. */
export function structure(html: Document): void {
  for (const el of all(html, DROPPED)) if (el.localName !== 'head') el.remove();
  for (const el of all(html.body, '[style]'))
    if (styled(el, 'display') === 'none' || styled(el, 'mso-hide') === 'all') el.remove();
  for (const img of all(html.body, 'img')) {
    const alt = img.getAttribute('alt') ?? '';
    img.replaceWith(alt.length <= EMOJI_LENGTH && /\p{Extended_Pictographic}/u.test(alt) ? alt : '');
  }
  lineBreaks(html);
  listsOfParagraphs(html);
  listsOfLevels(html);
  innerLists(html);
  tables(html);
  emphasis(html);
  for (const title of all(html.body, 'p.MsoTitle, p.title, div.title')) renamed(title, 'h1');
}

/** Messages keep their line breaks in styles: a line feed in such an element is a break. */
function lineBreaks(html: Document): void {
  const found = html.createTreeWalker(html.body, 4);
  const texts: Text[] = [];
  for (let n = found.nextNode(); n; n = found.nextNode()) texts.push(n as Text);
  for (const text of texts) {
    text.data = text.data.replace(/\u00A0/g, ' ');
    if (!text.data.includes('\n') || !keepsLines(text.parentElement)) continue;
    const lines = text.data
      .split('\n')
      .flatMap((line, i) => (i === 0 ? [line] : [html.createElement('br'), line]));
    text.replaceWith(...lines);
  }
}

function keepsLines(el: Element | null): boolean {
  for (let at = el; at; at = at.parentElement) {
    if (at.localName === 'pre') return true;
    const style = styled(at, 'white-space') || styled(at, 'white-space-collapse');
    if (style !== '') return /^(pre|preserve|break-spaces)/.test(style);
  }
  return false;
}

type Row = { level: number; ordered: boolean; number: number; of: Node[] };

/** Consecutive rows with their levels, as lists inside lists. */
function nested(html: Document, rows: readonly Row[]): DocumentFragment {
  const top = html.createDocumentFragment();
  const open: { level: number; list: Element }[] = [];
  for (const row of rows) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > row.level) open.pop();
    let last = open.at(-1);
    const tag = row.ordered ? 'ol' : 'ul';
    if (last && last.level >= row.level && last.list.localName !== tag) {
      open.pop();
      last = open.at(-1);
    }
    if (!last || last.level < row.level) {
      const list = html.createElement(tag);
      if (row.ordered) list.setAttribute('start', String(row.number));
      (last?.list.lastElementChild ?? top).append(list);
      last = { level: row.level, list };
      open.push(last);
    }
    const item = html.createElement('li');
    item.append(...row.of);
    last.list.append(item);
  }
  return top;
}

/** Replaces each run of elements that stand side by side by the lists that they are. */
function replaceRuns(html: Document, elements: readonly Element[], rowOf: (el: Element) => Row[]): void {
  const seen = new Set<Element>();
  for (const first of elements) {
    if (seen.has(first)) continue;
    const run = [first];
    for (let next = first.nextElementSibling; next && elements.includes(next); next = next.nextElementSibling)
      run.push(next);
    for (const el of run) seen.add(el);
    const mark = html.createComment('');
    first.before(mark);
    const rows = run.flatMap(rowOf);
    for (const el of run) el.remove();
    mark.replaceWith(nested(html, rows));
  }
}

/** A number, or letters with a dot: Word draws some bullets with the letter o. */
const MARKER = /^\(?(?:\d+[.)]?|(?:[a-z]{1,2}|[ivxlcdm]+)[.)])$/i;

/** Word on a desk: `<p style="mso-list:l0 level2 lfo1">` with the bullet drawn in a span. */
function listsOfParagraphs(html: Document): void {
  const paragraphs = all(html.body, '[style*="mso-list" i]').filter((el) =>
    /level\d/.test(styled(el, 'mso-list')),
  );
  const drawn = (el: Element): string => {
    const marks = all(el, 'span').filter((s) => styled(s, 'mso-list') === 'ignore');
    const words = marks
      .map((m) => m.textContent ?? '')
      .join('')
      .trim();
    for (const mark of marks) mark.remove();
    return words;
  };
  const isHeading = (el: Element): boolean => /^h\d$/.test(el.localName);
  for (const heading of paragraphs.filter(isHeading)) {
    const number = drawn(heading);
    if (number !== '') heading.prepend(`${number} `);
  }
  replaceRuns(
    html,
    paragraphs.filter((el) => !isHeading(el)),
    (el) => {
      const mark = drawn(el);
      return [
        {
          level: Number(/level(\d)/.exec(styled(el, 'mso-list'))?.[1] ?? 1),
          ordered: MARKER.test(mark),
          number: Number.parseInt(mark.replace('(', ''), 10) || 1,
          of: [...el.childNodes],
        },
      ];
    },
  );
}

/** Word in a browser: each item is a list of its own, with its level beside it. */
function listsOfLevels(html: Document): void {
  for (const wrapper of all(html.body, '.ListContainerWrapper')) unwrap(wrapper);
  const apart = all(html.body, 'ul, ol').filter((list) =>
    [...list.children].some((li) => li.hasAttribute('data-aria-level')),
  );
  replaceRuns(html, apart, (list) =>
    [...list.children].map((li, i) => ({
      level: Number(li.getAttribute('data-aria-level') ?? 1),
      ordered: list.localName === 'ol',
      number: Number(list.getAttribute('start') ?? 1) + i,
      of: [...li.childNodes],
    })),
  );
}

/** Google and older editors: a list right inside a list belongs to the item above it. */
function innerLists(html: Document): void {
  for (const list of all(html.body, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    const above = list.previousElementSibling;
    const item = above?.localName === 'li' ? above : html.createElement('li');
    if (item !== above) list.before(item);
    item.append(list);
  }
}

const BOLD = /^(bold|bolder|[6-9]00)$/;
const REGULAR = /^(normal|lighter|[1-4]00)$/;

/** Google's documents come whole in a `<b>` that is not bold; what is bold has a style. */
function emphasis(html: Document): void {
  for (const el of all(html.body, 'b, strong')) if (REGULAR.test(styled(el, 'font-weight'))) unwrap(el);
  for (const el of all(html.body, 'i, em')) if (styled(el, 'font-style') === 'normal') unwrap(el);
  for (const el of all(html.body, 'span[style], font[style]')) {
    if (el.querySelector(BLOCKS)) continue;
    if (styled(el, 'font-style') === 'italic' && !el.closest('i, em')) around(el, 'em');
    if (BOLD.test(styled(el, 'font-weight')) && !el.closest('b, strong')) around(el, 'strong');
  }
  // A heading, or a head of a table, is strong as it is.
  for (const el of all(
    html.body,
    'h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong, th b, th strong',
  ))
    unwrap(el);
  for (const el of all(html.body, 'b, strong, i, em'))
    if ((el.textContent ?? '').trim() === '' || el.querySelector(BLOCKS)) unwrap(el);
}

function around(el: Element, tag: string): void {
  const wrapper = el.ownerDocument.createElement(tag);
  wrapper.append(...el.childNodes);
  el.append(wrapper);
}

/** A cell holds one line; a table of one column, or of one row, only lays words out. */
function tables(html: Document): void {
  for (const table of all(html.body, 'table').reverse()) {
    const rows = all(table, 'tr').filter((row) => row.closest('table') === table);
    const cells = (row: Element): Element[] => [...row.children].filter((c) => /^t[hd]$/.test(c.localName));
    if (rows.length < 2 || rows.every((row) => cells(row).length < 2)) {
      const parts = rows.flatMap(cells).map((cell) => renamed(cell, 'div'));
      table.replaceWith(...parts);
      continue;
    }
    for (const cell of rows.flatMap(cells)) {
      cell.removeAttribute('align');
      for (const br of all(cell, 'br')) br.replaceWith(' ');
      for (const block of all(cell, BLOCKS)) {
        block.after(' ');
        unwrap(block);
      }
    }
    if (!table.querySelector('th')) for (const cell of cells(rows[0] as Element)) renamed(cell, 'th');
  }
}
