import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { joinPageCache } from '@/server/pages/join-page-cache';
import { PageCache } from '@/server/pages/page-cache';
import { openStaticFiles, makeReady } from '@/server/http/static-files';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const f of undo.splice(0)) f();
});

async function serve(listener: RequestListener): Promise<number> {
  const http = createServer(listener);
  await new Promise<void>((up) => http.listen(0, '127.0.0.1', up));
  undo.push(() => http.close());
  const at = http.address();
  return typeof at === 'object' && at ? at.port : 0;
}

/** As received, still compressed. */
const get = (port: number, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((done, failed) =>
    request({ host: '127.0.0.1', port, path, headers }, (r) => {
      const parts: Buffer[] = [];
      r.on('data', (c: Buffer) => parts.push(c));
      r.on('end', () => done({ status: r.statusCode ?? 0, headers: r.headers, body: Buffer.concat(parts) }));
    })
      .on('error', failed)
      .end(),
  );

describe('files made by the build', () => {
  it('come squeezed as the browser can take them, marked to be compiled as they come, to be kept for ever; nothing else is known', async () => {
    const root = mkdtempSync(join(tmpdir(), 'cerchi-'));
    undo.push(() => rmSync(root, { recursive: true, force: true }));
    const folder = join(root, '.next', 'static', 'chunks');
    mkdirSync(folder, { recursive: true });
    const script = 'const circle = 1;\n'.repeat(500);
    writeFileSync(join(folder, 'a.js'), script);
    const marked = `//# allFunctionsCalledOnLoad\n${script}`;
    writeFileSync(join(root, 'secret.js'), 'secret');
    const ready = () => makeReady(join(root, '.next', 'static'));
    await ready();
    // An interrupted start does it again, and marks nothing twice.
    rmSync(join(folder, 'a.js.br'));
    await ready();
    const statics = openStaticFiles(root);
    const port = await serve((req, res) => {
      if (!statics(req, res)) res.writeHead(404).end();
    });
    const at = '/_next/static/chunks/a.js';
    const br = await get(port, at, { 'accept-encoding': 'gzip, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(br.headers['cache-control']).toContain('immutable');
    expect(brotliDecompressSync(br.body).toString()).toBe(marked);
    const gz = await get(port, at, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gz.body).toString()).toBe(marked);
    const plain = await get(port, at);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(marked);
    for (const path of ['/_next/static/../../secret.js', '/_next/static/%2e%2e/%2e%2e/secret.js', `${at}.br`])
      expect((await get(port, path)).status).toBe(404);
  });
});

describe("the door's page", () => {
  it('is drawn once for many newcomers, each with a nonce of her own; who has a cookie is drawn for', async () => {
    let drawn = 0;
    let n = 0;
    const own = { host: '127.0.0.1', port: 0 };
    const door = joinPageCache(new PageCache('mark', () => own));
    const pages = (_req: IncomingMessage, res: ServerResponse, nonce: string): void => {
      drawn += 1;
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(`<script nonce="${nonce}">1</script><p>Entra</p><script nonce="${nonce}">2</script>`);
    };
    own.port = await serve((req, res) => {
      n += 1;
      const nonce = `nonce${n}+/=`;
      res.setHeader('content-security-policy', `script-src 'self' 'nonce-${nonce}'`);
      void door(req, res).then((done) => done || pages(req, res, nonce));
    });
    const nonceOf = (r: { headers: IncomingMessage['headers'] }): string =>
      /'nonce-([^']+)'/.exec(String(r.headers['content-security-policy']))?.[1] ?? '';
    const first = await get(own.port, '/i/PROVA/entra');
    const second = await get(own.port, '/i/PROVA/entra', { 'accept-encoding': 'gzip' });
    expect(drawn).toBe(1);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.body.toString().split(`nonce="${nonceOf(first)}"`)).toHaveLength(3);
    expect(
      gunzipSync(second.body)
        .toString()
        .split(`nonce="${nonceOf(second)}"`),
    ).toHaveLength(3);
    await get(own.port, '/i/PROVA/entra', { cookie: 'cerchi=x' });
    await get(own.port, '/i/PROVA/entra?rifiuto=blank_text');
    expect(drawn).toBe(3);
  });
});
