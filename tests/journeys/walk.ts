/** One walk through the pages of a running app: each is opened once, and checked for every kind of fault. */
import type { Browser, Page } from 'playwright-core';
import { SIZES } from './browser';
import { misfits } from './fitting';
import { barred, currentItems, tortureHarm, violations, wallTrouble } from './page-checks';
import { isOfAScreen, type Screen } from './screens';
import { type Eye, seenBy, settled, textAt } from './seen';
import type { Look } from './stages';
import type { Visitor } from './visitor';

/** Kinds of faults, by the promise they break. */
export const KINDS = [
  'access',
  'wall',
  'narrow',
  'barred',
  'current',
  'outside',
  'policy',
  'torture',
  'errors',
] as const;
export type Kind = (typeof KINDS)[number];

/** Windows kept for later looks: each takes about a hundred megabytes. */
const IDLE = 6;
const NARROW = { width: 320, height: 640 };
/** A window of 1280 by 1024 pixels at 400 % zoom. */
const ZOOMED = { width: 320, height: 256 };
/** The largest share of it under bars that stay. */
const BARS = 0.2;
/** 44 px where only a thumb is used; the planners' and office's desks have a mouse: 24 px, the rule of level AA. */
const thumbOn = (s: Screen): number =>
  s.size === 'phone' || /^desk-(record|privacy|accessibility|sign-in|totem)/.test(s.name) ? 44 : 24;

/** `torture`: its texts have broken software before, so only their effects are checked, not targets and rules. */
export type How = { lang: string; theme: 'light' | 'dark'; torture?: boolean };

export class Walk {
  /** Each fault once, with the first page it was seen on. */
  readonly wrong: Record<Kind, Map<string, string>>;
  /** Paths of the pages opened. */
  readonly visited = new Set<string>();
  /** Linked paths, with somebody who saw the link. */
  readonly links = new Map<string, Visitor>();
  pages = 0;
  /** Names of the screens seen at 400 % and in the system's colours: once each, because a day's content changes neither. */
  readonly zoomed = new Set<string>();
  /** Kinds of current items found. */
  readonly current = new Set<string>();
  /** Windows at rest by their visitor and look, the last used last: a new one loads and translates all programs again. */
  private readonly idle = new Map<string, Page>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {
    const none = KINDS.map((kind) => [kind, new Map<string, string>()]);
    this.wrong = Object.fromEntries(none) as Record<Kind, Map<string, string>>;
  }

  faults(kind: Kind): string[] {
    return [...this.wrong[kind]].map(([fault, where]) => `${where}: ${fault}`);
  }

  private note(kind: Kind, where: string, faults: readonly string[]): void {
    for (const fault of faults) if (!this.wrong[kind].has(fault)) this.wrong[kind].set(fault, where);
  }

  /** Opens each of these screens as that visitor and notes the faults there. */
  async look({ stage, as, screens }: Look, how: How): Promise<void> {
    for (const size of ['phone', 'desk', 'wall'] as const) {
      const here = screens.filter((s) => s.size === size && !s.without);
      if (here.length === 0) continue;
      const eye = `${as.cookie} ${how.lang} ${how.theme} ${size}`;
      const page = this.idle.get(eye) ?? (await this.window(as, { ...how, size }));
      this.idle.delete(eye);
      for (const screen of here) {
        this.pages += 1;
        const where = `${screen.name} (${stage}, ${how.lang}, ${how.theme})`;
        if (isOfAScreen(screen)) await this.measured(page, screen, where, how);
        else await this.opened(page, screen);
        if (!how.torture) this.note('access', where, await violations(page, size === 'wall'));
        else this.note('torture', where, await tortureHarm(page));
        if (size === 'wall') this.note('wall', where, await wallTrouble(page));
        if (isOfAScreen(screen)) {
          await textAt(page, 2);
          this.note('narrow', `${where}, text 200 %`, await misfits(page, { thumb: 0 }));
          if (!how.torture && !this.zoomed.has(screen.name)) await this.zoom(page, screen, where);
        }
        await this.follow(page, as);
      }
      await this.putAside(eye, page);
    }
  }

  /** Keeps the window for the next look: empty, so that it follows nothing meanwhile. */
  private async putAside(eye: string, page: Page): Promise<void> {
    await page.goto('about:blank');
    this.idle.set(eye, page);
    const [oldest, its] = [...this.idle][0] ?? [];
    if (this.idle.size <= IDLE || !oldest) return;
    this.idle.delete(oldest);
    await its?.context().close();
  }

  private async measured(page: Page, screen: Screen, where: string, how: How): Promise<void> {
    await page.setViewportSize(NARROW);
    await this.opened(page, screen);
    const thumb = how.torture ? 0 : thumbOn(screen);
    this.note('narrow', `${where}, 320 px`, await misfits(page, { thumb }));
    await page.setViewportSize(SIZES[screen.size]);
  }

  /** In colours that the system chooses, then at 400 %. */
  private async zoom(page: Page, screen: Screen, where: string): Promise<void> {
    this.zoomed.add(screen.name);
    await textAt(page, 1);
    for (const { kind, words, outline } of await currentItems(page)) {
      this.current.add(kind);
      if (outline !== 'solid 2px') this.note('current', where, [`${kind} «${words}» ${outline}`]);
    }
    await page.setViewportSize(ZOOMED);
    const share = await barred(page);
    if (share > BARS) this.note('barred', where, [`${screen.name}: ${Math.round(share * 100)} %`]);
  }

  private async opened(page: Page, screen: Screen): Promise<void> {
    await settled(page, this.url + screen.path, 800);
    this.visited.add(screen.path);
  }

  /** A window whose requests, errors and policy violations are recorded. */
  private async window(as: Visitor, eye: Eye): Promise<Page> {
    const { page } = await seenBy(this.browser, as, eye);
    const where = () => page.url().replace(this.url, '');
    const ours = (url: string) => url.startsWith(`${this.url}/`) || /^(data|blob):/.test(url);
    page.on('request', (r) => !ours(r.url()) && this.note('outside', where(), [r.url()]));
    page.on('websocket', (w) => {
      if (!w.url().startsWith(this.url.replace('http', 'ws'))) this.note('outside', where(), [w.url()]);
    });
    page.on('console', (m) => {
      if (/Content.Security.Policy|violates the following/i.test(m.text()))
        this.note('policy', where(), [m.text()]);
    });
    page.on('pageerror', (e) => this.note('errors', where(), [String(e)]));
    page.on('dialog', (d) => {
      this.note('errors', where(), [`a dialog: ${d.message()}`]);
      void d.dismiss();
    });
    return page;
  }

  private async follow(page: Page, as: Visitor): Promise<void> {
    const links = await page.$$eval('a[href]', (as) => as.map((a) => (a as HTMLAnchorElement).href));
    for (const link of links) {
      if (!link.startsWith(`${this.url}/`)) continue;
      const path = link.slice(this.url.length).split('#')[0] ?? '';
      if (!this.links.has(path)) this.links.set(path, as);
    }
  }

  /** Fetches each linked page that was not opened, without a browser: it exists, and loads nothing from other hosts. */
  async knock(): Promise<{ asked: number; broken: string[] }> {
    const broken: string[] = [];
    const due = [...this.links].filter(
      ([path]) => !this.visited.has(path) && !/^\/(foto|_next)\//.test(path),
    );
    for (const [path, as] of due) {
      const answer = await fetch(this.url + path, { headers: { cookie: as.cookie } });
      if (answer.status >= 400) broken.push(`${path}: ${answer.status}`);
      const html = answer.headers.get('content-type')?.includes('text/html') ? await answer.text() : '';
      if (!html) await answer.body?.cancel();
      for (const [, from] of html.matchAll(
        /<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)="(https?:[^"]+)"/g,
      ))
        if (from && !from.startsWith(this.url)) broken.push(`${path} loads ${from}`);
    }
    return { asked: due.length, broken };
  }
}
