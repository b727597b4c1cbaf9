/** Messages and requests that nobody honest sends, by the thousand: answered, and nothing has changed. */
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { gathering } from '@/domain/gathering/catalogue';
import { PROTOCOL } from '@/protocol/wire';
import { join_, openSpace, testHouse } from '../server/house';

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
/** Fields with the right names and the wrong things in them: what gets furthest. */
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
const message = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      event: fc.constant('command'),
      said: fc.record({
        code: fc.constantFrom('PROVA', 'ALTRA', 'prova', '../PROVA'),
        command,
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
          since: junk,
          people: junk,
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

/** Over 64 KiB the line itself is cut, as the protocol says; that is tried once, at the end. */
const fits = (said: unknown): boolean => Buffer.byteLength(JSON.stringify(said) ?? '') < 60_000;

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
const request = fc.record({
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

export type Siege = {
  messages: number;
  requests: number;
  unanswered: number;
  /** Answers that are neither done nor a typed refusal. */
  untyped: number;
  wentThrough: number;
  changed: string[];
  heapBeforeMb: number;
  heapAfterMb: number;
  polluted: boolean;
};

const mb = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1048576);
};

/** Nine tenths by the socket, from a stranger, a seat of another gathering and a seat of this one; the rest over HTTP. */
export async function besiegeWithJunk({ count, seed }: { count: number; seed: number }): Promise<Siege> {
  // Nobody's pace is what is tried here: the flood has its own test.
  const house = await testHouse(undefined, 0, { pace: 1_000_000 });
  const row = await openSpace(house);
  const other = await openSpace(house, 'ALTRA');
  const anna = await join_(house.url, 'PROVA', 'Anna');
  const away = await join_(house.url, 'ALTRA', 'Bruno');
  const her = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
  await house.rooms
    .gathering(row)
    .submit({ id: 'cmd-replayed-1', type: 'proposeTopic', ask: { topic: 'topic-0001', title: 'vero' } }, her);
  const open = async (cookie: string | null) => {
    const socket = io(house.url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: cookie ? { cookie } : {},
    });
    await new Promise<void>((up) => socket.once('connect', up));
    return socket;
  };
  const lines = [await open(null), await open(away.cookie), await open(anna.cookie), await open(anna.cookie)];
  const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null, people: 0 };
  for (const line of lines) await line.emitWithAck('hello', hello);
  const before = [row, other].map((r) => JSON.stringify(house.rooms.gathering(r).whole()));
  const seats = house.store.$client.prepare('SELECT count(*) AS n FROM seats').get();
  const total = { messages: 0, requests: 0, unanswered: 0, untyped: 0, wentThrough: 0 };
  const judge = (answer: unknown, replayed = false): void => {
    const a = answer as { ok?: unknown; refused?: unknown } | null;
    // A command known before is answered as before, and does nothing.
    if (a?.ok === true && !('you' in a) && !replayed) total.wentThrough += 1;
    else if (a?.ok !== true && typeof a?.refused !== 'string') total.untyped += 1;
  };
  const messages = fc.sample(
    message.filter((m) => fits(m.said)),
    { numRuns: Math.ceil(count * 0.9), seed },
  );
  const requests = fc.sample(request, { numRuns: Math.ceil(count * 0.1), seed: seed + 1 });
  const first = mb();
  const AT_ONCE = 200;
  for (let i = 0; i < messages.length; i += AT_ONCE)
    await Promise.all(
      messages.slice(i, i + AT_ONCE).map(async ({ event, said }, n) => {
        total.messages += 1;
        // These names belong to the client library itself.
        const safe = /^(connect|connect_error|disconnect|disconnecting|newListener|removeListener)$/.test(
          event,
        );
        const line = lines[(i + n) % lines.length];
        try {
          const of = (said as { command?: { id?: unknown; ask?: unknown } } | null)?.command;
          // Whoever has a place could by chance say something right: a field too many makes sure she doesn't.
          if (of && typeof of.ask === 'object' && of.ask !== null) of.ask = { ...of.ask, forged: true };
          judge(
            await line?.timeout(60_000).emitWithAck(safe ? 'x' : event, said),
            of?.id === 'cmd-replayed-1',
          );
        } catch {
          total.unanswered += 1;
        }
      }),
    );
  for (let i = 0; i < requests.length; i += AT_ONCE)
    await Promise.all(
      requests.slice(i, i + AT_ONCE).map(async ({ path, type, body }) => {
        total.requests += 1;
        try {
          const response = await fetch(house.url + path, {
            method: 'POST',
            headers: { 'content-type': type, accept: 'application/json' },
            body,
            signal: AbortSignal.timeout(60_000),
          });
          judge(await response.json());
        } catch {
          total.unanswered += 1;
        }
      }),
    );
  const giant = lines[0];
  const cut = new Promise<string>((why) => giant?.once('disconnect', why));
  giant?.emit('command', { code: 'x'.repeat(10_000_000) });
  await cut;
  const alive = await fetch(`${house.url}/healthz`);
  if (!alive.ok) total.unanswered += 1;
  const last = mb();
  const changed = [row, other].flatMap((r, i) =>
    JSON.stringify(house.rooms.gathering(r).whole()) === before[i] ? [] : [r.code],
  );
  if (
    JSON.stringify(house.store.$client.prepare('SELECT count(*) AS n FROM seats').get()) !==
    JSON.stringify(seats)
  )
    changed.push('seats');
  const polluted = 'polluted' in {} || 'hidden' in Object || 'interested' in Object;
  for (const line of lines) line.disconnect();
  await house.close();
  house.remove();
  return { ...total, changed, heapBeforeMb: first, heapAfterMb: last, polluted };
}
