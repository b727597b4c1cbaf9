/** Counts the bytes that reach the phones of a day, over the socket and by HTTP, and keeps the day's facts as they were sent. */
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import type { PackedFact } from '@/protocol/packed-facts';
import type { Welcome } from '@/protocol/wire';
import type { Line } from '../line';

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const FILE = /(?:src|href)="(\/(?:_next\/static|fonts)\/[^"]+)"/g;

const unpacked = ({ headers, body }: Got): string => {
  const coding = headers['content-encoding'];
  return (
    coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  ).toString();
};

/** A phone's link: its sockets, and its browser with the files it has already. */
export class PhoneWire {
  /** Bytes of pages, files and states, with their headers. */
  http = 0;
  /** Messages with facts. */
  frames = 0;
  private readonly lines: Line[] = [];
  private readonly has = new Set<string>();

  constructor(private readonly day: DayWire) {}

  /** Bytes received over its sockets, with their headers. */
  get socket(): number {
    return this.lines.reduce((n, line) => n + line.received, 0);
  }

  over(line: Line): void {
    this.lines.push(line);
  }

  /** A frame came. */
  heard(from: number, facts: readonly PackedFact[]): void {
    this.frames += 1;
    this.day.keep(from, facts);
  }

  /** Takes a welcome, and fetches the state that it names. Returns the number of the last fact it brings. */
  async welcomed(text: string, url: string): Promise<number> {
    const [welcome] = JSON.parse(text) as [Welcome];
    if (!welcome.snapshot) {
      const facts = welcome.facts ?? [];
      this.day.keep(welcome.seq - facts.length + 1, facts);
      return welcome.seq;
    }
    const { url: path, after } = welcome.snapshot;
    this.day.keep(welcome.seq + 1, after);
    await this.load([url + path]);
    return welcome.seq + after.length;
  }

  /** Opens a page as a browser does: its HTML, and the files it names that the phone has not got. */
  async open(url: string, cookie: string | null = null): Promise<void> {
    let at = url;
    let [page] = await this.load([at], cookie);
    while (page && page.status >= 300 && page.status < 400) {
      at = new URL(page.headers.location ?? '/', at).href;
      [page] = await this.load([at], cookie);
    }
    if (page?.status !== 200) throw new Error(`${at} answered ${page?.status}`);
    const named = [...unpacked(page).matchAll(FILE)].map((m) => new URL(m[1] ?? '', url).href);
    const fresh = [...new Set(named)].filter((file) => !this.has.has(file));
    for (const file of fresh) this.has.add(file);
    await this.load(fresh);
  }

  private async load(urls: readonly string[], cookie: string | null = null): Promise<Got[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: 6 });
    const sockets = new Set<Socket>();
    const headers = {
      accept: 'text/html',
      'accept-encoding': 'gzip, br',
      'accept-language': 'it',
      ...(cookie ? { cookie } : {}),
    };
    const one = (url: string): Promise<Got> =>
      new Promise((done, failed) => {
        get(url, { agent, headers }, (r) => {
          sockets.add(r.socket);
          const parts: Buffer[] = [];
          r.on('data', (c: Buffer) => parts.push(c));
          r.on('end', () =>
            done({ status: r.statusCode ?? 0, headers: r.headers, body: Buffer.concat(parts) }),
          );
          r.on('error', failed);
        }).on('error', failed);
      });
    // A browser asks again when a connection is reset.
    const again = async (url: string): Promise<Got> => {
      for (let tries = 0; ; tries++) {
        try {
          return await one(url);
        } catch (e) {
          if (tries > 20) throw e;
          await new Promise((r) => setTimeout(r, 250));
        }
      }
    };
    try {
      return await Promise.all(urls.map(again));
    } finally {
      for (const socket of sockets) this.http += socket.bytesRead;
      agent.destroy();
    }
  }
}

export class DayWire {
  readonly phones: PhoneWire[] = [];
  private readonly facts = new Map<number, PackedFact>();

  phone(): PhoneWire {
    const phone = new PhoneWire(this);
    this.phones.push(phone);
    return phone;
  }

  keep(from: number, facts: readonly PackedFact[]): void {
    facts.forEach((fact, i) => {
      if (!this.facts.has(from + i)) this.facts.set(from + i, fact);
    });
  }

  /** The day's facts as phones got them: how many, their JSON's bytes, and those of the best that Brotli can do with it. */
  sent(): { facts: number; bytes: number; smallest: number } {
    const inOrder = [...this.facts].sort(([a], [b]) => a - b).map(([, fact]) => fact);
    const json = Buffer.from(JSON.stringify(inOrder));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    return {
      facts: inOrder.length,
      bytes: json.length,
      smallest: brotliCompressSync(json, { params }).length,
    };
  }
}
