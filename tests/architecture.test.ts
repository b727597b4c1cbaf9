/** Checks the rooms' import directions and conventions; add a forbidden import and it fails. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, filesIn, floors, importsAmong, root, src } from './graph';

/** The imports allowed to each room. `app` reaches the streams only through the page API. */
const MAY: Record<string, readonly string[]> = {
  domain: [],
  simulated: ['domain'],
  protocol: ['domain'],
  tokens: [],
  reports: ['domain', 'i18n', 'tokens'],
  i18n: ['domain'],
  ui: ['domain'],
  client: ['domain', 'protocol'],
  server: ['domain', 'simulated', 'protocol', 'reports', 'i18n', 'tokens', 'db'],
  cli: ['i18n', 'server', 'db'],
  app: ['domain', 'protocol', 'reports', 'i18n', 'tokens', 'ui', 'client', 'server/pages/page-api'],
  // Next loads it before anything else of a page.
  'instrumentation-client.ts': ['client'],
};
/** Packages the pure rooms may use. */
const PURE = new Set(['zod/mini']);

const files = filesIn(src);
const importsOf = (file: string): { from: string; typeOnly: boolean }[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'|import\(?\s*'([^']+)'/g,
    ),
  ].map((m) => ({
    from: m[2] ?? m[3] ?? '',
    typeOnly: Boolean(m[1]),
  }));

/** Files loaded together with a file: neither type imports nor later `import()` calls. */
const comesWith = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^|\n)(?:import|export)\s([^;]*?)from\s+'([^']+)'/g)]
    .filter(([, what = '']) => {
      if (what.startsWith('type ')) return false;
      const names = /^\{([\s\S]*)\}\s*$/.exec(what)?.[1]?.split(',') ?? [''];
      return names.some((n) => n.trim() !== '' && !n.trim().startsWith('type ')) || !what.startsWith('{');
    })
    .map((m) => m[2] ?? '');

function roomOf(file: string, from: string): string | null {
  const path = from.startsWith('@/')
    ? join(src, from.slice(2))
    : from.startsWith('.')
      ? resolve(dirname(file), from)
      : null;
  if (!path) return null;
  const inside = relative(src, path);
  return inside.startsWith('..') ? (relative(root, path).split('/')[0] ?? '') : inside;
}

describe('architecture', () => {
  it('each room imports only what its row of the table allows', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const [room = ''] = relative(src, file).split('/');
      for (const { from, typeOnly } of importsOf(file)) {
        const target = roomOf(file, from);
        if (target === null) {
          if (room === 'domain' && !PURE.has(from)) wrong.push(`${relative(root, file)} imports ${from}`);
          continue;
        }
        if (target.split('/')[0] === room) continue;
        // Types of the streams' rows give no access to the streams.
        if (room === 'app' && typeOnly) continue;
        const allowed = MAY[room]?.some((m) => target === m || target.startsWith(`${m}/`));
        if (!allowed) wrong.push(`${relative(root, file)} imports ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('the table of rooms in README says the same', () => {
    const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(
      /^\| `src\/([a-z0-9]+)` +\|[^|]*\|([^|]*)\|$/gm,
    );
    const said = [...rows].map(([, room = '', may = '']) => [
      room,
      may.trim() === '' ? [] : may.trim().split(', '),
    ]);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(Object.entries(MAY).filter(([room]) => !room.includes('.'))),
    );
  });

  it('the domain reads no clock and throws no dice, and simulated people are given both', () => {
    const wrong = files
      .filter((f) => ['domain', 'simulated'].some((room) => f.startsWith(join(src, room))))
      .filter((f) =>
        /Date\.now|new Date\(\)|Math\.random|process\.|setTimeout|fetch\(/.test(readFileSync(f, 'utf8')),
      );
    expect(wrong).toEqual([]);
  });

  it('no sentence of the screen lives in a component', () => {
    const wrong = files
      .filter((f) => f.endsWith('.tsx'))
      .flatMap((f) =>
        [...readFileSync(f, 'utf8').matchAll(/>\s*([A-ZÀ-Ú][a-zà-ú]+(?: [a-zà-ú]+)+[^<{}]*)</g)].map(
          (m) => `${relative(root, f)}: ${m[1]}`,
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('no page is fetched by the router, which asks the server again for each: a path’s pages are on the device', () => {
    const asks = (f: string) =>
      importsOf(f).some(({ from }) => from === 'next/link') || /\buseRouter\b/.test(readFileSync(f, 'utf8'));
    expect(files.filter(asks).map((f) => relative(src, f))).toEqual([]);
  });

  it('a phone’s first screen carries no schema, no sync machine, no immer, no circle and no socket: deeds follow when it is drawn (decision 17)', () => {
    const first = join(src, 'app/i/[code]/[[...where]]/_frame/phone.tsx');
    const fileOf = (from: string, name: string): string | undefined => {
      const target = roomOf(from, name);
      const path = target && join(src, target);
      return path ? [path, `${path}.ts`, `${path}.tsx`].find((f) => files.includes(f)) : undefined;
    };
    /** The importer through which each file was reached. */
    const way = new Map<string, string>([[first, 'the first screen']]);
    const heavy: string[] = [];
    for (const [file, how] of way)
      for (const name of comesWith(file)) {
        const here = `${how} > ${relative(src, file)}`;
        if (/^(zod|immer|socket\.io)|\/sync\/sync$|_circle\/circle$/.test(name))
          heavy.push(`${here} > ${name}`);
        const next = fileOf(file, name);
        if (next && !way.has(next)) way.set(next, here);
      }
    expect(way.size).toBeGreaterThan(50);
    expect(heavy).toEqual([]);
  });

  it('the page for an error, which every page carries, loads its looks only when something broke', () => {
    const names = comesWith(join(src, 'app/error.tsx'));
    expect(names).toContain('@/i18n/words');
    expect(names.filter((name) => !['react', '@/i18n/words'].includes(name))).toEqual([]);
  });

  it('what a screen is drawn from needs no library and no deed: `state/` reads only types and itself', () => {
    const state = join(src, 'domain/gathering/state');
    const wrong = files
      .filter((f) => f.startsWith(`${state}/`) || f === `${state}.ts`)
      .flatMap((f) =>
        comesWith(f)
          .filter((name) => !resolve(dirname(f), name).startsWith(`${state}/`) || !name.startsWith('.'))
          .map((name) => `${relative(root, f)} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('every file opens by saying why it exists, and no room has a vague name', () => {
    const mute = files.filter(
      (f) =>
        !/^(['"]use client['"];\n)?\/\*\*? ?|^(['"]use client['"];\n)\/\*\*/.test(readFileSync(f, 'utf8')),
    );
    expect(mute.map((f) => relative(root, f))).toEqual([]);
    expect(
      files.filter((f) =>
        /(utils?|helpers?|common|misc|manager|services?)(\/|\.tsx?$)/.test(relative(src, f)),
      ),
    ).toEqual([]);
  });
});

/** The imports allowed between the rooms of the server. `types`: rooms of which only types may be imported. */
const SERVER: Record<string, { may: readonly string[]; types?: readonly string[] }> = {
  files: { may: [], types: ['streams'] },
  diagnostics: { may: [] },
  security: { may: [] },
  log: { may: ['files/atomic-write', 'files/sealed-files'] },
  database: { may: ['log', 'files'] },
  identity: { may: [], types: ['streams', 'database'] },
  streams: { may: ['log', 'identity'], types: ['database'] },
  sockets: { may: ['streams', 'identity', 'security'], types: ['diagnostics'] },
  exports: { may: ['streams', 'files', 'database', 'file-formats'] },
  'file-formats': { may: ['files'] },
  imports: { may: ['files'] },
  search: { may: ['streams'] },
  rehearsals: { may: ['files', 'identity'], types: ['streams'] },
  upkeep: { may: ['streams', 'identity', 'log', 'files', 'database'] },
  pages: { may: ['streams', 'identity', 'sockets/handshake', 'upkeep'] },
  http: {
    may: [
      'streams',
      'identity',
      'security',
      'log/fingerprint',
      'exports',
      'file-formats/formats',
      'imports',
      'search',
      'upkeep',
      'files',
      'rehearsals',
    ],
    types: ['diagnostics', 'pages'],
  },
  build: { may: ['files', 'http/static-files'] },
};

const server = importsAmong(filesIn(join(src, 'server'))).map((i) => ({
  ...i,
  from: i.from.replace('server/', ''),
  to: i.to.replace('server/', ''),
}));
/** Files outside src/server/database that name its engine: each is about a SQLite file itself. */
const OF_FILES = ['log/author-upgrade.ts', 'upkeep/backup.ts', 'file-formats/sqlite.ts'];

it('no database engine is named outside src/server/database (decision 41)', () => {
  const named = files
    .filter((f) => importsOf(f).some(({ from }) => /^(better-sqlite3|drizzle-orm|pg)(\/|$)/.test(from)))
    .map((f) => relative(join(src, 'server'), f))
    .filter((f) => !f.startsWith('database/'));
  expect(named.sort()).toEqual([...OF_FILES].sort());
});

/** A file at the top (compose, main…) is a room of its own: it puts the others together. */
const room = (file: string): string => file.split('/')[0] ?? '';
const between = server.filter((i) => room(i.from) !== room(i.to));

const pairs = (edges: readonly { from: string; to: string }[], of = (x: string) => x) => [
  ...new Map(
    edges
      .map(({ from, to }) => [of(from), of(to)] as const)
      .filter(([a, b]) => a !== b)
      .map((pair) => [pair.join(' > '), pair] as const),
  ).values(),
];

const size = (name: string, edges: readonly (readonly [string, string])[]) =>
  console.info(
    `${name}: ${new Set(edges.flat()).size} boxes, ${floors(edges)} floors, ${edges.length} arrows`,
  );

describe('the rooms of the server', () => {
  it('import only what their row of the table allows', () => {
    const wrong = between
      .filter(({ from }) => from.includes('/'))
      .filter(({ from, to, typeOnly }) => {
        const row = SERVER[room(from)];
        const allowed = row?.may.some((m) => to.startsWith(`${m}/`) || to === `${m}.ts`);
        return !allowed && !(typeOnly && row?.types?.includes(room(to)));
      })
      .map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`);
    expect(wrong).toEqual([]);
  });

  it('know each other without a circle, and no file at the top is known to a room', () => {
    const values = pairs(
      between.filter((i) => !i.typeOnly),
      room,
    );
    size('rooms of src/server', values);
    expect(circles(values)).toEqual([]);
    expect(between.filter((i) => i.from.includes('/') && !i.to.includes('/'))).toEqual([]);
  });

  it('are all in the table', () => {
    const rooms = new Set(
      server
        .flatMap((i) => [i.from, i.to])
        .filter((f) => f.includes('/'))
        .map(room),
    );
    expect(Object.keys(SERVER).sort()).toEqual([...rooms].sort());
  });
});

/** The imports allowed between the rooms of the client. `types`: rooms of which only types may be imported. */
const CLIENT: Record<string, { may: readonly string[]; types?: readonly string[] }> = {
  sync: { may: [] },
  scheduling: { may: [] },
  connection: { may: ['scheduling'] },
  storage: { may: ['sync', 'scheduling'] },
  device: { may: ['storage'] },
  loading: { may: ['sync', 'scheduling', 'connection', 'storage'] },
  replica: { may: ['sync', 'storage', 'loading'], types: ['connection'] },
  hooks: { may: ['replica', 'storage', 'scheduling', 'connection', 'loading'] },
};

describe('the rooms of the client', () => {
  const among = importsAmong(filesIn(join(src, 'client')))
    .map((i) => ({ ...i, from: i.from.replace('client/', ''), to: i.to.replace('client/', '') }))
    .filter((i) => room(i.from) !== room(i.to));

  it('import only what their row of the table allows, without a circle', () => {
    const wrong = among
      .filter(({ from, to, typeOnly }) => {
        const row = CLIENT[room(from)];
        return !row?.may.includes(room(to)) && !(typeOnly && row?.types?.includes(room(to)));
      })
      .map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`);
    expect(wrong).toEqual([]);
    const values = pairs(
      among.filter((i) => !i.typeOnly),
      room,
    );
    size('rooms of src/client', values);
    expect(circles(values)).toEqual([]);
  });

  it('are all in the table', () => {
    const folders = filesIn(join(src, 'client')).map((f) => room(relative(join(src, 'client'), f)));
    expect(Object.keys(CLIENT).sort()).toEqual([...new Set(folders)].sort());
  });
});

describe.each(['server', 'client'])('the files of src/%s', (name) => {
  it('import each other without a circle of values', () => {
    const edges = pairs(importsAmong(filesIn(join(src, name))).filter((i) => !i.typeOnly));
    size(`files of src/${name}`, edges);
    expect(circles(edges)).toEqual([]);
  });
});

it('a circle is found where there is one', () => {
  expect(
    circles([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual([['b', 'c']]);
  expect(
    floors([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ]),
  ).toBe(3);
});

it('no fast test mocks a module: the files of a worker share their modules, and tests/stand-in.ts replaces functions', () => {
  const own = join(root, 'tests/architecture.test.ts');
  const mocking = filesIn(join(root, 'tests')).filter(
    (f) =>
      f !== own &&
      !/tests\/(slow|journeys|harm)\//.test(f) &&
      /\bvi\.(do)?[mM]ock\(/.test(readFileSync(f, 'utf8')),
  );
  expect(mocking.map((f) => relative(root, f))).toEqual([]);
});
