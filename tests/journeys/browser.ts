/** Starts the app as `npm start` does, in a process of its own that can be killed, and opens a real Chromium on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDetailsIn } from '../office-details';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export type App = {
  url: string;
  folder: string;
  setup: string | null;
  process: ChildProcess;
  /** All its terminal output. */
  said(): string;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

export const dataFolder = (): string => mkdtempSync(join(tmpdir(), 'cerchi-journey-'));

type Start = {
  folder?: string;
  port?: number;
  demo?: boolean;
  host?: string;
  /** False: the office has not said yet who it is, so nobody may come in. */
  details?: false;
  /** By how many milliseconds its clock is ahead of this machine's. */
  ahead?: number;
};
const LATER = new URL('./later-clock.mjs', import.meta.url).href;

/** Resolves when it listens. `port` 0 takes a free one. Builds the pages first when there is no build. */
export function startApp(options: Start = {}): Promise<App> {
  const folder = options.folder ?? dataFolder();
  const args = ['src/server/start.mjs', ...(options.demo ? ['--demo'] : [])];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      CERCHI_DATA: folder,
      HOST: options.host ?? '127.0.0.1',
      NODE_ENV: 'production',
      ...(options.ahead ? { NODE_OPTIONS: `--import=${LATER}`, CLOCK_AHEAD: String(options.ahead) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return new Promise((opened, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void exited.then((code) => failed(new Error(`the app stopped (${code}):\n${said}`)));
    child.on('message', (m: { port: number }) => {
      const url = `http://127.0.0.1:${m.port}`;
      if (options.details !== false) fillDetailsIn(join(folder, 'cerchi.sqlite'));
      const stop = (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
        child.kill(signal);
        return exited;
      };
      // Its output comes by another pipe than the message.
      const ready = () =>
        said.includes('Cerchi is open.')
          ? opened({
              url,
              folder,
              setup: said.match(/\/chiave\/([\w-]{20,})/)?.[1] ?? null,
              process: child,
              said: () => said,
              stop,
            })
          : void setTimeout(ready, 50);
      setTimeout(ready, 50);
    });
  });
}

const found = (paths: readonly string[]): string | undefined => paths.find(existsSync);
/** Names the Chromium of every test, instead of these. */
const NAMED = process.env.CERCHI_CHROMIUM ?? '';
const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const FULL_CHROMIUM = found([NAMED, ...CHROMIUMS]);
/** Debian's Chromium without windows: the same engine, and a new device takes half the time. */
const CHROMIUM = found([NAMED, '/usr/bin/chromium-headless-shell', ...CHROMIUMS]);

type Launch = {
  /** The browser's default font size, in CSS pixels; 16 unless set otherwise. */
  fontSize?: number;
  switches?: readonly string[];
  /** True: the Chromium that people have, also where the one without windows is installed. */
  full?: boolean;
};
export const launch = ({ fontSize = 16, switches = [], full = false }: Launch = {}): Promise<Browser> => {
  const executablePath = full ? FULL_CHROMIUM : CHROMIUM;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Without windows letters would be fitted to whole pixels: other widths than people see.
      '--font-render-hinting=none',
      `--blink-settings=defaultFontSize=${fontSize}`,
      ...switches,
    ],
  });
};

/** The longest wait for a page, in ms: waits end as soon as they can, and many journeys share a machine. */
export const PATIENCE = 60_000;

export const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const;

/** A device of its own (its cookies, its storage). Errors of the page are collected in `wrong`. */
export async function open(
  browser: Browser,
  size: keyof typeof SIZES,
  url?: string,
): Promise<{ page: Page; context: BrowserContext; wrong: string[] }> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'it-IT',
    hasTouch: size === 'phone',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (e) => wrong.push(`${page.url()} ${String(e)}`));
  page.on('console', (m) => {
    // A dropped link is the subject of some journeys, not an error of the page.
    if (
      m.type() === 'error' &&
      !/WebSocket|ERR_|Failed to load resource|error occurred when fetching the script/.test(m.text())
    )
      wrong.push(`${page.url()} ${m.text()}`);
  });
  if (url) await page.goto(url);
  return { page, context, wrong };
}

/** Takes a seat through the form of the open page, as anybody would. */
export async function takeSeat(page: Page, label: string, sector: string): Promise<void> {
  await page.getByLabel('Come vuoi farti chiamare?', { exact: false }).fill(label);
  await page.getByLabel(sector).check();
  await page.getByRole('button', { name: 'Entra' }).first().click();
  await page.waitForURL(/\/i\/\w+$/);
}
