/** The headers that keep other sites, other scripts and search engines out: of every answer, and of pages. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { guardAnswer, guardFile, guardPage, pagePolicy } from '@/server/security/security-headers';

const answered = (
  options: Partial<Parameters<typeof guardAnswer>[1]> = {},
  path?: string,
  guard = guardAnswer,
) => {
  const headers = new Map<string, string>();
  const res = { setHeader: (name: string, value: string) => headers.set(name, value) };
  guard(res, { publicUrl: null, ...options }, path);
  return Object.fromEntries(headers);
};
/** Each directive of a policy by its name. */
const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((d) => [d.split(' ', 1)[0], d.split(' ').slice(1)]));

describe('every answer', () => {
  it('is taken for its own type only, is framed by nobody, and says nothing to other sites', () => {
    expect(answered()).toEqual({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-dns-prefetch-control': 'off',
      'permissions-policy': [
        ...['camera=()', 'microphone=()', 'geolocation=()', 'payment=()', 'usb=()', 'serial=()'],
        ...['display-capture=()', 'browsing-topics=()'],
      ].join(', '),
      'x-robots-tag': 'noindex',
    });
  });

  it('with a file of the build says only what browsers heed there: a page loads twenty', () => {
    const file = {
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    };
    expect(answered({}, '/_next/static/a.js', guardFile)).toEqual(file);
    expect(answered({ publicUrl: 'https://cerchi.unione.test' }, '/fonts/a.woff2', guardFile)).toEqual({
      ...file,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });

  it('binds browsers to HTTPS for a year, where the public address is one', () => {
    const bound = (publicUrl: string | null) => answered({ publicUrl })['strict-transport-security'];
    expect(bound('https://cerchi.unione.test')).toBe('max-age=31536000; includeSubDomains');
    for (const plain of ['http://cerchi.unione.test', 'http://a.test/https:', null])
      expect(bound(plain)).toBeUndefined();
  });

  it('is listed by search engines only if it is public and the office lets it be', () => {
    const listed = (path: string, indexed = true) =>
      answered({ indexed: () => indexed }, path)['x-robots-tag'] === undefined;
    for (const open of [
      '/',
      '/?lingua=en',
      '/esiti/PATTO',
      '/atti/DEMO',
      '/informativa',
      '/informativa?a=b',
      '/accessibilita',
    ])
      expect(listed(open), open).toBe(true);
    for (const own of [
      '',
      '/i/DEMO',
      '/ufficio',
      '/informative',
      '/esiti',
      '/x/esiti/PATTO',
      '/accessibilita/altro',
      '/a?/atti/',
    ])
      expect(listed(own), own).toBe(false);
    expect(listed('/', false)).toBe(false);
    expect(answered({}, '/')['x-robots-tag']).toBe('noindex');
  });
});

describe('a page', () => {
  it('runs the scripts of this server that bear its number, and connects to this host alone', () => {
    const own = ["'self'"];
    expect(directives(pagePolicy('abc', 'cerchi.test:3000'))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", "'nonce-abc'"],
      'style-src': ["'self'", "'nonce-abc'"],
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      ...{ 'font-src': own, 'media-src': own, 'manifest-src': own, 'worker-src': own, 'form-action': own },
      'connect-src': ["'self'", 'ws://cerchi.test:3000', 'wss://cerchi.test:3000'],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  it('adds no host that could end the directive: the name comes from the request', () => {
    for (const odd of ['a.test; script-src *', 'a.test b.test', "'unsafe-inline'", '', undefined])
      expect(directives(pagePolicy('abc', odd))['connect-src']).toEqual(["'self'"]);
    for (const host of ['a.test', '127.0.0.1:80', '[::1]:3000', 'a-b.test'])
      expect(directives(pagePolicy('abc', host))['connect-src']).toContain(`ws://${host}`);
  });

  it('lets a developer’s tools evaluate, and nobody else', () => {
    const dev = directives(pagePolicy('abc', undefined, true));
    expect(dev['script-src']).toEqual(["'self'", "'nonce-abc'", "'unsafe-eval'"]);
    expect(dev['style-src']).toEqual(["'self'", "'unsafe-inline'"]);
  });

  it('has another number at every request, told to the page’s own renderer and to the browser', () => {
    const guarded = () => {
      const req = { headers: { host: 'a.test' } } as unknown as IncomingMessage;
      const sent: Record<string, string> = {};
      const res = {
        setHeader: (name: string, value: string) => (sent[name] = value),
      } as unknown as ServerResponse;
      guardPage(req, res, { publicUrl: null });
      expect(sent['content-security-policy']).toBe(req.headers['content-security-policy']);
      return sent['content-security-policy'] ?? '';
    };
    const [one, two] = [guarded(), guarded()];
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='(;| )/);
    expect(one).toContain('ws://a.test');
    expect(one).not.toContain('unsafe-eval');
    expect(one).not.toBe(two);
  });
});
