/** The built files run on the oldest engines of `browserslist` in package.json: their syntax, their calls, their styles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILLS } from '@/client/loading/older-engines';
import { youngCalls, youngStyles, youngSyntax } from './engine-floor';

const chunks = resolve(import.meta.dirname, '../../.next/static/chunks');
const built = (ending: string) =>
  readdirSync(chunks, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file, text: readFileSync(join(chunks, file), 'utf8') }));
/** The reader of pasted formats, in a file of its own: it is only asked for by an engine that can look behind. */
const readsFormats = (text: string) => text.includes('[style*="mso-list"');
/** For engines that know no modules; Next names it `noModule`, and no engine that we support asks for it. */
const isForNoModules = (text: string) => text.includes('core-js') || text.includes('__core-js_shared__');

describe('the built files', () => {
  const scripts = built('.js').filter(({ text }) => !isForNoModules(text));
  const styles = built('.css');

  it('are there', () => {
    expect(scripts.length).toBeGreaterThan(30);
    expect(styles.length).toBeGreaterThan(0);
  });

  it('have no syntax that an engine at the floor cannot parse', () => {
    const young = scripts.flatMap(({ file, text }) =>
      youngSyntax(text)
        .filter((what) => !(what.startsWith('lookbehind') && readsFormats(text)))
        .map((what) => `${file}: ${what}`),
    );
    expect(young).toEqual([]);
  });

  it('call nothing that an engine at the floor lacks, unless it is filled in', () => {
    const filled = new Set([
      'structuredClone',
      'checkVisibility',
      'requestSubmit',
      ...FILLS.map((f) => f.name),
    ]);
    const lacking = scripts.flatMap(({ file, text }) =>
      [...youngCalls(text)].filter((name) => !filled.has(name)).map((name) => `${file}: ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  it('have no style that an engine at the floor would drop whole', () => {
    expect(styles.flatMap(({ file, text }) => youngStyles(text).map((what) => `${file}: ${what}`))).toEqual(
      [],
    );
  });
});

describe('the check of the built files', () => {
  it.each([
    'class A { static { this.x = 1; } }',
    'class A { #x; static has(o) { return #x in o; } }',
    'const at = /(?<=a)b/;',
    'const at = /a/v;',
    'await fetch("/");',
    'using file = open();',
  ])('finds syntax: %s', (script) => {
    expect(youngSyntax(script)).not.toEqual([]);
  });

  it('lets pass what the floor has', () => {
    expect(
      youngSyntax('class A { x = 1; #y = 2; static z = 3; get() { return this.#y ?? this?.x; } }'),
    ).toEqual([]);
    expect(youngSyntax('const f = async () => { for await (const x of y) await x; }; a ||= b;')).toEqual([]);
    expect(youngStyles('a{color:red;height:100vh;height:100dvh}')).toEqual([]);
  });

  it('finds calls, and not those that ask first', () => {
    expect([
      ...youngCalls('a.toSorted(); Promise.withResolvers(); b.scheduler?.yield(); c.toSorted?.()'),
    ]).toEqual(['toSorted', 'withResolvers']);
  });

  it.each([
    '@layer base{a{color:red}}',
    'a{color:oklch(50% 0 0)}',
    'a{background:color-mix(in srgb,red,blue)}',
    'a{color:red;& b{color:blue}}',
    '@media (width>=40rem){a{color:red}}',
    'a{height:100dvh}',
    'a{rotate:90deg}',
    '@container (min-width:1px){a{color:red}}',
  ])('finds styles: %s', (css) => {
    expect(youngStyles(css)).not.toEqual([]);
  });
});
