import { PROTOCOL } from '@/protocol/version';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LoadShedding } from '@/server/sockets/load-shedding';
import { Line } from '../hall/line';
import { device, join_, openSpace, testHouse, until } from './house';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('pressure', () => {
  it('is felt when the turns of this process come late, also within a turn, and passes', () => {
    vi.useFakeTimers();
    let now = 0;
    const shedding = new LoadShedding(() => now);
    now = 250;
    vi.advanceTimersByTime(250);
    expect(shedding.wait()).toBeNull();
    now = 5500;
    expect(shedding.wait()).toBeGreaterThanOrEqual(1000);
    vi.advanceTimersByTime(250);
    expect(shedding.wait()).toBeGreaterThanOrEqual(1000);
    now += 250;
    vi.advanceTimersByTime(250);
    expect(shedding.wait()).toBeNull();
    shedding.stop();
  });

  it('[E19] who writes into a hall that cannot keep up is told to wait a moment, and loses nothing', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const house = await testHouse();
    await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const putOff: { run: () => void; ms: number }[] = [];
    const later = (run: () => void, ms: number) => void putOff.push({ run, ms });
    const phone = device(house.url, 'PROVA', cookie, 'phone', undefined, later);
    await until('in', () => phone.snapshot().link === 'live');
    const told: unknown[] = [];
    phone.subscribe(() => told.push(phone.snapshot().patience?.refused));
    // The whole process is busy with something else: its clock goes on, but its event loop is blocked.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 4600);
    vi.spyOn(Math, 'random').mockReturnValue(0);
    phone.ask('proposeTopic', { topic: 'topic-one', title: 'con calma' });
    await until('it was asked to wait', () => told.includes('busy'));
    expect(phone.delivery('topic-one')).toBe('saved');
    clock.mockRestore();
    await vi.advanceTimersByTimeAsync(500);
    expect(Math.max(...putOff.map((p) => p.ms))).toBeGreaterThanOrEqual(1000);
    for (const { run } of putOff.splice(0)) run();
    await until('it has arrived', () => phone.delivery('topic-one') === 'seen', 60_000);
    expect(phone.snapshot().patience).toBeNull();
    phone.close();
    await house.close();
    house.remove();
  }, 300_000);

  it('is of one seat: who sends too much is slowed, and whoever shares her address is not', async () => {
    vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
    const house = await testHouse(undefined, 0, { pace: 30 });
    await openSpace(house);
    const putOff: { run: () => void; ms: number }[] = [];
    const later = (run: () => void, ms: number) => void putOff.push({ run, ms });
    const [anna, bruno] = await Promise.all(
      ['Anna', 'Bruno'].map(async (label) => {
        const { cookie } = await join_(house.url, 'PROVA', label);
        const phone = device(house.url, 'PROVA', cookie, 'phone', undefined, later);
        await until(`${label} in`, () => phone.snapshot().link === 'live');
        return phone;
      }),
    );
    if (!anna || !bruno) throw new Error('nobody came');
    const slowed: unknown[] = [];
    const calm: unknown[] = [];
    anna.subscribe(() => slowed.push(anna.snapshot().patience?.refused));
    bruno.subscribe(() => calm.push(bruno.snapshot().patience?.refused));
    const note = (n: string, text: string) => ({ note: n, topic: 'topic-one', kind: 'altro' as const, text });
    anna.ask('proposeTopic', { topic: 'topic-one', title: 'di fretta' });
    await until('on the board', () => bruno.snapshot().view.topics['topic-one'] !== undefined);
    for (let i = 0; i < 40; i++)
      anna.ask('writeNote', note(`anna-${String(i).padStart(3, '0')}`, `nota ${i}`));
    await until('she is slowed', () => slowed.includes('too_fast'), 60_000);
    bruno.ask('writeNote', note('bruno-001', 'con calma'));
    await until('his arrives', () => bruno.delivery('bruno-001') === 'seen');
    expect(calm).not.toContain('too_fast');
    // All of their commands arrive too, once and in time: within the ten seconds of their rate limit and two more.
    expect(putOff.length).toBeGreaterThan(0);
    for (const { ms } of putOff) expect(ms).toBeLessThanOrEqual(12_000);
    vi.setSystemTime(Date.now() + 12_000);
    for (const { run } of putOff) run();
    await until('hers arrive', () => Object.keys(bruno.snapshot().view.notes).length === 41, 60_000);
    for (const phone of [anna, bruno]) phone.close();
    await house.close();
    house.remove();
  }, 300_000);

  it('a phone that stops reading keeps nobody waiting, and has missed nothing when it reads again', async () => {
    const house = await testHouse(undefined, 0, { pace: 10_000 });
    await openSpace(house);
    const hello = {
      protocol: PROTOCOL,
      code: 'PROVA',
      surface: 'phone',
      since: null,
      people: 0,
      fetches: true,
    };
    /** States that phones are fetching, also at the end, when the server goes. */
    const fetched: Promise<string>[] = [];
    const fetching = (path: string): Promise<string> => {
      const text = fetch(house.url + path).then((answer) => answer.text());
      fetched.push(text);
      return text;
    };
    /** A phone by hand: collects the notes that reach it, says hello again when it is told to, and comes back when it is cut. */
    const comeIn = async (label: string) => {
      const { cookie } = await join_(house.url, 'PROVA', label);
      const notes = new Set<string>();
      const collect = (text: string) => {
        for (const [id] of text.matchAll(/note-\d+-0*(?=")/g)) notes.add(id);
      };
      const welcome = async () => {
        const answer = await new Promise<string>((done) =>
          phone.line.ask('hello', hello, done, Number.POSITIVE_INFINITY),
        );
        collect(answer);
        const [, path] = /"url":"(\/api\/snapshots\/[^"]+)"/.exec(answer) ?? [];
        if (path) collect(await fetching(path));
      };
      const connect = async (): Promise<void> => {
        phone.line = await Line.open(house.url, '/filo', cookie);
        phone.line.heard = (payload) => {
          const text = payload.toString('utf8');
          if (text.startsWith('42["again"')) void welcome();
          else collect(text);
        };
        phone.line.closed = () => void connect();
        await welcome();
      };
      const ask = (type: string, what: unknown) =>
        new Promise<string>((done) => {
          const command = { id: nanoid(14), type, ask: what };
          phone.line.ask('command', { code: 'PROVA', command }, done);
        });
      const phone = { line: null as unknown as Line, notes, ask };
      await connect();
      return phone;
    };
    const [asleep, writes, reads] = [await comeIn('Dorme'), await comeIn('Scrive'), await comeIn('Legge')];
    asleep.line.stall();
    await writes.ask('proposeTopic', { topic: 'topic-one', title: 'mentre dorme' });
    // More than the system buffers for a socket that nobody reads: the server itself must hold the rest.
    const NOTES = 1200;
    const words = 'parola '.repeat(1100).trim();
    /** A slow machine may ask the phone to wait a moment: it sends the note again. */
    const write = async (i: number): Promise<string> => {
      const note = { note: `note-${i}-`.padEnd(12, '0'), topic: 'topic-one', kind: 'altro' };
      const answer = await writes.ask('writeNote', { ...note, text: `${i} ${words}` });
      if (!answer.includes('"refused":"busy"')) return answer;
      await new Promise((r) => setTimeout(r, 500));
      return write(i);
    };
    const answers: string[] = [];
    for (let from = 0; from < NOTES; from += 50)
      answers.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => write(from + i)))));
    expect(answers.filter((a) => !a.startsWith('[{"ok":true'))).toEqual([]);
    await until('the others have it all', () => reads.notes.size === NOTES, 60_000);
    expect(asleep.notes.size).toBeLessThan(NOTES / 2);
    asleep.line.wake();
    await until('it has caught up', () => asleep.notes.size === NOTES, 60_000);
    for (const { line } of [asleep, writes, reads]) line.close();
    await Promise.all(fetched);
    await house.close();
    house.remove();
  }, 300_000);
});
