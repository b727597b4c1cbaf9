import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { gathering } from '@/domain/gathering/catalogue';
import { docsPage, DOCS_STYLE } from '@/server/http/api-docs/docs-page';
import { SUMMARIES } from '@/server/http/api-docs/summaries';
import { type TestHouse, testHouse } from './house';

type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Operation = {
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: { '200': { content?: { 'application/json': { schema: Schema } } } };
};
type OpenApi = { paths: Record<string, Record<string, Operation>> };
type AsyncApi = { components: { schemas: Record<string, Schema & { 'x-fact'?: string }> } };

let house: TestHouse;
let http: OpenApi;
let wire: AsyncApi;
beforeAll(async () => {
  house = await testHouse();
  http = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as OpenApi;
  wire = (await (await fetch(`${house.url}/api/asyncapi.json`)).json()) as AsyncApi;
});
afterAll(async () => {
  await house.close();
  house.remove();
});

let made = 0;
/** A value that the schema allows, with the caller's own texts in it: this client knows nothing but the document. */
function fill(schema: Schema, want: unknown, path = '$'): unknown {
  const branch = schema.anyOf ?? schema.oneOf;
  if (branch) return fill(branch.find((b) => b.type !== 'null') ?? {}, want, path);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) {
    if (want === undefined) return schema.enum[0];
    expect(schema.enum, path).toContain(want);
    return want;
  }
  if (schema.type === 'object' && schema.properties) {
    const asked = (want ?? {}) as Record<string, unknown>;
    for (const name of Object.keys(asked)) expect(Object.keys(schema.properties), path).toContain(name);
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name]) => name in asked || schema.required?.includes(name))
        .map(([name, of]) => [name, fill(of, asked[name], `${path}.${name}`)]),
    );
  }
  if (schema.type === 'array')
    return ((want as unknown[]) ?? []).map((x, i) => fill(schema.items ?? {}, x, `${path}[${i}]`));
  if (schema.type === 'string') {
    const text = String(want ?? `made-up-${made++}`);
    if (schema.pattern) expect(text, path).toMatch(new RegExp(schema.pattern));
    if (schema.maxLength !== undefined) expect([...text].length, path).toBeLessThanOrEqual(schema.maxLength);
    return text;
  }
  if (schema.type === 'boolean') return want ?? false;
  if (schema.type === 'integer' || schema.type === 'number') return want ?? schema.minimum ?? 0;
  return want ?? null;
}

/** One person or office with a cookie of their own, who knows the two documents and nothing else. */
class Client {
  cookie = '';
  private code = '';
  private socket: ReturnType<typeof io> | null = null;

  async call(method: 'get' | 'post', path: string, want: object = {}): Promise<Record<string, unknown>> {
    const operation = http.paths[path]?.[method];
    if (!operation) throw new Error(`the document has no ${method} ${path}`);
    const body = operation.requestBody?.content['application/json'].schema;
    const answer = await fetch(`${house.url}${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', cookie: this.cookie },
      ...(body ? { body: JSON.stringify(fill(body, want)) } : {}),
      redirect: 'manual',
    });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const said = answer.status === 303 ? { ok: true } : ((await answer.json()) as Record<string, unknown>);
    const promised = operation.responses['200'].content?.['application/json'].schema.required ?? ['ok'];
    if (answer.status === 200) for (const name of promised) expect(said, path).toHaveProperty(name);
    return said;
  }

  async follow(code: string, surface: 'phone' | 'desk'): Promise<void> {
    this.code = code;
    this.socket = io(house.url, {
      path: '/filo',
      transports: ['websocket'],
      extraHeaders: { cookie: this.cookie },
      forceNew: true,
    });
    const socket = this.socket;
    await new Promise<void>((up) => socket.once('connect', up));
    const protocol = (wire.components.schemas.Welcome?.properties?.protocol?.const ?? 0) as number;
    const hello = fill(wire.components.schemas.Hello ?? {}, { protocol, code, surface, since: null });
    expect(await socket.emitWithAck('hello', hello)).toMatchObject({ ok: true });
  }

  async do(type: string, ask: object): Promise<void> {
    const shape = wire.components.schemas[`gathering.command.${type}`];
    if (!shape) throw new Error(`the document has no command ${type}`);
    const command = { code: this.code, command: { id: `cmd-api-${made++}`, type, ask: fill(shape, ask) } };
    const answer = (await this.socket?.emitWithAck('command', command)) as { ok: boolean };
    expect(answer, `${type}: ${JSON.stringify(answer)}`).toMatchObject({ ok: true });
  }

  leave(): void {
    this.socket?.disconnect();
  }
}

describe('the API described by the program', () => {
  it('every route has a sentence, and no sentence is of a route that is gone', () => {
    const routes = house.declared.map((s) => `${s.method.toUpperCase()} ${s.path}`);
    expect(routes.filter((r) => !SUMMARIES[r])).toEqual([]);
    expect(Object.keys(SUMMARIES).filter((r) => !routes.includes(r))).toEqual([]);
  });

  it('says the length that a text may really have', () => {
    const title = wire.components.schemas['gathering.command.proposeTopic']?.properties?.title;
    expect(title?.maxLength).toBe(200);
    const join = http.paths['/api/join']?.post?.requestBody?.content['application/json'].schema;
    expect(join?.properties?.label?.maxLength).toBe(60);
    const { proposeTopic } = gathering.deeds;
    const of = (n: number) => ({ topic: 'topic-0001', title: 'è'.repeat(n) });
    expect([200, 201].map((n) => proposeTopic.commandSchema().safeParse(of(n)).success)).toEqual([
      true,
      false,
    ]);
  });

  it('is made a schema at a time: others are answered between two of them', async () => {
    const other = await testHouse();
    let turns = 0;
    let counts = true;
    const count = () => {
      turns += 1;
      if (counts) setImmediate(count);
    };
    count();
    const answer = await fetch(`${other.url}/api/asyncapi.json`);
    const { components } = (await answer.json()) as AsyncApi;
    counts = false;
    expect(turns).toBeGreaterThan(Object.keys(components.schemas).length / 3);
    await other.close();
    other.remove();
  });

  it('a client made from the documents alone opens a gathering, joins, proposes, places, reports and exports', async () => {
    const office = new Client();
    const token = house.accounts.invite('setup', 'owner', null, 24);
    const entered = await office.call('post', '/api/enter', {
      token,
      name: 'Ufficio di Piano',
      passphrase: 'quattro parole a caso davvero',
    });
    expect(entered).toMatchObject({ ok: true });
    const opened = await office.call('post', '/api/gatherings', {
      ask: {
        title: 'Prova da un altro programma',
        question: 'Che cosa serve?',
        days: ['2014-05-17'],
        slots: [
          {
            id: 'slot-api-1',
            day: '2014-05-17',
            label: 'Turno 1',
            start: '10:00',
            end: '11:00',
            released: true,
          },
        ],
        spaces: [
          { id: 'space-api-1', name: 'Tiglio', kind: 'room', stepFree: true, note: '', released: true },
        ],
      },
    });
    const code = String(opened.code);
    const anna = new Client();
    const seat = await anna.call('post', '/api/join', { code, label: 'Anna' });
    expect(seat.recovery).toEqual(expect.any(String));
    await anna.follow(code, 'phone');
    await anna.do('proposeTopic', { topic: 'topic-api-1', title: 'Un tema venuto da fuori' });
    await anna.do('placeTopic', {
      topic: 'topic-api-1',
      session: 'session-api-1',
      slot: 'slot-api-1',
      space: 'space-api-1',
    });
    await anna.do('beginReport', { topic: 'topic-api-1' });
    await anna.do('writeReport', {
      topic: 'topic-api-1',
      field: 'summary',
      text: 'Se ne è parlato.',
      rev: 0,
    });
    anna.leave();
    const answer = await fetch(`${house.url}/api/export/${code}/tutto.json`, {
      headers: { cookie: office.cookie },
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Se ne è parlato.');
  });

  it('the page needs no network: it names no address but its own', async () => {
    const page = await (await fetch(`${house.url}/api/docs`)).text();
    expect(page).toContain('gathering.command.proposeTopic');
    expect(page.match(/https?:\/\/[^"<\s]+/g)?.filter((a) => !a.includes('json-schema.org')) ?? []).toEqual(
      [],
    );
    expect(page).not.toContain('<script');
  });
});

it('the page of the API folds each route and each message under its name, with nothing that could run', () => {
  const operation = { summary: 'Says <b>&"', responses: {} };
  const routes = {
    info: { version: '1.2<', description: 'One & two' },
    paths: { '/api/a': { get: operation } },
  };
  const schemas = {
    Hello: { type: 'object' },
    'gathering.command.move': 1,
    'path.command.open': 2,
    'gathering.fact.moved': 3,
    'path.fact.opened': 4,
    other: 5,
  };
  const messages = { info: { description: 'Wire "quoted"' }, components: { schemas } };
  const fold = (name: string, said: string, body: string) =>
    `<details id="${name}"><summary><code>${name}</code> ${said}</summary><pre>${body}</pre></details>`;
  const said = JSON.stringify(operation, null, 2)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  expect(docsPage(routes as never, messages as never)).toBe(
    [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
      `<title>Cerchi API 1.2&lt;</title><style>${DOCS_STYLE}</style></head><body><main>`,
      '<h1>Cerchi API 1.2&lt;</h1>',
      '<p>As files: <a href="/api/openapi.json">OpenAPI 3.1</a>, <a href="/api/asyncapi.json">AsyncAPI 3.0</a>.</p>',
      '<p>One &amp; two</p><p>Wire &quot;quoted&quot;</p>',
      `<h2>HTTP <small>(1)</small></h2>${fold('GET /api/a', 'Says &lt;b&gt;&amp;&quot;', said)}`,
      `<h2>Messages of the socket <small>(1)</small></h2>${fold('Hello', '', '{\n  &quot;type&quot;: &quot;object&quot;\n}')}`,
      `<h2>Commands in a gathering <small>(1)</small></h2>${fold('gathering.command.move', '', '1')}`,
      `<h2>Commands in a path <small>(1)</small></h2>${fold('path.command.open', '', '2')}`,
      `<h2>Facts of a gathering <small>(1)</small></h2>${fold('gathering.fact.moved', '', '3')}`,
      `<h2>Facts of a path <small>(1)</small></h2>${fold('path.fact.opened', '', '4')}`,
      '</main></body></html>',
    ].join('\n'),
  );
});
