/**
 * Checks of one open page: accessibility rules, bars that stay, chosen items, the wall's size, and texts that became part of
 * the page.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ARABIC } from './torture';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Node = { target: string[]; html: string; failureSummary?: string };
type Violation = { id: string; nodes: Node[] };

/** Each accessibility fault as a line. On the wall, which is read from afar, contrast must meet level AAA. */
export async function violations(page: Page, wall: boolean): Promise<string[]> {
  await page.evaluate(axe.source);
  const rules = { 'color-contrast-enhanced': { enabled: wall } };
  const found = await page.evaluate(
    async ([tags, rules]) => {
      const { axe } = window as unknown as {
        axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] })).violations;
    },
    [TAGS, rules] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
}

/** E34: text under 3 % of the wall's height, and anything that could be scrolled. */
export const wallTrouble = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const trouble: string[] = [];
    const root = document.documentElement;
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) trouble.push('it scrolls');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      const words = walker.currentNode.textContent?.trim() ?? '';
      if (!at || !words || !at.checkVisibility() || at.closest('.sr-only, script, style, svg')) continue;
      const px = Number.parseFloat(getComputedStyle(at).fontSize);
      if (px < 0.03 * innerHeight) trouble.push(`«${words.slice(0, 40)}» is ${px}px`);
    }
    return trouble;
  });

/** Faults on a page with hostile texts. */
export const tortureHarm = (page: Page): Promise<string[]> =>
  page.evaluate((arabic) => {
    const found: string[] = [];
    if ('ran' in window) found.push('something ran');
    if (
      document.querySelector('img[src="/x"], svg[onload]') ||
      [...document.querySelectorAll('style')].some((e) => e.textContent?.startsWith('*{display'))
    )
      found.push('words became a part of the page');
    const where = (node: Text, from: number) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect();
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const text = node.data;
      if (
        !node.parentElement?.checkVisibility() ||
        node.parentElement.closest('.sr-only, script, style, svg, option')
      )
        continue;
      // In its own direction an exclamation mark ends an Arabic sentence at the left.
      if (text.trim() === arabic && text.length === arabic.length) {
        const [first, last] = [where(node, 0), where(node, arabic.length - 1)];
        if (first.width && last.width && first.top === last.top && last.left > first.left)
          found.push(
            `Arabic reads from the left in ${node.parentElement.tagName}.${node.parentElement.className}`,
          );
      }
      // Text beside turned words is not turned.
      const plain = /^[\x20-\x7EàèéìòùÈ«»’…·–—]{2,}$/.test(text) && text.trim().length > 1;
      if (plain) {
        const from = text.search(/[A-Za-z]{2}/);
        if (from < 0) continue;
        const [a, b] = [where(node, from), where(node, from + 1)];
        if (a.width && b.width && a.top === b.top && b.left < a.left)
          found.push(`turned round: «${text.trim().slice(0, 40)}»`);
      }
    }
    return found;
  }, ARABIC);

/** The share of the window under bars that stay while the page scrolls. */
export const barred = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const stays = [...document.querySelectorAll('body *')].filter((e) =>
      /fixed|sticky/.test(getComputedStyle(e).position),
    );
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await drawn();
    const before = stays.map((e) => e.getBoundingClientRect().top);
    scrollBy(0, -8);
    await drawn();
    const stuck = stays.filter(
      (e, i) => getComputedStyle(e).position === 'fixed' || e.getBoundingClientRect().top === before[i],
    );
    let [under, all] = [0, 0];
    for (let x = 8; x < innerWidth; x += 16)
      for (let y = 2; y < innerHeight; y += 4) {
        all += 1;
        const at = document.elementFromPoint(x, y);
        if (stuck.some((e) => e.contains(at))) under += 1;
      }
    return under / all;
  });

export type CurrentItem = { kind: string; words: string; outline: string };

/** The visible items that are current, pressed or checked, and their outline where the system chooses the colours. */
export async function currentItems(page: Page): Promise<CurrentItem[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '[aria-current]:not([aria-current=false]), [aria-pressed=true], label:has(input:checked)',
      ),
    ]
      .filter((e) => e.checkVisibility())
      .map((e) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        const kind = e.getAttribute('aria-current') ?? (e.tagName === 'LABEL' ? 'checked' : 'pressed');
        return { kind, words: e.textContent ?? '', outline: `${outlineStyle} ${outlineWidth}` };
      }),
  );
  await page.emulateMedia({ forcedColors: null });
  return found;
}
