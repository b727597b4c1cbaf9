/** Security headers of every answer: a browser runs only our scripts and connects to no other host. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The same on every surface, also of scripts, styles and fonts. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Browsers heed these on documents and on scripts of workers only; a page loads some twenty other files. */
const OF_DOCUMENTS: Readonly<Record<string, string>> = {
  // For browsers that don't know frame-ancestors.
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()',
};

/** For data that is never a page: nothing in it may load or run. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** `indexed`: whether the office lets search engines list its public pages. */
export type HeaderOptions = { publicUrl: string | null; dev?: boolean; indexed?: () => boolean };

/** Pages that speak to everybody. A gathering's own pages and the office's are never listed. */
const PUBLIC = /^\/(?:$|\?|(?:esiti|atti)\/|(?:informativa|accessibilita)(?:$|\?))/;

/** Nonces cost nothing here: every page is drawn for its reader (docs/decisions/0014). */
export function pagePolicy(nonce: string, host: string | undefined, dev = false): string {
  // Older Safari does not count a socket to one's own host as 'self'.
  const sockets = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    // Widths of bars are written as style attributes; style sheets and <style> elements cannot be injected.
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self'${sockets}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Also set on a page's request: Next reads the nonce there to put it on its own scripts. */
export function guardPage(req: IncomingMessage, res: ServerResponse, options: HeaderOptions): void {
  const policy = pagePolicy(randomBytes(16).toString('base64'), req.headers.host, options.dev);
  req.headers['content-security-policy'] = policy;
  res.setHeader('content-security-policy', policy);
}

type Guarded = { setHeader(name: string, value: string): unknown };

/** For a script, a style sheet or a font of the build. `path`: the address that was asked for. */
export function guardFile(res: Guarded, options: HeaderOptions, path = ''): void {
  for (const [name, value] of Object.entries(ALWAYS)) res.setHeader(name, value);
  if (!PUBLIC.test(path) || !options.indexed?.()) res.setHeader('x-robots-tag', 'noindex');
  if (options.publicUrl?.startsWith('https:'))
    res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** For any other answer: it may be opened as a document. `path`: the address that was asked for. */
export function guardAnswer(res: Guarded, options: HeaderOptions, path = ''): void {
  guardFile(res, options, path);
  for (const [name, value] of Object.entries(OF_DOCUMENTS)) res.setHeader(name, value);
}
