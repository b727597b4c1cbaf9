/**
 * Caches the page that a QR code opens: it is the same for everybody without a seat, so it is drawn once a second and
 * not once for each phone.
 */
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Drawn = { parts: string[]; head: Record<string, string>; until: number };

const DOOR = /^\/i\/[A-Za-z0-9]{1,12}\/entra$/;
const FRESH_MS = 1000;
const NONCE = /'nonce-([^']+)'/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * An anonymous request for a gathering's entrance and nothing else. `itself` marks our own request for a fresh page.
 */
export function joinPageCache(itself: string, own: () => { host: string; port: number }) {
  const drawn = new Map<string, Promise<Drawn | null>>();

  /** Drawn by the pages as for any newcomer, then cut at its nonce, because every answer gets its own. */
  function draw(path: string, lang: string, host: string): Promise<Drawn | null> {
    return new Promise((done) => {
      const asked = request(
        {
          ...own(),
          path,
          headers: { host, 'accept-language': lang, 'accept-encoding': 'identity', 'x-itself': itself },
        },
        (answer) => {
          let html = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            html += chunk;
          });
          answer.on('end', () => {
            const nonce = NONCE.exec(String(answer.headers['content-security-policy'] ?? ''))?.[1];
            const parts = nonce ? html.split(nonce) : [];
            if (answer.statusCode !== 200 || parts.length < 2) return done(null);
            done({
              parts,
              head: {
                'content-type': String(answer.headers['content-type']),
                'cache-control': 'private, no-cache',
              },
              until: Date.now() + FRESH_MS,
            });
          });
          answer.on('error', () => done(null));
        },
      );
      asked.on('error', () => done(null));
      asked.end();
    });
  }

  async function fresh(path: string, lang: string, host: string): Promise<Drawn | null> {
    const key = `${host} ${path} ${lang}`;
    const kept = drawn.get(key);
    const page = kept && (await kept);
    if (page && page.until > Date.now()) return page;
    // Requests that come while it is being drawn wait for the same page.
    if (drawn.get(key) === kept) drawn.set(key, draw(path, lang, host));
    if (drawn.size > 100) drawn.delete(drawn.keys().next().value ?? '');
    return (await drawn.get(key)) ?? null;
  }

  const forUs = (req: IncomingMessage): boolean =>
    req.method === 'GET' &&
    DOOR.test(req.url ?? '') &&
    !/(?:^|;\s*)cerchi=/.test(req.headers.cookie ?? '') &&
    req.headers['x-itself'] !== itself &&
    req.headers.rsc === undefined;

  /** True when it was answered; `res` already has its own policy with its own nonce. */
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (!forUs(req)) return false;
    const nonce = NONCE.exec(String(res.getHeader('content-security-policy') ?? ''))?.[1];
    const lang = String(req.headers['accept-language'] ?? '').slice(0, 60);
    const page = nonce ? await fresh(req.url ?? '', lang, req.headers.host ?? 'localhost') : null;
    if (!page || !nonce) return false;
    const html = Buffer.from(page.parts.join(nonce));
    const takes = String(req.headers['accept-encoding'] ?? '');
    const encoding = /\bbr\b/.test(takes) ? 'br' : /\bgzip\b/.test(takes) ? 'gzip' : null;
    const body =
      encoding === 'br'
        ? await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : encoding === 'gzip'
          ? await zip(html, { level: 5 })
          : html;
    for (const [name, value] of Object.entries(page.head)) res.setHeader(name, value);
    res.setHeader('vary', 'accept-encoding, accept-language, cookie');
    if (encoding) res.setHeader('content-encoding', encoding);
    res.setHeader('content-length', body.length);
    res.end(body);
    return true;
  };
}
