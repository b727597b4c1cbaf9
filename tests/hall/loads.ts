/** First loads of a page: its HTML and everything the HTML names, by newcomers with an empty cache. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { answer } from './program';

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const get = (url: string, agent: Agent): Promise<Got> =>
  new Promise((done, failed) => {
    const asked = request(
      url,
      { agent, headers: { 'accept-encoding': 'gzip, br', 'accept-language': 'it' } },
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

answer({
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
