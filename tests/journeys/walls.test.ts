/**
 * A hall of sixty with three slots of seven spaces: every wall at every size, and one person who runs it from a phone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { SCENES } from '@/domain/gathering/state/scene';
import { type App, launch, PATIENCE, startApp } from './browser';
import { BEFORE, type FullHall, fill, fullHall, SECOND_RUNS, SOON } from './full-hall';
import { TAPS } from './taps';
import { office, Visitor } from './visitor';

type Size = { width: number; height: number };
const SIZES = {
  '1920×1080': { width: 1920, height: 1080 },
  '1280×720': { width: 1280, height: 720 },
  '1024×768': { width: 1024, height: 768 },
  '800×600': { width: 800, height: 600 },
  upright: { width: 1080, height: 1920 },
};
/** No text on a wall is smaller, as a part of its height. */
const FLOOR = 0.03;
/** The height of Titillium's figures, as a part of their font's size. */
const FIGURES = 0.69;

let app: App;
let browser: Browser;
let by: Visitor;
let now: FullHall;
let soon: FullHall;
let before: FullHall;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  by = await office(app.url, app.setup ?? '');
  now = await fullHall(by, SECOND_RUNS, 'Adesso');
  await fill(now);
  soon = await fullHall(by, SOON, 'Tra poco');
  await soon.hold('changePhase', { phase: 'sessions' });
  before = await fullHall(by, BEFORE, 'Mercato');
  await before.hold('changePhase', { phase: 'market' });
});
afterAll(async () => {
  for (const hall of [now, soon, before]) hall?.close();
  await browser?.close();
  await app?.stop();
});

const opened: BrowserContext[] = [];
async function device(size: Size, path: string, staff = false, inside = browser): Promise<Page> {
  const page = await newWindow(size, staff, 'it', inside);
  opened.push(page.context());
  await show(page, path);
  return page;
}
async function newWindow(size: Size, staff: boolean, lang: string, inside = browser): Promise<Page> {
  const context = await inside.newContext({ viewport: size, locale: 'it-IT', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript("localStorage.setItem('cerchi:letters', 'here')");
  if (staff || lang !== 'it') {
    const who = staff ? by : await new Visitor(app.url).speaking(lang);
    const [name = '', value = ''] = who.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  return context.newPage();
}
async function show(page: Page, path: string): Promise<void> {
  await page.goto(app.url + path);
  await page.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
}
/** One wall for each language is led from scene to scene: a new window loads and translates all programs again. */
const walls = new Map<string, Page>();
async function wallIn(lang: string): Promise<Page> {
  const page = walls.get(lang) ?? (await newWindow(SIZES['1920×1080'], false, lang));
  walls.set(lang, page);
  return page;
}
const shutAll = async () => {
  for (const context of opened.splice(0)) await context.close();
};

/** Faults of this wall's text. */
const trouble = (page: Page): Promise<string[]> =>
  page.evaluate((floor) => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) wrong.push('it scrolls');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      const words = walker.currentNode.textContent?.trim() ?? '';
      if (!at || !words || !at.checkVisibility() || at.closest('.sr-only, script, style')) continue;
      const svg = at.closest('svg');
      const scale = svg ? svg.getBoundingClientRect().height / svg.viewBox.baseVal.height : 1;
      const px = Number.parseFloat(getComputedStyle(at).fontSize) * scale;
      if (px < floor * innerHeight) wrong.push(`«${words.slice(0, 40)}» is ${px.toFixed(1)}px`);
    }
    // Below the baseline the descenders need 0.22em, and a cut box leaves half its line height less 0.37em.
    for (const box of document.querySelectorAll<HTMLElement>('[data-fit], .truncate')) {
      const { fontSize, lineHeight, paddingBottom } = getComputedStyle(box);
      const em = Number.parseFloat(fontSize);
      const below = Number.parseFloat(lineHeight) / 2 + Number.parseFloat(paddingBottom) - 0.37 * em;
      if (box.textContent && below < 0.22 * em) wrong.push(`«${box.textContent.slice(0, 40)}» is cut below`);
    }
    for (const words of document.querySelectorAll<HTMLElement>('[data-fit]')) {
      const box = words.closest('[data-fit-box]')!.getBoundingClientRect();
      const own = words.parentElement!.getBoundingClientRect();
      if (words.textContent && own.height > box.height + 2)
        wrong.push(`«${words.textContent.slice(0, 40)}» leaves its place`);
    }
    // A slot's hours are never cut.
    for (const at of document.querySelectorAll<HTMLElement>('th[scope=col] [data-fit]'))
      if (at.scrollHeight - at.clientHeight > Number.parseFloat(getComputedStyle(at).fontSize) / 2)
        wrong.push(`«${at.textContent}» is cut`);
    // The seen part of each text: all of its lines, without what a box around them cuts off.
    const seen: { says: string; lines: DOMRect[] }[] = [];
    const texts = document.createTreeWalker(document.querySelector('[data-scene]')!, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.parentElement;
      const says = texts.currentNode.textContent?.trim() ?? '';
      if (!at || !says || !at.checkVisibility() || at.closest('.sr-only, svg, [aria-hidden=true]')) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      let lines = [...range.getClientRects()].map(
        // Letters fill about half of a line's box.
        (r) => new DOMRect(r.x, r.y + r.height / 4, r.width, r.height / 2),
      );
      for (let box: Element | null = at; box; box = box.parentElement) {
        if (getComputedStyle(box).overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        lines = lines.flatMap((r) => {
          const [x, y] = [Math.max(r.left, edge.left), Math.max(r.top, edge.top)];
          const [w, h] = [Math.min(r.right, edge.right) - x, Math.min(r.bottom, edge.bottom) - y];
          return w > 1 && h > 1 ? [new DOMRect(x, y, w, h)] : [];
        });
      }
      if (lines.length === 0) wrong.push(`«${says.slice(0, 40)}» is not seen`);
      seen.push({ says: says.slice(0, 40), lines });
    }
    for (const [i, one] of seen.entries())
      for (const other of seen.slice(i + 1))
        if (
          one.lines.some((a) =>
            other.lines.some(
              (b) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2,
            ),
          )
        )
          wrong.push(`«${one.says}» is over «${other.says}»`);
    // Texts of a fixed size: none goes past its scene or over the code to frame.
    const scene = document.querySelector('[data-scene]')!.getBoundingClientRect();
    const codes = [...document.querySelectorAll('svg[aria-label^="http"]')].map((e) =>
      e.getBoundingClientRect(),
    );
    for (const at of document.querySelectorAll<HTMLElement>('[data-scene] :is(p, h1, h2, b, span, li)')) {
      const own = [...at.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
      if (!own || !at.checkVisibility() || at.closest('[data-fit], .sr-only, .truncate, svg, [data-map]'))
        continue;
      const { top, bottom, left, right } = at.getBoundingClientRect();
      const says = `«${at.textContent?.slice(0, 40)}»`;
      if (
        top < scene.top - 2 ||
        bottom > scene.bottom + 2 ||
        left < scene.left - 2 ||
        right > scene.right + 2
      )
        wrong.push(`${says} leaves its scene`);
      if (codes.some((c) => top < c.bottom && c.top < bottom && left < c.right && c.left < right))
        wrong.push(`${says} is under the code`);
    }
    return wrong;
  }, FLOOR);

/** Drawn at its new size: letters are fitted once the browser has laid out the new box. */
const redrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    await document.fonts.ready;
  });

/** The faults of this scene at every size: one wall, resized. */
async function troubleOf(scene: string, lang = 'it'): Promise<string[]> {
  const wrong: string[] = [];
  const page = await wallIn(lang);
  await page.setViewportSize(SIZES['1920×1080']);
  await show(page, `/muro/${now.code}?scena=${scene}`);
  await page.locator(`[data-scene="${scene}"]`).waitFor();
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await redrawn(page);
    for (const what of await trouble(page)) wrong.push(`${name}: ${what}`);
    // Titles that the day has chosen are read to their end.
    if (scene === 'results')
      for (const words of await cutShort(page)) wrong.push(`${name}: «${words}» is cut`);
  }
  return wrong;
}

/** Texts of which even the smallest letters left lines out. */
const cutShort = (page: Page): Promise<string[]> =>
  page
    .locator('[data-scene] [data-fit]')
    .evaluateAll((all) =>
      all
        .filter((e) => e.scrollHeight - e.clientHeight > Number.parseFloat(getComputedStyle(e).fontSize) / 2)
        .map((e) => e.textContent ?? ''),
    );

describe('the walls', () => {
  it.each(SCENES)(
    '[E34] keep the words of %s at three hundredths of the height and more, whole and still, at every size',
    async (scene) => expect(await troubleOf(scene)).toEqual([]),
  );

  it.each(['1920×1080', '1280×720', '1024×768'] as const)(
    'on %s three slots of seven spaces stand on one wall, before and while a slot runs, and so do seven circles',
    async (name) => {
      for (const hall of [before, now]) {
        const page = await device(SIZES[name], `/muro/${hall.code}?scena=matrix`);
        await page.getByRole('cell', { name: /T20/ }).waitFor();
        expect(await page.getByRole('cell', { name: /T\d\d/ }).count()).toBe(20);
        expect(await page.getByRole('rowheader').count()).toBe(7);
        expect(await page.getByText('1 di 2').count()).toBe(0);
        expect(await cutShort(page)).toEqual([]);
        await shutAll();
      }
      const page = await device(SIZES[name], `/muro/${now.code}`);
      await page
        .getByRole('img', { name: /persone? qui/ })
        .first()
        .waitFor();
      expect(await page.getByRole('img', { name: /persone? qui/ }).count()).toBe(7);
      expect(await page.getByText('1 di 2').count()).toBe(0);
      await shutAll();
    },
  );

  it('joins the letters of Urdu at the door: one font has them all, and none stand apart', async () => {
    const page = await device(SIZES['1920×1080'], `/muro/${now.code}?scena=welcome`);
    const phrase = page.locator('[lang=ur]');
    expect(await phrase.evaluate((e) => getComputedStyle(e).letterSpacing)).toBe('normal');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('DOM.enable');
    await cdp.send('CSS.enable');
    const { root } = await cdp.send('DOM.getDocument');
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '[lang=ur]' });
    // Spaces come from the first font, which has no letter of this script; letters come once the page is hydrated.
    const letters = async () => {
      const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.map((f) => f.familyName).filter((name) => !name.startsWith('Titillium Web'));
    };
    await expect.poll(letters).toEqual(['Noto Sans Arabic']);
    await shutAll();
  });

  it('before a slot says where to go, and nobody has to choose that scene', async () => {
    const page = await device(SIZES['1920×1080'], `/muro/${soon.code}`);
    await page.getByText('andate a…').waitFor();
    for (const room of ['Sala grande', 'Bar']) await page.getByText(room).waitFor();
    await shutAll();
  });
});

describe('the walls under a timer with an announcement', () => {
  beforeAll(async () => {
    for (const [i, space] of ['spazio-0000', 'spazio-0006'].entries())
      await now.hold('markSpace', { space, at: { x: 100 + 800 * i, y: 500 } });
    await now.hold('startTimer', { minutes: 50, purpose: 'circles' });
    const text = 'Il pranzo è in cortile, sotto il portico: chi ha allergie lo dica a Teresa prima delle 12.';
    await now.hold('announce', { announcement: 'avviso-0001', text, kind: 'avviso', minutes: 60 });
    await now.hold('openVoting', { quota: 5 });
  });
  afterAll(() => now.hold('stopTimer', {}));

  it.each(SCENES)('[E34] keep the words of %s as large, whole, clear of the code to frame', async (scene) =>
    expect(await troubleOf(scene)).toEqual([]),
  );

  it.each(SCENES)('[E34] keep those of %s in Arabic too, from right to left', async (scene) =>
    expect(await troubleOf(scene, 'ar')).toEqual([]),
  );
});

describe('the walls with the day’s harvest, under a timer with an announcement', () => {
  beforeAll(async () => {
    await now.hold('startTimer', { minutes: 50, purpose: 'break' });
    for (let n = 0; n < 20; n++) await now.act(n, 'placeDots', { topic: now.topics[n % 7], dots: 3 });
    await now.hold('closeVoting', {});
    for (const [n, title] of ['Rete dei caregiver e domiciliarità', 'Doposcuola della sera'].entries())
      await now.act(n, 'startAction', {
        action: `azione-000${n}`,
        title,
        what: title,
        byWhen: 'entro giugno',
        nextStep: 'una telefonata a ogni comune',
      });
    for (const n of [2, 3]) {
      const text = 'Un tavolo al mese in un posto diverso, mai in municipio.';
      await now.act(n, 'writeReport', { topic: now.topics[n], field: 'summary', text, rev: 0 });
      await now.act(n, 'publishReport', { topic: now.topics[n] });
    }
  });
  afterAll(() => now.hold('stopTimer', {}));

  it.each(['it', 'ar'])('[E34] keep results, groups, reports whole, in %s', async (lang) => {
    for (const scene of ['news', 'results', 'actions']) expect(await troubleOf(scene, lang)).toEqual([]);
  });
});

describe('one hand', () => {
  it('runs the hall from a phone, each deed by one tap or two, none out of sight', async () => {
    const { code } = before;
    await before.hold('changePhase', { phase: 'proposing' });
    // The first to be called has the longest title.
    for (const n of [2, 1]) await before.act(n, 'joinQueue', { topic: before.topics[n] });
    const wall = await device(SIZES['1920×1080'], `/muro/${code}`);
    const door = await device(SIZES['1280×720'], `/muro/${code}?schermo=Ingresso`);
    await before.hold('showScene', { scene: 'welcome', wall: 'Ingresso' });
    await door.locator('[data-scene="welcome"]').waitFor();
    await wall.locator('[data-scene="board"]').waitFor();

    const phone = await device({ width: 390, height: 844 }, `/regia/${code}`, true);
    await phone.locator('[data-walls="2"]:visible').getByText('2 schermi aperti, 0 con suono').waitFor();
    const inSight = async (what: Locator) => {
      const box = await what.boundingBox();
      return !!box && box.y >= 0 && box.y + box.height <= 844;
    };
    const taps: Record<string, number> = {};
    /** Only controls on the visible screen can be tapped here: nothing is scrolled into view. */
    const tap = async (deed: string, what: Locator) => {
      // Its sheet may still be rising from the lower edge.
      await expect.poll(() => inSight(what), { message: `${deed} is out of sight` }).toBe(true);
      await what.click();
      taps[deed] = (taps[deed] ?? 0) + 1;
    };
    const keys = phone.locator('[data-remote]');
    // The main action of the phase is beside the keys, and may be the same as one of them.
    const key = (name: RegExp) => keys.getByRole('button', { name }).and(keys.locator(':not([data-deed])'));
    const sheet = phone.getByRole('dialog');

    await tap('next speaker', key(/^Chiama Teresa/));
    for (const each of [wall, door]) {
      await each.locator('[data-scene="announcing"]').waitFor();
      await each.getByText('Teresa', { exact: true }).waitFor();
      await each.getByRole('heading', { name: 'Chi accompagna gli anziani alle visite' }).waitFor();
    }
    await phone.getByText('Parla adesso').waitFor();
    expect(await phone.locator('main').evaluate((e) => e.scrollWidth)).toBeLessThanOrEqual(390);

    await tap('five-minute timer', key(/^Timer/));
    await tap('five-minute timer', sheet.getByRole('button', { name: '5 min', exact: true }));
    const digits = wall.locator('[data-digits]');
    await digits.waitFor();

    await tap('gong', key(/^Gong/));
    await tap('gong', sheet.getByRole('button', { name: 'Si cambia' }));
    const gong = wall.locator('[data-gong]');
    await gong.getByText('Si cambia').waitFor();
    expect(await digits.isVisible()).toBe(true);
    const size = await digits.evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize) / innerHeight);
    expect(size * FIGURES).toBeGreaterThanOrEqual(1 / 8);
    await gong.waitFor({ state: 'detached' });

    await tap('announcement', key(/^Avviso/));
    await sheet.getByRole('textbox').fill('Il pranzo è in cortile');
    await tap('announcement', sheet.getByRole('button', { name: 'Invia allo schermo e ai telefoni' }));
    for (const each of [wall, door]) await each.getByText('Il pranzo è in cortile').waitFor();

    // The turn ends on its own, and each wall returns to its scene.
    await wall.locator('[data-scene="board"]').waitFor({ timeout: 60_000 });
    await door.locator('[data-scene="welcome"]').waitFor();
    await phone.getByText('Parla adesso').waitFor({ state: 'detached' });

    await tap('next moment', key(/^Avanti/));
    await sheet.getByText('Una persona aspetta ancora di parlare').waitFor();
    await tap('next moment', sheet.getByRole('button', { name: 'Passa a: Mercato' }));
    // The message of the last deed stands above the keys, so that the next one is free.
    const said = phone.getByRole('region', { name: 'Risposte' });
    await said.getByText('Momento: Mercato').waitFor();
    const clear = async () => {
      const [message, bar] = [await said.boundingBox(), await keys.boundingBox()];
      return !!message && !!bar && message.y + message.height <= bar.y;
    };
    await expect.poll(clear, { message: 'the message is over the keys' }).toBe(true);
    await wall.locator('[data-scene="matrix"]').waitFor();
    await door.locator('[data-scene="welcome"]').waitFor();
    expect(taps).toEqual(TAPS);
    await shutAll();
  });

  it('gives a wall its name and its scene from the desk, and tries its sound', async () => {
    // Only there a wall stays lit: the desk warns of the others.
    const full = await launch({ full: true });
    const wall = await device(SIZES['1920×1080'], `/muro/${soon.code}`, false, full);
    const desk = await device({ width: 1440, height: 900 }, `/regia/${soon.code}`, true, full);
    // The choice of a scene has room for each name, beside its padding and its arrow.
    const cut = await desk
      .getByRole('combobox', { name: 'Scegli la scena' })
      .filter({ visible: true })
      .evaluate((select: HTMLSelectElement) => {
        const { font, paddingInline } = getComputedStyle(select);
        const pen = document.createElement('canvas').getContext('2d')!;
        pen.font = font;
        const room = select.clientWidth - 2 * Number.parseFloat(paddingInline) - 16;
        return [...select.options].map((o) => o.text).filter((text) => pen.measureText(text).width > room);
      });
    expect(cut).toEqual([]);
    // All of the walls' column is in sight, down to the key that sends an announcement.
    const column = desk.getByRole('complementary', { name: 'Schermo della sala' });
    await column.getByText('Schermo 1', { exact: true }).waitFor();
    expect(await column.evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(0);
    await desk.getByRole('button', { name: 'Dai un nome: Schermo 1' }).click();
    await desk.getByRole('dialog').getByRole('textbox').fill('Foyer');
    await desk.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
    await desk.getByRole('button', { name: 'Prova il suono: Foyer' }).click();
    await wall.getByText('Foyer · suono spento').waitFor();
    await wall.getByRole('button', { name: 'suono spento' }).click();
    await desk.locator('[data-walls]:visible').getByText('1 schermo aperto, 1 con suono').waitFor();
    await wall.reload();
    await desk.getByText('Foyer', { exact: true }).first().waitFor();
    await shutAll();
    await full.close();
  });
});

describe('the walls of the demonstration, when its day is over', () => {
  let demo: App;
  beforeAll(async () => {
    demo = await startApp({ demo: true });
  });
  afterAll(() => demo?.stop());

  it.each(['board', 'matrix', 'now', 'actions'])(
    'keep what is side by side apart, in their cards and at their foot: %s',
    async (scene) => {
      const page = await newWindow(SIZES['1920×1080'], false, 'it');
      await page.goto(`${demo.url}/muro/DEMO?scena=${scene}`);
      await page.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
      await page.evaluate(() => document.fonts.ready);
      const faults = await page.evaluate(() => {
        const right = (e: Element) => e.getBoundingClientRect().right;
        const past = (e: Element, edge: number) =>
          right(e) > edge + 1 ? [`${e.textContent?.slice(0, 40)}: ${right(e)} > ${edge}`] : [];
        const foot = document.querySelector('footer')!;
        const edge = foot.lastElementChild!.getBoundingClientRect().left;
        const cards = [...document.querySelectorAll('[data-scene] li')];
        return [
          ...[...foot.querySelectorAll('li, li > *')].flatMap((e) => past(e, edge)),
          ...cards.flatMap((card) =>
            [...card.querySelectorAll('p, b, span')].flatMap((e) => past(e, right(card))),
          ),
        ];
      });
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
