/**
 * Bytes that a phone joining a full hall takes until its board is live, compared with the smallest possible state; and the
 * time until then in a real browser, compared with a bare page.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { io } from 'socket.io-client';
import type { Welcome } from '@/protocol/wire';
import { PROTOCOL } from '@/protocol/version';
import { besideBarePage, FULL_HALL } from '../beside-bare-page';
import { type Group, median } from '../figure';
import { start, withFolder } from '../program';
import { openPhone, slowLink, slowProcessor, timeOf, watchUsable } from '../slow-phone';
import type { Where } from '../stand';

/** In the words of the topic that was proposed last. */
const LAST_TOPIC = `cominciamo (${FULL_HALL.topics})`;

/** One device with nothing stored: the bytes of its welcome and of the state it fetches. */
async function join(
  where: Where & { code: string },
  cookie: string,
): Promise<{ bytes: number; state: string }> {
  const socket = io(where.url, {
    path: where.path,
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  });
  try {
    await new Promise<void>((up) => socket.once('connect', up));
    const hello = { protocol: PROTOCOL, code: where.code, surface: 'phone', since: null, fetches: true };
    const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
    if (!welcome.snapshot) throw new Error('the welcome names no snapshot');
    const answer = await fetch(`${where.url}${welcome.snapshot.url}`, {
      headers: { 'accept-encoding': 'br' },
    });
    const length = Number(answer.headers.get('content-length'));
    if (!length) throw new Error('the snapshot does not say how long it is');
    return { bytes: Buffer.byteLength(JSON.stringify(welcome)) + length, state: await answer.text() };
  } finally {
    socket.disconnect();
  }
}

const smallest = (text: string): number =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;

export const lateJoin: Group = {
  rows: [
    {
      key: 'late_join_bytes',
      what: 'bytes until the board is live for who joins a hall of 300 at its fullest (welcome and state)',
      against: 'the same state at the best that Brotli can do',
      target: { at: 'most', value: 1.3 },
    },
  ],
  run: () =>
    withFolder(async (folder) => {
      const ours = await start('ours.ts', { HALL_FOLDER: folder });
      try {
        const [cookie = ''] = await ours.ask<string[]>('ground', FULL_HALL);
        const { bytes, state } = await join(await ours.ask('listen', {}), cookie);
        const baseline = smallest(state);
        const more = { state_kB: Buffer.byteLength(state) / 1024 };
        return {
          late_join_bytes: {
            ratio: bytes / baseline,
            ours: bytes / 1024,
            baseline: baseline / 1024,
            unit: 'kB',
            more,
          },
        };
      } finally {
        await ours.stop('SIGKILL');
      }
    }),
};

/** Milliseconds since the visit began; `live` is null where the page has no board. */
type Opened = { usable: number; live: number | null };

/** A first visit on a slow phone. Live: the phone says so, and every card of the board is on the screen. */
async function visit(browser: Browser, url: string, cookie: string | null): Promise<Opened> {
  const { page, context, cdp } = await openPhone(browser, url, cookie);
  try {
    await slowLink(cdp);
    await slowProcessor(cdp);
    await watchUsable(page);
    await page.addInitScript(
      ({ last, topics }) => {
        const timer = setInterval(() => {
          if (!document.querySelector('[data-link="live"]')) return;
          const cards = [...document.querySelectorAll('main li h2')];
          if (cards.length < topics || !cards.some((c) => c.textContent?.includes(last))) return;
          Object.assign(window, { live: performance.now() });
          clearInterval(timer);
        }, 10);
      },
      { last: LAST_TOPIC, topics: FULL_HALL.topics },
    );
    await page.goto(url, { waitUntil: 'commit' });
    const usable = await timeOf(page, 'usable');
    return { usable, live: cookie ? await timeOf(page, 'live') : null };
  } finally {
    await context.close();
  }
}

export const lateBoard: Group = {
  rows: [
    {
      key: 'late_join',
      what: 'ms until the board is live for who opens it in a hall of 300 at its fullest, on slow 4G with a processor four times slower',
      against: 'a bare Next page with socket.io-client until its button counts, on the same phone',
      target: { at: 'most', value: 1.6 },
    },
  ],
  browser: true,
  run: (quick) =>
    besideBarePage(FULL_HALL, async ({ app, bareUrl, browser }) => {
      const board = `${app.url}/i/${app.code}/bacheca`;
      // Nobody has been here before, but both servers have served their page.
      await visit(browser, bareUrl, null);
      await visit(browser, board, app.cookies.at(-1) ?? null);
      const ours: Opened[] = [];
      const theirs: Opened[] = [];
      for (let i = 0; i < (quick ? 1 : 5); i++) {
        theirs.push(await visit(browser, bareUrl, null));
        ours.push(await visit(browser, board, app.cookies[i] ?? null));
      }
      const live = median(ours.map((o) => o.live ?? 0));
      const baseline = median(theirs.map((t) => t.usable));
      return {
        late_join: {
          ratio: live / baseline,
          ours: live,
          baseline,
          unit: 'ms',
          more: { ours_usable_ms: median(ours.map((o) => o.usable)) },
        },
      };
    }),
};
