/** First loads of a page: its HTML and everything the HTML names, by newcomers with an empty cache. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { answer } from './program';

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const get = (url: string, agent: Agent, headers: Record<string, string> = {}): Promise<Got> =>
  new Promise((done, failed) => {
    const asked = request(
      url,
      {
        agent,
        headers: {
          accept: 'text/html',
          'accept-encoding': 'gzip, br',
          'accept-language': 'it',
          ...headers,
        },
      },
      (r) => {
        const parts: Buffer[] = [];
        r.on('data', (c: Buffer) => parts.push(c));
        r.on('end', () =>
          done({ status: r.statusCode ?? 0, headers: r.headers, body: Buffer.concat(parts) }),
        );
        r.on('error', failed);
      },
    );
    asked.on('error', failed);
    asked.end();
  });

/** Follows the entrance's redirect; the list of files is read once, because all newcomers get the same. */
async function learn(url: string): Promise<{ page: string; files: string[] }> {
  const agent = new Agent({ keepAlive: false });
  const headers = { 'accept-encoding': 'identity' };
  const read = (at: string): Promise<Got> =>
    new Promise((done, failed) => {
      request(at, { agent, headers }, (r) => {
        const parts: Buffer[] = [];
        r.on('data', (c: Buffer) => parts.push(c));
        r.on('end', () =>
          done({ status: r.statusCode ?? 0, headers: r.headers, body: Buffer.concat(parts) }),
        );
      })
        .on('error', failed)
        .end();
    });
  let page = url;
  let got = await read(page);
  while (got.status >= 300 && got.status < 400) {
    page = new URL(got.headers.location ?? '/', page).href;
    got = await read(page);
  }
  const html = got.body.toString('utf8');
  const named = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static|fonts)\/[^"]+)"/g)].map(
    (m) => m[1] ?? '',
  );
  return { page, files: [...new Set(named)].map((f) => new URL(f, url).href) };
}

type Reloads = { urls: string[]; cookies: (string | null)[]; phones: number; holds?: string };
type Reloaded = { ms: number; p50: number; p99: number; bytesEach: number };

const unpacked = ({ headers, body }: Got): string => {
  const coding = headers['content-encoding'];
  return (
    coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  ).toString();
};

/**
 * So many phones load a page at the same moment, each over a connection of its own; their files are in their cache.
 * Every page must hold `holds`; they are unpacked when all have come, so that it costs the servers nothing.
 */
async function reload({ urls, cookies, phones, holds = '<main' }: Reloads): Promise<Reloaded> {
  const began = performance.now();
  const took: number[] = [];
  const got = await Promise.all(
    Array.from({ length: phones }, async (_, i) => {
      const agent = new Agent({ keepAlive: false });
      const cookie = cookies[i % cookies.length];
      const page = await get(urls[i % urls.length] ?? '', agent, cookie ? { cookie } : {});
      took.push(performance.now() - began);
      return page;
    }),
  );
  const ms = performance.now() - began;
  const wrong = got.find((g) => g.status !== 200 || !unpacked(g).includes(holds));
  if (wrong) throw new Error(`a page came as ${wrong.status}, or without ${holds}`);
  took.sort((a, b) => a - b);
  const at = (q: number): number => took[Math.ceil(took.length * q) - 1] ?? 0;
  return { ms, p50: at(0.5), p99: at(0.99), bytesEach: got.reduce((n, g) => n + g.body.length, 0) / phones };
}

answer({
  reload,
  /** One wave after another until it has gone on for so many seconds; returns the waves' times. */
  async waves({ seconds, ...wave }: Reloads & { seconds: number }) {
    const until = performance.now() + seconds * 1000;
    const waves: Reloaded[] = [];
    while (performance.now() < until) waves.push(await reload(wave));
    return waves;
  },
  /** Loads a second, `abreast` newcomers at a time, each over connections of their own. */
  async load({ url, abreast, seconds }: { url: string; abreast: number; seconds: number }) {
    const { page, files } = await learn(url);
    const began = performance.now();
    let loads = 0;
    let bytes = 0;
    const newcomer = async (): Promise<void> => {
      while (performance.now() - began < seconds * 1000) {
        const agent = new Agent({ keepAlive: true, maxSockets: 6 });
        const html = await get(page, agent);
        const rest = await Promise.all(files.map((f) => get(f, agent)));
        const wrong = [html, ...rest].find((g) => g.status !== 200);
        if (wrong) throw new Error(`${wrong.status} from ${page}`);
        bytes += html.body.length + rest.reduce((n, g) => n + g.body.length, 0);
        loads += 1;
        agent.destroy();
      }
    };
    await Promise.all(Array.from({ length: abreast }, newcomer));
    const took = (performance.now() - began) / 1000;
    return { perSecond: loads / took, bytesEach: bytes / Math.max(1, loads), files: files.length };
  },
});
