/**
 * Promises of docs/access.md that need a real page: the wall's text at 400 % zoom, titles, link previews, a board that
 * grows.
 */
import type { Browser } from 'playwright-core';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DETAILS } from '../office-details';
import { assemble } from './assembly';
import { type App, launch, PATIENCE, startApp } from './browser';
import { singleTopic } from './crowded';
import type { Living } from './living';
import { deskScreens, publicScreens, type Screen, seatScreens } from './screens';
import { seenBy, settled } from './seen';
import { office, Visitor } from './visitor';

let app: App;
let browser: Browser;
let staff: Visitor;
let one: Living;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  staff = await office(app.url, app.setup ?? '');
  one = await singleTopic(staff);
}, 300_000);
afterAll(async () => {
  one?.close();
  await browser?.close();
  await app?.stop();
});

/** Staff pages that have a bar of their own. */
const OFFICE = ['/ufficio', '/ufficio/accessi', '/ufficio/ente'];
const looks = (): [Visitor, string[]][] => {
  const paths = (screens: Screen[]) => screens.map((s) => s.path);
  return [
    [new Visitor(app.url), paths(publicScreens(one.code))],
    [one.seat, paths(seatScreens(one.code, 'nessuno'))],
    [staff, [...paths(deskScreens(one.code)), ...OFFICE]],
  ];
};

describe('access, in a real browser', { sequential: true, timeout: 600_000 }, () => {
  it('the wall’s text grows with the browser’s zoom: at 400 % it is at least twice as large', async () => {
    const sizes: number[] = [];
    for (const zoom of [1, 4]) {
      const viewport = { width: 1920 / zoom, height: 1080 / zoom };
      const context = await browser.newContext({ viewport, deviceScaleFactor: zoom });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await settled(page, `${app.url}/muro/${one.code}?scena=board`, 800);
      const [size, over, sideways] = await page.evaluate(() => {
        const written = [...document.querySelectorAll('[data-wall] b')].filter((b) => b.textContent?.trim());
        const { scrollHeight, scrollWidth } = document.documentElement;
        return [
          Math.min(...written.map((b) => Number.parseFloat(getComputedStyle(b).fontSize))),
          scrollHeight - innerHeight,
          scrollWidth - innerWidth,
        ] as const;
      });
      sizes.push(size * zoom);
      // A hall's wall never scrolls; a zoomed one does, and only downwards.
      expect(over > 0).toBe(zoom > 1);
      expect(sideways).toBe(0);
      await context.close();
    }
    expect((sizes[1] ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(1.99);
  });

  it('every address opened directly has a title of its own, and a preview with words and a picture', async () => {
    const titles = new Map<string, string>();
    const wrong: string[] = [];
    for (const [as, paths] of looks())
      for (const path of paths.filter((p) => !p.includes('?'))) {
        const html = await as.read(path);
        const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
        if (path !== '/' && !/.+ · Cerchi$/.test(title)) wrong.push(`${path}: «${title}»`);
        const other = titles.get(title);
        // Two topics that are not there, or a report of one, have nothing of their own to say.
        if (other !== undefined && !title.startsWith('Questo tema non c’è'))
          wrong.push(`${path} and ${other}: «${title}»`);
        titles.set(title, path);
        if (as.cookie === '' && !/href="\/informativa[^>]*>[\s\S]*href="\/accessibilita/.test(html))
          wrong.push(`${path}: no foot`);
        const meta = (name: string) =>
          new RegExp(`<meta property="og:${name}" content="([^"]+)`).exec(html)?.[1];
        if (!meta('title')) wrong.push(`${path}: no title in its preview`);
        if (!meta('description')) wrong.push(`${path}: no words in its preview`);
        if (!meta('image')?.startsWith(app.url)) wrong.push(`${path}: no picture in its preview`);
      }
    expect(wrong).toEqual([]);
  });

  it('a wrong passphrase is said at its field, which has the focus, and in the title; the name stays', async () => {
    const { page, context } = await seenBy(browser, new Visitor(app.url), { lang: 'it', size: 'phone' });
    await settled(page, `${app.url}/accedi`, 300);
    await page.getByLabel('Nome').fill('Chi tiene lo spazio');
    await page.getByLabel('Password').fill('quattro parole sbagliate');
    await page.getByRole('button', { name: 'Entra', exact: true }).click();
    await page.waitForURL(/rifiuto=wrong_passphrase/);
    expect(await page.title()).toMatch(/^Errore: /);
    const field = page.getByLabel('Password');
    await expect.poll(() => field.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const said = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${said}"]`).textContent()).toMatch(/password/i);
    expect(await field.inputValue()).toBe('');
    expect(await page.getByLabel('Nome').inputValue()).toBe('Chi tiene lo spazio');
    await context.close();
  });

  it('the page on accessibility is not called the legal declaration, and leads to the office’s own', async () => {
    const anybody = new Visitor(app.url);
    const before = await anybody.read('/accessibilita');
    expect(/<h1[^>]*>([^<]*)/.exec(before)?.[1]).toBe('Accessibilità');
    expect(before).not.toMatch(/difensore civico|form\.agid\.test/);
    const own = {
      declaration: 'https://form.agid.test/view/prova',
      feedback: 'accessibile@unione.test',
      ombudsman: 'https://difensore.agid.test',
    };
    await staff.post('/api/office-details', { ...DETAILS, ...own, after: 1 });
    const after = await anybody.read('/accessibilita');
    expect(after).toContain(`href="${own.declaration}"`);
    expect(after).toMatch(/difensore civico[^<]*difensore\.agid\.test/);
    expect(after).toContain(own.feedback);
  });

  it('a board at its top takes new topics in by itself; to who is further down it says how many wait', async () => {
    const { page, context } = await seenBy(browser, one.seat, { lang: 'it', size: 'phone' });
    await settled(page, `${app.url}/i/${one.code}/bacheca`, 800);
    await page.getByText('Chi perde il lavoro').first().waitFor();
    const waiting = page.getByRole('button', { name: /^\d+ nuov[oi]$/ });
    const others = await assemble(staff, one.code, [{ label: 'Chi propone', sector: 'volontariato' }]);
    const propose = (title: string) => others.act(0, 'proposeTopic', { topic: nanoid(14), title });
    await propose('Arriva mentre si guarda dall’alto');
    await page.getByText('Arriva mentre si guarda dall’alto').first().waitFor();
    expect(await waiting.count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 400 });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await propose('Arriva mentre si legge più sotto');
    await waiting.waitFor();
    // Longer than a list at its top waits before it moves.
    await page.waitForTimeout(4000);
    expect(await page.getByText('Arriva mentre si legge più sotto').count()).toBe(0);
    await waiting.click();
    await page.getByText('Arriva mentre si legge più sotto').first().waitFor();
    others.close();
    await context.close();
  });
});
