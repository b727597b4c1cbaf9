/**
 * A person with only a keyboard: moves by Tab to a control, presses it, and notes every place where the focus would be
 * lost.
 */
import type { Page } from 'playwright-core';
import { steppedBack } from './seen';

type Stop = { name: string; kind: string; body: boolean; trouble: string | null };
type Name = string | RegExp;
const means = (name: Name, said: string) =>
  typeof name === 'string' ? said === name || said.startsWith(`${name} `) : name.test(said);

/** The focused element: its name, and if its focus is visible. */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    if (!at || at === document.body) return { name: '', kind: 'body', body: true, trouble: null };
    const words = (e: Element | null | undefined) =>
      // biome-ignore lint/performance/useDomNodeTextContent: what stands apart is read apart
      ((e as HTMLElement | null)?.innerText ?? '').replace(/\s+/g, ' ').trim();
    const by = at.getAttribute('aria-labelledby');
    const name =
      at.getAttribute('aria-label') ??
      (by ? words(document.getElementById(by)) : words(at.labels?.[0]) || words(at));
    const drawn = (e: Element | null) => {
      if (!e) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow.includes('inset');
    };
    const label = at.closest('label');
    // A screen just opened has the focus as a whole: it has no position on it.
    const whole = at.matches('main, dialog');
    const seen = drawn(at) || drawn(label) || drawn(at.closest('[class*="focus-visible"]'));
    const shown = label && at.classList.contains('sr-only') ? label : at;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((f) => [0.5, 0.15, 0.85].map((g) => [f, g] as const));
    const reached = points.some(([f, g]) => {
      const hit = document.elementFromPoint(left + (right - left) * f, top + (bottom - top) * g);
      return hit !== null && (shown.contains(hit) || hit.contains(shown));
    });
    const trouble = whole
      ? null
      : !seen
        ? 'has no visible focus'
        : !reached
          ? 'is covered or off the screen'
          : null;
    return {
      name,
      kind: at.type ? `${at.tagName.toLowerCase()}:${at.type}` : at.tagName.toLowerCase(),
      body: false,
      trouble,
    };
  });

export class Keys {
  /** Every fault met on the way, with its place. */
  readonly trouble: string[] = [];
  constructor(
    readonly page: Page,
    private readonly who: string,
  ) {}

  /** Its position once the page has had a moment to bring it into view. */
  private async seen(): Promise<Stop> {
    let at = await stop(this.page);
    for (let n = 0; at.trouble && n < 60; n++) {
      await this.page.waitForTimeout(60);
      at = await stop(this.page);
    }
    return at;
  }

  private async note(at: Stop, when: string) {
    if (at.trouble)
      this.trouble.push(`${this.who}, ${when}: ${at.kind} «${at.name.slice(0, 60)}» ${at.trouble}`);
  }

  /** Moves by Tab to a control with this name. */
  async to(name: Name, kind?: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
    const met: string[] = [];
    let first = await stop(this.page);
    if (means(name, first.name) && (!kind || first.kind.startsWith(kind))) return first;
    for (let n = 0; n < 220; n++) {
      await this.page.keyboard.press(key);
      first = await this.seen();
      await this.note(first, `walking to ${name}`);
      if (means(name, first.name) && (!kind || first.kind.startsWith(kind))) return first;
      met.push(first.name.slice(0, 40));
    }
    throw new Error(
      `${this.who} finds no ${name} at ${this.page.url()}, only ${[...new Set(met)].join(' | ')}`,
    );
  }

  /** Presses the control with this name. It may be removed: the focus may not. `leaves`: another page is loaded. */
  async press(
    name: Name,
    { key = 'Enter', leaves = false, kind }: { key?: string; leaves?: boolean; kind?: string } = {},
  ) {
    await this.to(name, kind);
    // A control whose meaning has just changed ignores keys for as long as a person needs to read its new name.
    await this.page.waitForFunction(() => !document.activeElement?.closest('.pointer-events-none'));
    await this.page.keyboard.press(key);
    if (!leaves) await this.still(`pressing ${name}`);
  }

  /** The focus is somewhere, now and after the next render. */
  async still(when: string): Promise<void> {
    await this.page.waitForTimeout(120);
    let at = await stop(this.page);
    for (let n = 0; (at.body || at.trouble) && n < 60; n++) {
      await this.page.waitForTimeout(60);
      at = await stop(this.page);
    }
    if (at.body) this.trouble.push(`${this.who}, after ${when}: the focus fell off the page`);
    await this.note(at, `after ${when}`);
  }

  async write(name: Name, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** One of several radios: Tab to the group, arrows inside it. */
  async choose(name: Name): Promise<void> {
    for (let n = 0; n < 80; n++) {
      await this.page.keyboard.press('Tab');
      const at = await this.seen();
      await this.note(at, `choosing ${name}`);
      if (at.kind !== 'input:radio') continue;
      const begun = at.name;
      let here = at;
      do {
        if (means(name, here.name)) {
          await this.page.keyboard.press('Space');
          return;
        }
        await this.page.keyboard.press('ArrowRight');
        here = await stop(this.page);
      } while (here.name !== begun);
    }
    throw new Error(`${this.who} finds no choice ${name}`);
  }

  /** A dialog holds the focus through any number of Tabs, and returns it. */
  async dialogHolds(opener: Name): Promise<void> {
    await this.press(opener);
    const inside = () => this.page.evaluate(() => document.activeElement?.closest('dialog:modal') !== null);
    const around = await this.page.evaluate(
      () => document.querySelectorAll('dialog:modal :is(button, input, textarea, select, a[href])').length,
    );
    let out = 0;
    for (const key of ['Tab', 'Shift+Tab'])
      for (let n = 0; n <= around + 1; n++) {
        await this.page.keyboard.press(key);
        const at = await this.seen();
        // The browser's own bar is a stop too, outside of the page and out of reach.
        if (!at.body && !(await inside())) out += 1;
        await this.note(at, `within ${opener}`);
      }
    if (out > 0) this.trouble.push(`${this.who}: the dialog of ${opener} lets the focus out`);
    await this.page.keyboard.press('Escape');
    await steppedBack(this.page);
    await this.still(`leaving ${opener}`);
    const back = await stop(this.page);
    if (!means(opener, back.name))
      this.trouble.push(`${this.who}: the dialog of ${opener} gives the focus to «${back.name}»`);
  }
}

export const focused = async (page: Page): Promise<string> => (await stop(page)).name;
