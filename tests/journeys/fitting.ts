/** Finds layout faults on a drawn screen: horizontal scrolling, cut words, targets too small for a thumb. */
import type { Page } from 'playwright-core';

/** Each fault as a line that says where. `thumb`: the smallest side of a target, in CSS pixels; 0 does not measure. */
export const misfits = (page: Page, { thumb }: { thumb: number }): Promise<string[]> =>
  page.evaluate((thumb) => {
    const found = new Set<string>();
    const cut = (s: string | null) => (s ?? '').replace(/\s+/g, ' ').trim().slice(0, 50);
    const name = (e: Element) =>
      `${e.tagName.toLowerCase()} «${cut(e.getAttribute('aria-label') ?? e.textContent)}» .${cut(e.getAttribute('class'))}`;
    const unseen = (e: Element) => !e.checkVisibility({ visibilityProperty: true }) || e.closest('.sr-only');
    const clips = (e: Element) => getComputedStyle(e).overflowX !== 'visible';
    const rollsSideways = (e: Element) => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const clipper = (e: Element | null): Element | null => (!e || clips(e) ? e : clipper(e.parentElement));

    // 1. The page itself. A phone's browser zooms out on a page too wide for it, and innerWidth changes too: the
    // layout's width does not.
    const root = document.documentElement;
    const width = root.clientWidth;
    if (root.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (e) => e.getBoundingClientRect().right > width + 1 && !clipper(e.parentElement) && !unseen(e),
      );
      const inmost = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
      found.add(`the page is ${root.scrollWidth} wide, for ${inmost.slice(0, 3).map(name).join(' and ')}`);
    }

    // 2. Words in controls and in headings.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      if (
        !at ||
        !cut(walker.currentNode.textContent) ||
        unseen(at) ||
        at.closest('script, style, svg, option')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const control = at.closest('a[href], button, summary, label, [role="tab"], h1, h2, h3');
      if (!control) continue;
      const frame = clipper(at);
      for (const r of range.getClientRects()) {
        if (r.width === 0) continue;
        const box = frame?.getBoundingClientRect();
        // A link may show the beginning of its target's text: its ellipsis says that it continues there.
        const excerpt =
          frame === control && control.matches('a') && getComputedStyle(at).webkitLineClamp !== 'none';
        // So does a button that unfolds it.
        const folded =
          control.matches('button[aria-expanded="false"]') && getComputedStyle(at).webkitLineClamp !== 'none';
        const fixed = frame && !rollsSideways(frame) && !excerpt && !folded;
        if (
          fixed &&
          box &&
          (r.right > box.right + 1 || r.left < box.left - 1 || r.bottom > box.bottom + r.height / 2)
        )
          found.add(`cut off: ${name(control)}`);
        else if (!frame && (r.right > width + 1 || r.left < -1))
          found.add(`off the screen: ${name(control)}`);
        const own = control.getBoundingClientRect();
        if (control.matches('button, a, label, summary') && getComputedStyle(control).display !== 'inline')
          if (r.right > own.right + 1 || r.left < own.left - 1) found.add(`spills out: ${name(control)}`);
      }
    }

    // Short words are whole, on buttons and labels of any width.
    for (const e of document.querySelectorAll(
      'button, summary, legend, th, nav a, a[class*="rounded-full"]',
    )) {
      const words = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const node = words.currentNode as Text;
        if (!node.parentElement || unseen(node.parentElement)) continue;
        for (const word of node.data.matchAll(/(?<!\p{L})\p{L}{2,14}(?!\p{L})/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1)
            found.add(`cut in two: «${word[0]}» of ${name(e)}`);
        }
      }
    }

    // 3. Thumbs. A link inside a sentence is as tall as its line: the exception of WCAG 2.5.5 and 2.5.8.
    const tapped = 'a[href], button, summary, input, select, textarea, [role="tab"]';
    if (thumb > 0)
      for (const e of document.querySelectorAll<HTMLElement>(tapped)) {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.getAttribute('type') === 'hidden') continue;
        // A link may be stretched over its card; a choice is as large as its label.
        const after = getComputedStyle(e, '::after');
        const stretched = after.position === 'absolute' && after.content !== 'none' && after.top === '0px';
        const target = e.closest('label') ?? (stretched ? (e.offsetParent ?? e) : e);
        if (target === e && e.closest('.sr-only')) continue;
        const inSentence =
          e.matches('a') &&
          getComputedStyle(e).display === 'inline' &&
          cut(e.parentElement?.textContent ?? '').length > cut(e.textContent).length;
        const { width, height } = target.getBoundingClientRect();
        if (!inSentence && Math.min(width, height) < thumb - 0.5)
          found.add(`small: ${name(target)} ${Math.round(width)}×${Math.round(height)}`);
      }
    return [...found];
  }, thumb);
