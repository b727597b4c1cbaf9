/**
 * Answers with the page that a QR code opens: it is the same for everybody without a seat, so it is drawn once a second
 * and not once for each phone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nonceOf, type PageCache, sendPage } from './page-cache';

const DOOR = /^\/i\/[A-Za-z0-9]{1,12}\/entra$/;
const FRESH_MS = 1000;

/** An anonymous request for a gathering's entrance and nothing else. */
const isForDoor = (req: IncomingMessage): boolean =>
  req.method === 'GET' &&
  DOOR.test(req.url ?? '') &&
  !/(?:^|;\s*)cerchi=/.test(req.headers.cookie ?? '') &&
  req.headers.rsc === undefined;

/** Resolves to true when it was answered; `res` already has its own policy with its own nonce. */
export const joinPageCache =
  (cache: PageCache) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (!isForDoor(req) || cache.isOwn(req.headers)) return false;
    const nonce = nonceOf(res.getHeader('content-security-policy'));
    if (!nonce) return false;
    const lang = String(req.headers['accept-language'] ?? '').slice(0, 60);
    const host = req.headers.host ?? 'localhost';
    const path = req.url ?? '';
    const page = await cache.page(`${host} ${path} ${lang}`, {
      path,
      headers: () => ({ host, 'accept-language': lang }),
      freshMs: FRESH_MS,
      stamp: '',
    });
    if (!page) return false;
    const head = {
      'content-type': page.head['content-type'] ?? 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
    };
    sendPage(req, res, { template: page.template, head }, { nonce, own: '' });
    return true;
  };
