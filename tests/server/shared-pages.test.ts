import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DrawnPage, PageCache } from '@/server/pages/page-cache';
import { PageTemplate } from '@/server/pages/page-template';
import { OWN_SLOT, SHARED_PAGE } from '@/protocol/page-header';
import type { OwnPart } from '@/protocol/own-part';
import { nobody, seal } from '@/server/identity/session-cookie';
import { person } from '../domain/given';
import { join_, openSpace, testHouse } from './house';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const f of undo.splice(0)) f();
});

const SLOT = '"@own"';
const FIRST = 'firstNonce+/AAAAAAAAAA==';
const SECOND = 'otherNonce+/BBBBBBBBBB==';

/** Some 60 kB that don't pack well. */
const LONG = Array.from({ length: 9000 }, (_, i) => ((i * 2_654_435_761) % 4_294_967_296).toString(36)).join(
  ' ',
);

const filled = (template: PageTemplate, ...given: Parameters<PageTemplate['fill']>) =>
  Buffer.concat(template.fill(...given));
const text = (page: DrawnPage | null) => page && filled(page.template, SECOND, '', false).toString();

describe('a page drawn once', () => {
  it('unpacks to the page with this nonce and this own part, wherever they stand', async () => {
    const word = fc.constantFrom(
      '<script nonce="',
      FIRST,
      '">',
      'cerchio ',
      '\u0001\u0002',
      'àè€🌳',
      'x'.repeat(400),
      'a'.repeat(40),
      FIRST.slice(0, 15),
    );
    const text = fc.array(word, { maxLength: 300 }).map((words) => words.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, fc.string(), async (before, after, own) => {
        const template = await PageTemplate.cut(`${before}${SLOT}${after}`, FIRST, SLOT);
        const expected = `${before}${own}${after}`.replaceAll(FIRST, SECOND);
        expect(filled(template, SECOND, own, false).toString()).toBe(expected);
        expect(gunzipSync(filled(template, SECOND, own, true)).toString()).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('is long enough for back-references across nonces and past the window', async () => {
    const row = (i: number) => `<li nonce="${FIRST}" id="t${i % 7}">Costruire reti di vicinato (${i})</li>`;
    const html = Array.from({ length: 400 }, (_, i) => row(i)).join('');
    const template = await PageTemplate.cut(html, FIRST, null);
    const zipped = filled(template, SECOND, '', true);
    expect(gunzipSync(zipped).toString()).toBe(html.replaceAll(FIRST, SECOND));
    expect(template.personal).toBe(false);
    expect(() => template.fill('short', '', true)).toThrow('length');
  });

  it('sends its long pieces as they are, without a copy for each answer', async () => {
    const html = `<i nonce="${FIRST}"></i><i nonce="${FIRST}"></i>${LONG}${SLOT}`;
    const template = await PageTemplate.cut(html, FIRST, SLOT);
    for (const zipped of [true, false]) {
      const [one, two] = [template.fill(SECOND, 'a', zipped), template.fill(FIRST, 'b', zipped)];
      expect(one).toHaveLength(3);
      expect(one.map((part, i) => part === two[i])).toEqual([false, true, false]);
    }
  });

  it('packs an own part that is long enough to gain by it, and as long as one may be', async () => {
    const template = await PageTemplate.cut(`<b>${SLOT}</b>`, FIRST, SLOT);
    for (const length of [1023, 1024, 65_535, 65_536, 200_000]) {
      const own = 'cerchio '.repeat(length / 8 + 1).slice(0, length);
      const zipped = filled(template, SECOND, own, true);
      expect(gunzipSync(zipped).toString()).toBe(`<b>${own}</b>`);
      expect(zipped.length < length / 2).toBe(length >= 1024);
    }
  });
});

type Site = { port: number; drawn: () => number; cache: PageCache; pass(ms: number): void };

/** A server that draws a page by counting. */
async function site(delay = 0): Promise<Site> {
  let drawn = 0;
  let clock = 0;
  const own = { host: '127.0.0.1', port: 0 };
  const cache = new PageCache(
    'mark',
    () => own,
    () => clock,
  );
  const http = createServer((req: IncomingMessage, res: ServerResponse) => {
    drawn += 1;
    const n = drawn;
    setTimeout(() => {
      res.setHeader('content-security-policy', `script-src 'nonce-${FIRST}'`);
      res.statusCode = req.url === '/broken' ? 500 : 200;
      const sheet =
        req.url === '/styled' ? '<link rel="stylesheet" href="/_next/static/a.css" nonce=""/>' : '';
      res.end(`${sheet}<script nonce="${FIRST}">${n}</script><p>${cache.isOwn(req.headers)}</p>`);
    }, delay);
  });
  await new Promise<void>((up) => http.listen(0, '127.0.0.1', up));
  undo.push(() => http.close());
  const at = http.address();
  own.port = typeof at === 'object' && at ? at.port : 0;
  return {
    port: own.port,
    drawn: () => drawn,
    cache,
    pass: (ms) => {
      clock += ms;
    },
  };
}
const asked = (stamp = '', path = '/') => ({ path, headers: () => ({}), freshMs: 2000, stamp });

describe('the cache of drawn pages', () => {
  it('draws once for all who ask meanwhile, again when it is old, at once when the stamp is another', async () => {
    const { cache, drawn, pass } = await site(20);
    await Promise.all(Array.from({ length: 30 }, () => cache.page('a', asked())));
    expect(drawn()).toBe(1);
    pass(1999);
    await cache.page('a', asked());
    expect(drawn()).toBe(1);
    pass(1);
    await cache.page('a', asked());
    expect(drawn()).toBe(2);
    const first = await cache.page('a', asked('withheld'));
    expect(drawn()).toBe(3);
    expect(text(first)).toContain('>3<');
  });

  it('draws a page that a whole hall loads less often, and at once again when the stamp is another', async () => {
    const { cache, drawn, pass } = await site();
    const all = (n: number) => Promise.all(Array.from({ length: n }, () => cache.page('a', asked())));
    await all(99);
    pass(2000);
    await all(100);
    expect(drawn()).toBe(2);
    await all(1);
    pass(9999);
    await all(1);
    expect(drawn()).toBe(2);
    await cache.page('a', asked('withheld'));
    expect(drawn()).toBe(3);
    await Promise.all(Array.from({ length: 101 }, () => cache.page('a', asked('withheld'))));
    pass(10_000);
    await cache.page('a', asked('withheld'));
    expect(drawn()).toBe(4);
  });

  it('never gives a page whose drawing began under an older stamp', async () => {
    const { cache } = await site(20);
    const before = cache.page('a', asked('1'));
    const after = await cache.page('a', asked('2'));
    expect(text(await before)).toContain('>1<');
    expect(text(after)).toContain('>2<');
  });

  it('names its style sheet in a header, so that it is asked for while the page is on its way', async () => {
    const { cache } = await site();
    expect((await cache.page('a', asked()))?.head.link).toBeUndefined();
    const link = '</_next/static/a.css>; rel=preload; as=style';
    expect((await cache.page('c', asked('', '/styled')))?.head.link).toBe(link);
  });

  it('does not keep a page that failed, and knows its own requests by a secret', async () => {
    const { cache, drawn, port } = await site();
    expect(await cache.page('b', asked('', '/broken'))).toBeNull();
    expect(await cache.page('b', asked('', '/broken'))).toBeNull();
    expect(drawn()).toBe(2);
    const page = await cache.page('a', asked());
    expect(text(page)).toContain('<p>true</p>');
    const forged = await new Promise<string>((done) =>
      request({ host: '127.0.0.1', port, headers: { 'x-itself': 'guess' } }, (r) => {
        r.setEncoding('utf8');
        let text = '';
        r.on('data', (c: string) => {
          text += c;
        });
        r.on('end', () => done(text));
      }).end(),
    );
    expect(forged).toContain('<p>false</p>');
  });
});

/** A house whose pages say how they were asked for; the number of drawings is in each. */
async function hall() {
  let drawn = 0;
  // Time stands still: pages that are kept for two seconds are kept on a slow machine too.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  undo.push(() => vi.restoreAllMocks());
  const house = await testHouse(undefined, 0, {}, (req, res) => {
    drawn += 1;
    const nonce = /'nonce-([^']+)'/.exec(String(req.headers['content-security-policy']))?.[1];
    const how = { shared: req.headers[SHARED_PAGE] ?? null, lang: req.headers['accept-language'], drawn };
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(`<i nonce="${nonce}"></i><b>${OWN_SLOT}</b><p>${LONG}</p><main>${JSON.stringify(how)}</main>`);
  });
  undo.push(() => void house.close().then(house.remove));
  const row = await openSpace(house);
  const get = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(house.url + path, { headers: { 'accept-language': 'it', ...headers } });
    const text = await answer.text();
    const how = JSON.parse(/<main>(.*)<\/main>/.exec(text)?.[1] ?? 'null') as {
      shared: string | null;
      lang: string;
      drawn: number;
    };
    const own = /<b>(.*?)<\/b>/.exec(text)?.[1] ?? '';
    return { ...how, own: own === OWN_SLOT ? null : (JSON.parse(own) as OwnPart) };
  };
  const submit = async (
    seat: string,
    type: string,
    ask: Record<string, unknown>,
    id = `${type}-00000001`,
  ) => {
    const answer = await house.streams.gathering(row).submit({ id, type, ask }, person(seat));
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  return { house, row, get, submit };
}
const BOARD = '/i/PROVA/bacheca';

describe('pages for every seat', () => {
  it('[I12] are drawn once for all seats, by language, screen and circle; each answer has its own reader’s part', async () => {
    const { house, row, get, submit } = await hall();
    const [anna, bruno] = [
      await join_(house.url, 'PROVA', 'Anna'),
      await join_(house.url, 'PROVA', 'Bruno </b>'),
    ];
    const one = await get(BOARD, { cookie: anna.cookie });
    const two = await get(BOARD, { cookie: bruno.cookie });
    expect([one.drawn, two.drawn]).toEqual([1, 1]);
    expect([one.own?.you.label, two.own?.you.label]).toEqual(['Anna', 'Bruno </b>']);
    expect([one.own?.recovery, two.own?.recovery]).toEqual([anna.recovery, bruno.recovery]);
    expect(JSON.parse(one.shared ?? '')).toEqual({ circle: null, complete: true });
    expect((await get(BOARD, { cookie: bruno.cookie, 'accept-language': 'en' })).lang).toBe('en');
    await submit(anna.seat, 'proposeTopic', { topic: 'topic-000001', title: 'Nidi' });
    await submit(anna.seat, 'placeTopic', {
      session: 'session-0001',
      topic: 'topic-000001',
      slot: 'slot-0001',
      space: 'space-000',
    });
    await submit(anna.seat, 'startSession', { session: 'session-0001' });
    await submit(anna.seat, 'moveTo', { to: 'session-0001' });
    const inside = await get('/i/PROVA', { cookie: anna.cookie });
    const outside = await get('/i/PROVA', { cookie: bruno.cookie });
    expect(JSON.parse(inside.shared ?? '')).toMatchObject({ circle: 'session-0001' });
    expect(JSON.parse(outside.shared ?? '')).toMatchObject({ circle: null });
    expect(JSON.parse((await get(BOARD, { cookie: anna.cookie })).shared ?? '')).toMatchObject({
      circle: null,
    });
    expect(house.streams.gathering(row).whole().private[anna.seat]?.circle).toBe('session-0001');
  });

  it('name the whole state where they are only a part of it, the same one for all', async () => {
    const { house, row, get, submit } = await hall();
    const [anna, bruno] = [await join_(house.url, 'PROVA', 'Anna'), await join_(house.url, 'PROVA', 'Bruno')];
    expect((await get(BOARD, { cookie: anna.cookie })).own?.snapshot).toBeNull();
    await submit(anna.seat, 'proposeTopic', { topic: 'topic-000001', title: 'Nidi' });
    const long = 'Chi resta solo non chiama nessuno. '.repeat(20);
    for (let n = 100; n < 200; n++) {
      const note = { note: `note-00000${n}`, topic: 'topic-000001', kind: 'altro', text: `${long}${n}` };
      await submit(anna.seat, 'writeNote', note, `command-${n}`);
    }
    // The page that was drawn with the short state is given for two seconds more; another screen is drawn now.
    const [one, two] = [
      await get('/i/PROVA/griglia', { cookie: anna.cookie }),
      await get('/i/PROVA/griglia', { cookie: bruno.cookie }),
    ];
    const address = one.own?.snapshot ?? '';
    expect(two.own?.snapshot).toBe(address);
    // It is made once a device asks for it: most that load a page again hold a state.
    expect(house.streams.snapshots.reusable(row.id, 'public')).toBeNull();
    const { state, labels } = (await (await fetch(house.url + address)).json()) as {
      state: { notes: object };
      labels: Record<string, string>;
    };
    expect(Object.keys(state.notes)).toHaveLength(100);
    expect(labels[anna.seat]).toBe('Anna');
  });

  it('ask before each answer whether people wrote a moment ago, to give way to them', async () => {
    const { house, get } = await hall();
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const moments: number[] = [];
    house.streams.commits.wroteWithin = (ms) => moments.push(ms) > 0;
    await get(BOARD, { cookie });
    expect(moments).toEqual([250, 250]);
  });

  it('[I10] are drawn again at once after something was taken back, and after a label changed', async () => {
    const { house, row, get, submit } = await hall();
    const anna = await join_(house.url, 'PROVA', 'Anna');
    await submit(anna.seat, 'proposeTopic', { topic: 'topic-000001', title: 'Nidi' });
    const first = (await get(BOARD, { cookie: anna.cookie })).drawn;
    await submit(anna.seat, 'markInterest', { topic: 'topic-000001', on: true });
    expect((await get(BOARD, { cookie: anna.cookie })).drawn).toBe(first);
    await submit(anna.seat, 'withdrawTopic', { topic: 'topic-000001' });
    const again = (await get(BOARD, { cookie: anna.cookie })).drawn;
    expect(again).toBe(first + 1);
    house.streams.seats.rename(row.id, anna.seat, 'Anna B.');
    const renamed = await get(BOARD, { cookie: anna.cookie });
    expect(renamed.drawn).toBe(again + 1);
    expect(renamed.own?.you.label).toBe('Anna B.');
  });

  it('are for holders of a seat alone: a forged header, a totem, an erased seat and other screens get none', async () => {
    const { house, row, get } = await hall();
    const { cookie, seat } = await join_(house.url, 'PROVA', 'Anna');
    const forged = { [SHARED_PAGE]: '{"circle":null,"complete":true}', 'x-itself': 'guess' };
    expect((await get(BOARD, forged)).shared).toBeNull();
    expect((await get('/i/PROVA/io', { ...forged, cookie })).shared).toBeNull();
    expect((await get(`${BOARD}?x=1`, { cookie })).shared).toBeNull();
    expect((await get(BOARD, { cookie, rsc: '1' })).shared).toBeNull();
    const totem = { stream: row.id, by: 'acc_owner' };
    const seats = { [row.id]: { id: seat, code: null } };
    const sealed = (identity: object) =>
      `cerchi=${encodeURIComponent(seal({ ...nobody(), ...identity }, house.secret))}`;
    expect((await get(BOARD, { cookie: sealed({ seats, totem }) })).shared).toBeNull();
    expect((await get(BOARD, { cookie: sealed({ seats }) })).own?.you.seat).toBe(seat);
    house.streams.seats.erase(row.id, seat);
    expect((await get(BOARD, { cookie })).own).toBeNull();
  });
});
