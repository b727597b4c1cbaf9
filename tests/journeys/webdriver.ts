/**
 * Any browser of the system by the common subset of their drivers: go to an address, run a script, return its result.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { launch, FULL_CHROMIUM } from './browser';

/** A window of its own, with storage of its own. `run` takes an expression; its result must be JSON. */
export type Driven = {
  version: string;
  goto(url: string): Promise<void>;
  run<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};
type Browser = {
  name: string /** The reason why it cannot be used here, or null. */;
  missing: string | null;
  open(): Promise<Driven>;
};

const found = (paths: readonly string[]): string | undefined => paths.find(existsSync);
const FIREFOX = found(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const WEBKIT = found([
  '/usr/bin/WebKitWebDriver',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/WebKitWebDriver',
]);
const XVFB = found(['/usr/bin/Xvfb']);
const asText = (expression: string) =>
  `Promise.resolve(${expression}).then((x) => JSON.stringify(x ?? null))`;

async function chromium(): Promise<Driven> {
  const browser = await launch({ full: true });
  const page = await browser.newPage({ locale: 'it-IT' });
  return {
    version: browser.version(),
    goto: async (url) => void (await page.goto(url)),
    run: async (expression) => JSON.parse(await page.evaluate<string>(asText(expression))),
    close: () => browser.close(),
  };
}

/** The line a program prints when it listens, or an error with all its output. */
const saying = (child: ChildProcess, line: RegExp): Promise<RegExpExecArray> =>
  new Promise((done, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const match = line.exec(said);
      if (match) done(match);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => failed(new Error(`it stopped:\n${said}`)));
  });

/** Firefox speaks WebDriver BiDi by itself, over a WebSocket. */
async function firefox(): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'cerchi-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("intl.accept_languages", "it-IT,it");\n');
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
    'about:blank',
  ];
  const child = spawn(FIREFOX ?? '', args, {
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const [, address = ''] = await saying(child, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  let asked = 0;
  type Answer = { id?: number; result?: unknown; error?: string; message?: string };
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  const ask = <T>(method: string, params: object): Promise<T> =>
    new Promise((done, failed) => {
      const id = ++asked;
      waiting.set(id, ({ result, error, message }) =>
        error ? failed(new Error(`${error}: ${message}`)) : done(result as T),
      );
      socket.send(JSON.stringify({ id, method, params }));
    });
  const session = await ask<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  const { contexts } = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context;
  return {
    version: session.capabilities.browserVersion,
    goto: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    async run(expression) {
      const params = { expression: asText(expression), target: { context }, awaitPromise: true };
      const answer = await ask<{ result?: { value: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        params,
      );
      if (!answer.result) throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result.value);
    },
    async close() {
      const gone = new Promise((done) => child.once('exit', done));
      socket.close();
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** WebKitGTK by its own driver, over HTTP; on a virtual screen. */
async function webkit(): Promise<Driven> {
  const screen = spawn(XVFB ?? '', ['-displayfd', '1', '-screen', '0', '1280x1024x24']);
  const [, display = ''] = await saying(screen, /(\d+)\n/);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const env = {
    ...process.env,
    DISPLAY: `:${display}`,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    LANG: 'it_IT.UTF-8',
    LANGUAGE: 'it',
  };
  const driver = spawn(WEBKIT ?? '', [`--port=${port}`], { env, stdio: 'ignore' });
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const sent = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const { value } = (await (await fetch(`http://127.0.0.1:${port}${path}`, sent)).json()) as {
      value: T & { error?: string; message?: string };
    };
    if (value && typeof value === 'object' && value.error)
      throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; tries < 600; tries++)
    if (
      await ask('GET', '/status').then(
        () => true,
        () => new Promise((r) => setTimeout(() => r(false), 100)),
      )
    )
      break;
  const binary = found([
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  ]);
  const wanted = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId, capabilities } = await ask<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', '/session', { capabilities: { alwaysMatch: wanted } });
  const at = `/session/${sessionId}`;
  return {
    version: capabilities.browserVersion,
    goto: async (url) => void (await ask('POST', `${at}/url`, { url })),
    run: async (expression) =>
      JSON.parse(
        await ask<string>('POST', `${at}/execute/async`, {
          script: `const done = arguments[0]; ${asText(expression)}.then(done)`,
          args: [],
        }),
      ),
    async close() {
      await ask('DELETE', at).catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}

export const BROWSERS: readonly Browser[] = [
  { name: 'Chromium', missing: FULL_CHROMIUM ? null : 'install chromium', open: chromium },
  { name: 'Firefox', missing: FIREFOX ? null : 'install firefox-esr', open: firefox },
  { name: 'WebKitGTK', missing: WEBKIT && XVFB ? null : 'install webkit2gtk-driver and xvfb', open: webkit },
];
