/** Input that nobody honest sends: wrong types, deep nests, forged ids and fields, torture texts, broken packets. */
import fc from 'fast-check';
import { gathering } from '@/domain/gathering/catalogue';
import { PROTOCOL } from '@/protocol/wire';

const TORTURE = [
  '"; DROP TABLE facts; --',
  '=1+1',
  '<script>alert(1)</script>',
  '\u202Egnirts\u202C',
  '\u0000\u0007\u001b[31m',
  '\u200b\u200b',
  '../../etc/passwd',
  '%2e%2e%2f',
  'a'.repeat(5000),
  '\ud800',
  '{{7*7}}<%= 7*7 %>',
  'constructor',
  '__proto__',
  'toString',
];
const text = fc.oneof(fc.constantFrom(...TORTURE), fc.string({ unit: 'binary', maxLength: 60 }));
const deep = fc.integer({ min: 1, max: 4000 }).map((n) => {
  let x: unknown = 'bottom';
  for (let i = 0; i < n; i++) x = i % 2 ? [x] : { __proto__x: x };
  return x;
});
const polluted = fc.constantFrom(
  JSON.parse('{"__proto__":{"polluted":true},"title":"x","topic":"topic-0009"}') as unknown,
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  { topic: 'constructor', title: 'x', on: true, action: 'toString', note: 'valueOf' },
);
const junk = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: text as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: deep },
  { weight: 2, arbitrary: polluted },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, 0, -1, 1e308, true, [], Number.NaN) },
);
/** Right field names with wrong values: these get furthest. */
const forged = fc.record(
  {
    topic: fc.oneof(text, fc.constant('topic-0001')),
    note: text,
    session: text,
    seat: text,
    title: junk,
    text: junk,
    kind: junk,
    to: junk,
    on: junk,
    dots: junk,
    what: fc.oneof(fc.constant('note'), text),
    id: text,
    hash: text,
  },
  { requiredKeys: [] },
);
const deeds = Object.keys(gathering.deeds);

const command = fc.record(
  {
    id: fc.oneof(text, fc.constant('cmd-replayed-1'), fc.stringMatching(/^[a-z0-9]{10}$/)),
    type: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...deeds) }, { weight: 1, arbitrary: text }),
    ask: fc.oneof(forged, junk),
    for: text,
    origin: text,
    saidAt: junk,
    by: text,
    role: fc.constant('owner'),
  },
  { requiredKeys: ['id', 'type', 'ask'] },
);
/** In the shape the wire requires, so that the deed itself must refuse it. */
const close = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{10}$/),
  type: fc.constantFrom(...deeds),
  ask: fc.oneof(forged, polluted),
});
/** Sent over a socket. */
export const message = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      event: fc.constant('command'),
      said: fc.record({
        code: fc.constantFrom('PROVA', 'ALTRA', 'prova', '../PROVA'),
        command: fc.oneof(command, close),
      }) as fc.Arbitrary<unknown>,
    }),
  },
  { weight: 1, arbitrary: fc.record({ event: fc.constant('command'), said: junk }) },
  {
    weight: 2,
    arbitrary: fc.record({
      event: fc.constant('hello'),
      said: fc.oneof(
        junk,
        fc.record({
          protocol: fc.oneof(fc.constant(PROTOCOL), fc.integer()),
          code: fc.oneof(text, fc.constantFrom('PROVA', 'ALTRA')),
          surface: fc.constantFrom('phone', 'desk', 'kiosk', 'wall', 'root'),
          since: fc.oneof(fc.constant(null), fc.maxSafeNat(), junk),
          people: fc.oneof(fc.nat(), junk),
        }),
      ) as fc.Arbitrary<unknown>,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      event: fc.oneof(text, fc.constantFrom('frame', 'own', 'again', 'join')),
      said: junk,
    }),
  },
);

/** Over 64 KiB the connection itself is cut, as the protocol says; that is tried once, at the end. */
export const fits = (said: unknown): boolean => Buffer.byteLength(JSON.stringify(said) ?? '') < 60_000;

const PATHS = [
  '/api/join',
  '/api/recover',
  '/api/find',
  '/api/label',
  '/api/erase-me',
  '/api/erase',
  '/api/clear',
  '/api/sign-in',
  '/api/enter',
  '/api/invite',
  '/api/gatherings',
  '/api/paths',
  '/api/freeze',
  '/api/complete',
  '/api/completion-link',
  '/api/totem/sit',
  '/api/photos/PROVA',
  '/api/nothing',
];
/** Sent over HTTP. */
export const request = fc.record({
  path: fc.constantFrom(...PATHS),
  type: fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
  ),
  body: fc.oneof(
    junk.map((x) => JSON.stringify(x) ?? ''),
    text,
    fc
      .record(
        {
          code: fc.constantFrom('NIENTE', 'ALTRA1'),
          label: junk,
          sector: junk,
          recovery: text,
          token: text,
          name: text,
        },
        { requiredKeys: ['code'] },
      )
      .map((x) => JSON.stringify(x)),
  ),
});

/**
 * Posted to the socket's own endpoint, below every message: invalid packets, reserved names, attachments that never
 * come.
 */
export const packet = fc.oneof(
  text,
  fc.constantFrom(
    '4',
    '40{"token":"x"}',
    '40/root,',
    '42',
    '42[]',
    '42["connect"]',
    '42["disconnect"]',
    '42["newListener",1]',
    '42[null]',
    '42{"a":1}',
    '451-["command",{"_placeholder":true,"num":0}]',
    '459999999999-["command",{"_placeholder":true,"num":-1}]',
    '43999[1]',
    '44"forged"',
    '6',
    'bAAAA',
    '2probe\u001e5',
    '40\u001e41\u001e40',
  ),
);
