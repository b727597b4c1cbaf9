/** A page as a screen reader gets it: the browser's own accessibility tree, a line for each thing it would say. */
import type { Page } from 'playwright-core';

type Value = { value?: unknown };
type Node = {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
};

/** Said beside a name. */
const STATES = [
  'level',
  'checked',
  'pressed',
  'expanded',
  'selected',
  'disabled',
  'invalid',
  'focused',
  'live',
];
/** Containers that say nothing of their own: what is in them is said. */
const MUTE = new Set([
  ...['generic', 'none', 'InlineTextBox', 'RootWebArea', 'paragraph', 'LabelText', 'ListMarker'],
  ...['strong', 'emphasis', 'DescriptionList', 'LineBreak', 'time', 'mark', 'Ruby', 'Abbr', 'code'],
]);
/** Said as one, with all that is in it. */
const WHOLE = new Set([
  ...['heading', 'link', 'button', 'radio', 'checkbox', 'switch', 'textbox', 'searchbox', 'combobox'],
  ...[
    'tab',
    'image',
    'option',
    'progressbar',
    'DisclosureTriangle',
    'spinbutton',
    'meter',
    'timer',
    'Date',
    'InputTime',
  ],
]);

/** Removes what changes from one run to the next: the gathering's code, a personal code, hours, minutes left. */
const steady = (text: string, code: string): string =>
  text
    .replaceAll(code, 'CODICE')
    .replace(/\b127\.0\.0\.1:\d+/g, 'INDIRIZZO')
    .replaceAll(code.split('').join(' '), 'C O D I C E')
    .replace(/\b(?=[A-Z0-9]{4} [A-Z0-9]{4}\b)[A-Z0-9]{4} [A-Z0-9]{4}\b/g, 'PERSONALE')
    .replace(/\b\d{1,2}:\d{2}\b/g, '00:00')
    .replace(/\b\d+ (minut[oi]|second[oi])\b/g, '0 $1')
    .replace(/\b\d{1,2} \p{L}+ 20\d\d\b/gu, 'GIORNO')
    .replace(/\b(lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) \d+ \p{L}+/giu, 'GIORNO')
    .replace(/\s+/g, ' ')
    .trim();

function line(node: Node): string {
  const role = String(node.role?.value ?? '');
  const states = (node.properties ?? [])
    // Every item of a list has a level; only a heading's is said.
    .filter((p) => p.name !== 'level' || role === 'heading')
    .filter((p) => STATES.includes(p.name) && ![false, 'false', undefined].includes(p.value.value as never))
    .map(({ name, value }) =>
      [true, 'true'].includes(value.value as never) ? name : `${name} ${value.value}`,
    );
  const rest = [node.value?.value, node.description?.value, ...states].filter(
    (x) => x !== undefined && x !== '',
  );
  const name = String(node.name?.value ?? '').trim();
  return [role === 'StaticText' ? 'text' : role, name && `“${name}”`, ...rest.map((x) => `(${x})`)]
    .filter(Boolean)
    .join(' ');
}

/** The whole page from its title to its foot. */
export async function spoken(page: Page, code: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  await cdp.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const lines: string[] = [`# ${steady(await page.title(), code)}`];
  const say = (node: Node, depth: number): void => {
    const role = String(node.role?.value ?? '');
    const whole = WHOLE.has(role) && !node.ignored;
    const speaks = !node.ignored && (!MUTE.has(role) || isLive(node));
    if (speaks) lines.push('  '.repeat(depth) + steady(line(node), code));
    if (whole) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) say(child, depth + (speaks ? 1 : 0));
    }
  };
  if (nodes[0]) say(nodes[0], 0);
  // The framework's own announcer of addresses comes some time after the page and stays empty.
  if (lines.at(-1) === 'alert (live assertive)') lines.pop();
  return `${lines.join('\n')}\n`;
}

/** A region that speaks by itself is written down even where it is empty for now: it will be heard. */
const isLive = (node: Node): boolean =>
  (node.properties ?? []).some((p) => p.name === 'live' && p.value.value !== 'off');

/** Run inside the page as text: the compiler's helpers are not there. */
const LISTENER = `(() => {
  const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
  window.heard = [];
  const last = new WeakMap();
  const start = () => new MutationObserver((all) => {
    const regions = new Set();
    for (const m of all) {
      const at = m.target instanceof Element ? m.target : m.target.parentElement;
      const region = at && at.closest(live);
      if (region) regions.add(region);
      for (const n of m.addedNodes) if (n instanceof Element && n.matches('[role="alert"]')) regions.add(n);
    }
    for (const r of regions) {
      const walker = document.createTreeWalker(r, NodeFilter.SHOW_TEXT);
      const parts = [];
      while (walker.nextNode())
        if (!walker.currentNode.parentElement.closest('[aria-hidden="true"]')) parts.push(walker.currentNode.data);
      const text = parts.join(' ').replace(/\\s+/g, ' ').trim();
      if (text && last.get(r) !== text) {
        const loud = r.matches('[aria-live="assertive"], [role="alert"]');
        window.heard.push((loud ? 'at once: ' : 'in turn: ') + text);
      }
      last.set(r, text);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  document.documentElement ? start() : addEventListener('DOMContentLoaded', start);
})()`;

/** From now on, what the pages say by themselves is kept. */
export const listen = (page: Page): Promise<unknown> => page.addInitScript({ content: LISTENER });

/** The page's live announcements since it was opened or last asked. */
export async function saidByItself(page: Page, code: string): Promise<string[]> {
  const heard = (await page.evaluate('window.heard.splice(0)')) as string[];
  return heard.map((h) => steady(h, code));
}
