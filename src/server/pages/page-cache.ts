/** Keeps drawn pages for a moment: requests for the same page wait for one drawing, and pages are drawn one at a time. */
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { PageTemplate } from './page-template';

/** Headers of a drawn page that its answers have too. */
const KEPT_HEADERS = ['content-type', 'cache-control', 'link'];
const STYLE_SHEET = /<link rel="stylesheet" href="(\/_next\/static\/[^"]+)"/;
const NONCE = /'nonce-([^']+)'/;
/** A page that takes longer is not shared. In milliseconds. */
const PATIENCE_MS = 10_000;
/** A kept page that this many asked for is one that a whole hall loads: it is drawn less often, for taps wait meanwhile. */
const MANY = 100;
/** How old such a page may be; its device asks for the facts since. In milliseconds. */
const MANY_FRESH_MS = 10_000;
/** Pages that nobody asked for lately are dropped when another is drawn. In milliseconds. */
const KEEP_MS = MANY_FRESH_MS;
/** Pages kept at the same time; the oldest goes first. A page of a full hall is some 400 kB. */
const KEEP_MOST = 100;
/** Marks the server's own requests for a page, with a secret of this process. */
const ITSELF = 'x-itself';

export const nonceOf = (policy: unknown): string | undefined => NONCE.exec(String(policy ?? ''))?.[1];

export type DrawnPage = { template: PageTemplate; head: Record<string, string> };
/** An answer's own nonce, and its reader's own part. */
type AnswerParts = { nonce: string; own: string };

/** Answers with a drawn page, compressed where the device takes gzip. Throws as `PageTemplate.fill` does. */
export function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  { template, head }: DrawnPage,
  { nonce, own }: AnswerParts,
): void {
  const zipped = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const parts = template.fill(nonce, own, zipped);
  for (const [name, value] of Object.entries(head)) res.setHeader(name, value);
  res.setHeader('vary', 'accept-encoding, accept-language, cookie');
  if (zipped) res.setHeader('content-encoding', 'gzip');
  res.setHeader(
    'content-length',
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  // All parts and the headers are handed to the system at once.
  res.cork();
  for (const part of parts) res.write(part);
  res.end();
}

/**
 * Lets a device ask for the style sheet while a slow link still brings the page. Not for scripts: a slow phone that asked
 * for them so was usable later (docs/performance.md).
 */
function preloadOf(html: string): string[] {
  const [, sheet] = STYLE_SHEET.exec(html) ?? [];
  return sheet === undefined ? [] : [`<${sheet}>; rel=preload; as=style`];
}

type CachedPage = { page: Promise<DrawnPage | null>; stamp: string; at: number; asked: number };
/** `stamp`: a kept page with another one is never served. `headers` are those of the request. */
export type PageRequest = {
  path: string;
  headers: () => Record<string, string>;
  freshMs: number;
  stamp: string;
  slot?: string;
};

export class PageCache {
  private readonly kept = new Map<string, CachedPage>();
  private last: Promise<unknown> = Promise.resolve();

  /** `itself`: a secret of this process. `own`: where this server listens. */
  constructor(
    private readonly itself: string,
    private readonly own: () => { host: string; port: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** True if this is the server's own request for a page. */
  isOwn(headers: Record<string, unknown>): boolean {
    return headers[ITSELF] === this.itself;
  }

  /** The page, at most `freshMs` old, or ten seconds while many ask for it; null when it cannot be shared. Never rejects. */
  async page(key: string, asked: PageRequest): Promise<DrawnPage | null> {
    const kept = this.kept.get(key);
    if (kept && kept.stamp === asked.stamp) {
      kept.asked += 1;
      const fresh = kept.asked > MANY ? Math.max(MANY_FRESH_MS, asked.freshMs) : asked.freshMs;
      if (this.now() - kept.at < fresh) return kept.page;
    }
    const made: CachedPage = { page: Promise.resolve(null), stamp: asked.stamp, at: this.now(), asked: 1 };
    const previous = this.last;
    made.page = previous.then(() => {
      // Its age counts from here, without the time it waited for other drawings.
      made.at = this.now();
      return this.draw(asked).catch(() => null);
    });
    this.last = made.page;
    this.kept.delete(key);
    this.kept.set(key, made);
    for (const [name, { at }] of this.kept)
      if (this.kept.size > KEEP_MOST || this.now() - at > KEEP_MS) this.kept.delete(name);
    const page = await made.page;
    if (!page && this.kept.get(key) === made) this.kept.delete(key);
    return page;
  }

  private draw({ path, headers, slot }: PageRequest): Promise<DrawnPage | null> {
    return new Promise((done, failed) => {
      const asked = request(
        {
          ...this.own(),
          path,
          timeout: PATIENCE_MS,
          headers: { ...headers(), 'accept-encoding': 'identity', [ITSELF]: this.itself },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => parts.push(chunk));
          answer.on('end', () => {
            const html = Buffer.concat(parts).toString('utf8');
            const nonce = nonceOf(answer.headers['content-security-policy']);
            if (answer.statusCode !== 200 || !nonce || !html.includes(nonce)) return done(null);
            const head: Record<string, string> = Object.fromEntries(
              KEPT_HEADERS.flatMap((name) => {
                const value = answer.headers[name];
                return value === undefined ? [] : [[name, String(value)]];
              }),
            );
            const links = [head.link ?? [], preloadOf(html)].flat();
            if (links.length > 0) head.link = links.join(', ');
            PageTemplate.cut(html, nonce, slot ?? null).then(
              (template) => done(slot !== undefined && !template.personal ? null : { template, head }),
              failed,
            );
          });
          answer.on('error', failed);
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('the page took too long')));
      asked.on('error', failed);
      asked.end();
    });
  }
}
