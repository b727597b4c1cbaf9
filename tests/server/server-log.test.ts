/** The server's log of a whole simulated gathering: events are in it, by level, and neither people nor their words. */
import { afterEach, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import { PROTOCOL } from '@/protocol/wire';
import { seededRandom } from '@/simulated/random';
import { wouldDo } from '@/simulated/person';
import { readConfig } from '@/server/config';
import { createServerLog, LOG_LEVELS, type LogLevel } from '@/server/diagnostics/server-log';
import { LoadShedding } from '@/server/sockets/load-shedding';
import { socketWire } from '@/client/connection/socket-wire';
import { owner } from '../harm/terms';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

const PHASES: Phase[] = ['proposing', 'market', 'sessions', 'reading', 'voting', 'actions', 'closing'];
/** Enough that some of them talk, whatever the characters that their seats' ids give them. */
const LABELS = [
  'Annalisa Bevilacqua',
  'Bruno Quattrocchi',
  'Carla Ferrantelli',
  'Dino Mazzacurati',
  'Elvira Pontecorvo',
  'Fausto Guidetti',
  'Gemma Lambertini',
  'Italo Serafini',
  'Jolanda Bergonzini',
  'Livio Passerini',
];

let house: TestHouse | null = null;
const phones: Replica<Gathering>[] = [];
afterEach(async () => {
  for (const p of phones.splice(0)) p.close();
  await house?.close();
  house?.remove();
  house = null;
});

type Line = { level: number; at?: string; msg: string; [key: string]: unknown };

/** Runs the same day at each level; `steps`: of each phase. Returns the log's lines, and everything a person wrote, chose or was given. */
async function day(
  level: LogLevel,
  steps: number,
): Promise<{ text: string; lines: Line[]; secrets: Set<string> }> {
  let text = '';
  const open = await testHouse(undefined, 0, {
    log: createServerLog(level, {
      write: (line) => {
        text += line;
      },
    }),
  });
  house = open;
  const row = await openSpace(open);
  const secrets = new Set<string>(LABELS);
  for (const label of LABELS) {
    const seat = await join_(open.url, 'PROVA', label);
    for (const secret of [seat.seat, seat.recovery, seat.cookie.slice(8, 60)]) secrets.add(secret);
    phones.push(device(open.url, 'PROVA', seat.cookie));
  }
  await until('all live', () => phones.every((p) => p.snapshot().link === 'live'));
  const dice = seededRandom(7);
  const stream = open.streams.gathering(row);
  for (const [i, phase] of PHASES.entries()) {
    await stream.submit({ id: `phase-${i}-id`, type: 'changePhase', ask: { phase } }, owner);
    await until(phase, () => phones.every((p) => p.snapshot().confirmed.phase === phase));
    for (let step = 0; step < steps; step++) {
      const p = phones[step % phones.length]!;
      const { view, you } = p.snapshot();
      const gesture = wouldDo(view, you?.seat ?? '', { at: p.now(), speed: 60, dice });
      if (!gesture) continue;
      for (const said of textsIn(gesture.ask)) secrets.add(said);
      p.ask(gesture.type, gesture.ask);
      await until('answered', () => p.snapshot().outbox.length === 0);
    }
  }
  // Names and texts where only codes and deeds belong.
  const stranger = socketWire(open.url, { transports: ['websocket'], forceNew: true });
  await new Promise<void>((up) => stranger.listen({ up, down() {}, frame() {}, own() {}, again() {} }));
  const hello = { protocol: PROTOCOL, surface: 'phone' as const, since: null, answered: [], people: 0 };
  await stranger.hello({ ...hello, code: 'Annalisa Bevilacqua' });
  await stranger.hello({ ...hello, code: 'PROVA' });
  await stranger.command({
    code: 'PROVA',
    command: { id: 'cmd-stranger', type: 'Bruno Quattrocchi', ask: {} },
  });
  stranger.close();
  for (const { cmd } of open.streams.log.since(row.id, 0)) secrets.add(cmd);
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  return { text, lines, secrets };
}

/** Every text of a command that somebody wrote, and every id that names a thing of theirs. */
const textsIn = (x: unknown): string[] =>
  typeof x === 'string'
    ? x.length >= 10
      ? [x]
      : []
    : typeof x === 'object' && x !== null
      ? Object.values(x).flatMap(textsIn)
      : [];

it('[I12] a whole simulated gathering at its most talkative: no name, no words, no code of recovery, no id of a seat or command', async () => {
  const { text, lines, secrets } = await day('debug', 300);
  expect(secrets.size).toBeGreaterThan(40);
  expect([...secrets].filter((secret) => secret !== '' && text.includes(secret))).toEqual([]);
  // So that the test can fail: events are there.
  const at = (what: string) => lines.filter((l) => l.at === what);
  expect(at('connection')).toHaveLength(LABELS.length + 1);
  expect(at('hello').length).toBeGreaterThanOrEqual(LABELS.length);
  expect(at('command').length).toBeGreaterThan(20);
  expect(at('command').every((l) => l.stream === 'PROVA' && typeof l.seq === 'number')).toBe(true);
  expect(new Set(at('command').map((l) => l.type)).size).toBeGreaterThan(3);
  expect(at('refusal')).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ type: 'hello', refused: 'unknown_code', stream: null }),
      expect.objectContaining({ type: '?', refused: 'no_seat', stream: 'PROVA' }),
    ]),
  );
  expect(at('commit').reduce((n, l) => n + Number(l.facts), 0)).toBeGreaterThan(30);
});

it('the level decides: at `info` no command is written, at `silent` nothing', async () => {
  const { lines } = await day('info', 20);
  expect(lines.some((l) => l.at === 'connection')).toBe(true);
  expect(lines.some((l) => l.at === 'command' || l.at === 'commit')).toBe(false);
  let said = '';
  const log = createServerLog('silent', {
    write: (line) => {
      said += line;
    },
  });
  log.write({ at: 'slow_turn', ms: 900 });
  log.warn('x');
  expect(said).toBe('');
});

it('an error is written without what hangs on it, and a slow turn with how slow it was', () => {
  let said = '';
  const log = createServerLog('warn', {
    write: (line) => {
      said += line;
    },
  });
  log.warn(
    'a message could not be handled',
    Object.assign(new Error('boom'), { input: 'Annalisa', code: 'E_X' }),
  );
  expect(said).not.toContain('Annalisa');
  expect(JSON.parse(said)).toMatchObject({ msg: 'a message could not be handled', err: { code: 'E_X' } });
  const slow: number[] = [];
  let now = 0;
  const shedding = new LoadShedding(
    () => now,
    (ms) => slow.push(ms),
  );
  now = 260;
  (shedding as unknown as { beat(): void }).beat();
  now = 1200;
  (shedding as unknown as { beat(): void }).beat();
  shedding.stop();
  expect(slow).toEqual([690]);
});

it('the environment chooses the level, and a wrong one is refused by name', () => {
  expect(readConfig({}).logLevel).toBe('silent');
  for (const level of LOG_LEVELS) expect(readConfig({ CERCHI_LOG: level }).logLevel).toBe(level);
  expect(() => readConfig({ CERCHI_LOG: 'loud' })).toThrow(/CERCHI_LOG/);
});
