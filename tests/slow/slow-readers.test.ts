/** The limit of a connection's unread data, the way it is cut, and the single copy of shared bytes. */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import { PacketType } from 'socket.io-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Welcome } from '@/protocol/wire';
import { HelloQueue } from '@/server/sockets/hello-queue';
import { frameShared, parser, type QueuedPacket, sharedJson, sharedPart } from '@/server/sockets/raw-json';
import { type Memory, type QueuedLine, SlowReaders } from '@/server/sockets/slow-readers';
import { type EngineConnection, socketOf, unreadOf } from '@/server/sockets/engine-connection';
import { TurnBudget } from '@/server/sockets/turn-budget';
import { emit, frame, PONG, rawLine, sip } from '../harm/raw-line';
import { openSpace, type TestHouse, testHouse, until } from '../server/house';

const MB = 1024 * 1024;

/** A TCP connection with so much unread. */
class Unread extends EventEmitter {
  destroyed = false;
  constructor(public writableLength: number) {
    super();
  }
  resetAndDestroy(): void {
    this.destroyed = true;
  }
}

function watched(memory: Memory = { heap: 1, heapLimit: 100, buffers: 0 }) {
  const http = new EventEmitter();
  const clock = { now: 0 };
  const said: string[] = [];
  const slow = new SlowReaders(
    http as unknown as Server,
    (what) => said.push(what),
    () => clock.now,
    () => memory,
  );
  const ended: string[] = [];
  const held: string[] = [];
  const open = (unread: number, packets = 0, name = 'line') => {
    const socket = new Unread(unread);
    http.emit('connection', socket);
    const line: QueuedLine = {
      socket: socket as unknown as Socket,
      queued: () => ({ bytes: 0, packets }),
      end: (reason) => ended.push(`${name} ${reason}`),
      hold: (on) => held.push(`${name} ${on ? 'held' : 'let go'}`),
    };
    slow.watch(line);
    return socket;
  };
  const passed = (seconds: number) => {
    for (let s = 0; s < seconds; s++) {
      clock.now += 1000;
      slow.look();
    }
  };
  const stop = () => http.emit('close');
  return { slow, clock, open, passed, ended, held, said, memory, stop };
}

describe('a line with much unread', () => {
  it('has the time that the slowest network needs, and no more', () => {
    const w = watched();
    const phone = w.open(1 * MB, 0, 'phone');
    const never = w.open(1 * MB, 0, 'never');
    w.passed(80);
    expect(w.ended).toEqual([]);
    // Once everything is read, it starts again from nothing.
    phone.writableLength = 0;
    w.passed(1);
    phone.writableLength = 1 * MB;
    w.passed(20);
    expect(w.ended).toEqual(['never slow_reader']);
    expect(never.destroyed).toBe(false);
    expect(w.slow.cut).toEqual({ slow: 1, shed: 0 });
    w.stop();
  });

  it('is cut at once when it holds more than any state, or more messages than any phone', () => {
    const w = watched();
    w.open(17 * MB, 0, 'large');
    w.open(100, 5000, 'many');
    w.open(15 * MB, 10, 'fine');
    w.passed(1);
    expect(w.ended.sort()).toEqual(['large slow_reader', 'many slow_reader']);
    w.stop();
  });
});

describe('frames of a line that does not read', () => {
  it('are held back while it has much unread, and it is let go once it has read', () => {
    const w = watched();
    const phone = w.open(257 * 1024, 0, 'phone');
    w.open(255 * 1024, 0, 'quick');
    w.passed(3);
    // At each look, for it may have been welcomed again.
    expect(w.held).toEqual(['phone held', 'phone held', 'phone held']);
    phone.writableLength = 100 * 1024;
    w.passed(1);
    expect(w.held).toHaveLength(3);
    phone.writableLength = 0;
    w.passed(2);
    expect(w.held.slice(3)).toEqual(['phone let go']);
    w.stop();
  });
});

describe('much unread on all lines together', () => {
  it('puts whole states off, and cuts those who have been behind for longest', () => {
    const w = watched();
    for (let n = 0; n < 6; n++) w.open(4 * MB, 0, `first-${n}`);
    w.passed(15);
    expect(w.slow.full()).toBeNull();
    const later = w.open(4 * MB, 0, 'later');
    w.passed(1);
    expect(w.slow.full()).toBeGreaterThanOrEqual(2000);
    // Within the grace time nobody is cut for it.
    expect(w.ended).toEqual([]);
    w.passed(6);
    expect(w.ended.slice(0, 4)).toEqual([0, 1, 2, 3].map((n) => `first-${n} slow_reader`));
    w.clock.now += 200;
    expect(w.slow.full()).toBeNull();
    w.passed(9);
    expect(w.ended).toHaveLength(4);
    expect(later.destroyed).toBe(false);
    w.stop();
  });

  it('counts what was given since the last look, until it has been read', () => {
    const w = watched();
    const quick = w.open(0, 0, 'quick');
    w.passed(1);
    quick.writableLength = 60 * MB;
    w.slow.give(60 * MB);
    expect(w.slow.full()).not.toBeNull();
    quick.writableLength = 0;
    w.clock.now += 200;
    expect(w.slow.full()).toBeNull();
    w.stop();
  });
});

describe('large answers', () => {
  it('are one in each turn of the loop once a turn has sent enough', async () => {
    const turns: (() => void)[] = [];
    const budget = new TurnBudget((turn) => turns.push(turn));
    const sent: number[] = [];
    const send = async (n: number, bytes: number) => {
      await budget.room();
      sent.push(n);
      budget.spend(bytes);
    };
    const settled = () => new Promise((done) => setImmediate(done));
    await send(0, 100);
    await send(1, 1 * MB);
    const rest = [2, 3, 4].map((n) => send(n, n === 3 ? 100 : 1 * MB));
    const after: number[][] = [];
    for (let turn = 0; turn < 5; turn++) {
      await settled();
      after.push([...sent]);
      turns.shift()?.();
    }
    await Promise.all(rest);
    expect(after).toEqual([
      [0, 1],
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
    await send(5, 100);
    expect(sent.at(-1)).toBe(5);
  });
});

describe('memory that runs short', () => {
  it('makes newcomers wait and cuts the largest first, until there is room again', () => {
    const memory = { heap: 80, heapLimit: 100, buffers: 0 };
    const w = watched(memory);
    for (let n = 0; n < 30; n++) w.open(n * 100_000, 0, String(n));
    w.passed(1);
    expect(w.ended.map((e) => Number(e.split(' ')[0])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, n) => 20 + n),
    );
    expect(w.ended.every((e) => e.endsWith('memory_short'))).toBe(true);
    expect(w.slow.wait()).toBeGreaterThanOrEqual(3000);
    expect(w.said).toHaveLength(1);
    memory.heap = 10;
    w.passed(1);
    expect(w.slow.wait()).toBeNull();
    memory.buffers = 500 * MB;
    w.passed(1);
    expect(w.slow.wait()).not.toBeNull();
    // Those with little unread are never cut for it.
    w.passed(20);
    expect(w.ended.some((e) => e.startsWith('0 '))).toBe(false);
    w.stop();
  });
});

describe('hellos of one line', () => {
  type Line = { id: string; data: { hellos?: { last: Promise<unknown>; waiting: number } } };

  it('are answered one after the other, and no more than a few wait', async () => {
    const queue = new HelloQueue<Line>(
      100,
      () => 0,
      () => null,
    );
    const line: Line = { id: 'line-1', data: {} };
    let [running, most] = [0, 0];
    const welcome = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'welcome';
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => queue.run(line, welcome)));
    expect(most).toBe(1);
    expect(answers.filter((a) => a === 'welcome')).toHaveLength(4);
    expect(answers.filter((a) => typeof a === 'object' && a.refused === 'too_fast')).toHaveLength(16);
    expect(await queue.run(line, welcome)).toBe('welcome');
  });

  it('are paced, wait while the line has much unread, and are put off while memory is short', async () => {
    const state = { unread: 0, shed: null as number | null };
    const queue = new HelloQueue<Line>(
      3,
      () => state.unread,
      () => state.shed,
    );
    const line: Line = { id: 'line-2', data: {} };
    const welcome = async () => 'welcome';
    state.shed = 4000;
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'busy', detail: { ms: 4000 } });
    state.shed = null;
    state.unread = MB;
    const waits = queue.run(line, welcome);
    setTimeout(() => {
      state.unread = 0;
    }, 150);
    expect(await waits).toBe('welcome');
    await queue.run(line, welcome);
    await queue.run(line, welcome);
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'too_fast' });
  });
});

describe('what is said to many', () => {
  it('goes to every line in the same bytes, as a frame that a browser reads', () => {
    const shared = sharedPart('{"notes":"perché"}}');
    const frames = [1, 2].map((id) => {
      const said = [sharedJson(`{"ok":true,"you":${id},"state":`, shared)];
      const [packet] = new parser.Encoder().encode({ type: PacketType.ACK, nsp: '/', id, data: said });
      const queued: QueuedPacket = { data: packet };
      frameShared(queued);
      expect(String(packet)).toBe(`3${id}[{"ok":true,"you":${id},"state":{"notes":"perché"}}]`);
      return queued.options?.wsPreEncodedFrame ?? [];
    });
    expect(frames[0]?.[1]).toBe(shared);
    expect(frames[1]?.[1]).toBe(shared);
    const whole = Buffer.concat(frames[0] ?? []);
    expect([whole[0], whole[1]]).toEqual([0x81, whole.length - 2]);
    expect(whole.subarray(2).toString()).toBe('431[{"ok":true,"you":1,"state":{"notes":"perché"}}]');
  });

  let house: TestHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house?.remove();
  });

  it.each(['websocket', 'polling'])('a whole state arrives by %s as it is', async (transport) => {
    house = await testHouse();
    const row = await openSpace(house);
    const line = io(house.url, { path: '/filo', transports: [transport], forceNew: true });
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'wall', since: null };
    const welcome = (await line.timeout(20_000).emitWithAck('hello', hello)) as Welcome;
    line.disconnect();
    expect(welcome.state).toEqual(JSON.parse(JSON.stringify(house.streams.gathering(row).seen('public'))));
    expect(welcome.seq).toBe(house.streams.gathering(row).seq);
  });
});

describe('a line that reads by sips', () => {
  let house: TestHouse | null = null;
  const lines: Socket[] = [];
  afterEach(async () => {
    for (const line of lines.splice(0)) line.destroy();
    await house?.close();
    house?.remove();
    house = null;
  });

  /** A server whose clock of waits can be set forward, with a state that no buffer of the system holds whole. */
  async function large(beatMs: number) {
    const ahead = { ms: 0 };
    const made = await testHouse(undefined, 0, { beatMs, monotonic: () => performance.now() + ahead.ms });
    house = made;
    const row = await openSpace(made);
    made.streams.seats.add(row.id, 'seat-anna', 'Anna');
    const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
    const room = made.streams.gathering(row);
    const ask = (type: string, what: unknown) => room.submit({ id: nanoid(14), type, ask: what }, anna);
    const told = { sector: 'volontariato', subgroup: null, municipality: null, newVoice: false };
    await ask('takeSeat', { seat: 'seat-anna', ...told });
    const topic = nanoid(14);
    await ask('proposeTopic', { topic, title: 'Chi cura chi cura?' });
    const note = () => ({ note: nanoid(14), topic, kind: 'altro', text: 'parole '.repeat(270) });
    const all = await Promise.all(Array.from({ length: 900 }, () => ask('writeNote', note())));
    expect(all.every((answer) => answer.ok)).toBe(true);
    return { house: made, ahead };
  }
  const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'wall', since: null };

  /**
   * Asks for the state a few times, more than the buffers of the system hold, and reads 512 bytes of it ten times a
   * second. `beats`: it answers heartbeats too. Returns how the server sees it.
   */
  async function sips(made: TestHouse, beats: boolean) {
    const seen = { welcomed: false, free: false };
    made.hall.io.engine.once('connection', (conn: EngineConnection) => {
      socketOf(conn)?.once('close', () => {
        seen.free = true;
      });
    });
    let asked = 0;
    const line = rawLine(Number(new URL(made.url).port), () => {
      const timer = setInterval(() => {
        if (asked < 5) line.write(emit(asked++, 'hello', hello));
        if (sip(line, 512).includes('"ok":true')) seen.welcomed = true;
        if (beats) line.write(frame(PONG));
      }, 100);
      line.once('close', () => clearInterval(timer));
    });
    lines.push(line);
    await until('it is welcomed', () => seen.welcomed);
    return seen;
  }
  type WebSocketPauses = { pause(): void; resume(): void };
  const seconds = (n: number) => new Promise((done) => setTimeout(done, n * 1000));

  it.each([
    ['cut by the watch, which alone ends it', true],
    ['for ever there without the watch, though the heartbeat ends who does not answer', false],
  ])('and answers heartbeats is %s', async (_, watching) => {
    const { house: made, ahead } = await large(500);
    if (!watching) made.hall.slow.look = () => {};
    const answers = await sips(made, true);
    const silent = await sips(made, false);
    await until('the heartbeat ends one, and its memory is free', () => silent.free, 15_000);
    await seconds(1.5);
    // The time that the slowest honest phone needs.
    ahead.ms += 100_000;
    await seconds(1.5);
    expect({ free: answers.free, cut: made.hall.slow.cut.slow }).toEqual({ free: false, cut: 0 });
    ahead.ms += 400_000;
    if (watching) await until('it is cut', () => answers.free);
    else await seconds(4);
    expect({ free: answers.free, cut: made.hall.slow.cut.slow }).toEqual({
      free: watching,
      cut: watching ? 1 : 0,
    });
  });

  it('comes back by itself once it reads again', async () => {
    const { house: made, ahead } = await large(20_000);
    const line = io(made.url, {
      path: '/filo',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
    });
    let connected = 0;
    line.on('connect', () => (connected += 1));
    await until('it is in', () => connected === 1);
    const { ws } = line.io.engine.transport as unknown as { ws: WebSocketPauses };
    ws.pause();
    // More than the buffers of the system hold.
    for (let n = 0; n < 5; n++) line.emit('hello', hello, () => {});
    await until('it has much to read', () => unreadIn(made) > MB);
    // The watch looks once a second.
    await seconds(1.5);
    ahead.ms += 500_000;
    await until('it is cut', () => made.hall.slow.cut.slow === 1);
    ws.resume();
    await until('it is back', () => connected === 2);
    const welcome = (await line.timeout(20_000).emitWithAck('hello', hello)) as Welcome;
    expect(welcome.ok).toBe(true);
    line.disconnect();
  });

  it('is sent no frames meanwhile, and catches up once it has read', async () => {
    const { house: made } = await large(20_000);
    const line = io(made.url, { path: '/filo', transports: ['websocket'], forceNew: true });
    const heard: string[] = [];
    line.onAny((event: string) => heard.push(event));
    await line.timeout(20_000).emitWithAck('hello', hello);
    const { ws } = line.io.engine.transport as unknown as { ws: WebSocketPauses };
    ws.pause();
    const { rooms } = made.hall.io.sockets.adapter;
    const [row] = made.streams.all();
    const listens = () => rooms.has(`${row?.id}:public`);
    // Until the buffers of the system are full: on a slow machine they take several states, one after the other.
    const ask = () => void line.emit('hello', hello, () => {});
    for (let n = 0; n < 4; n++) ask();
    const asking = setInterval(ask, 1500);
    await until('it has much to read', () => unreadIn(made) > MB);
    await until('it is held', () => !listens());
    clearInterval(asking);
    const room = made.streams.gathering(row as NonNullable<typeof row>);
    const seq = room.seq + 1;
    const anna = { id: 'seat-anna', role: 'participant' as const, seat: 'seat-anna' };
    const title = { topic: 'topic-missed', title: 'Detto intanto' };
    await room.submit({ id: nanoid(14), type: 'proposeTopic', ask: title }, anna);
    ws.resume();
    await until('it is told to ask', () => heard.includes('again'));
    expect(heard).not.toContain('frame');
    const welcome = (await line
      .timeout(20_000)
      .emitWithAck('hello', { ...hello, since: seq - 1 })) as Welcome;
    expect(welcome.facts).toMatchObject([{ data: title }]);
    expect(listens()).toBe(true);
    line.disconnect();
  });

  const unreadIn = (made: TestHouse): number =>
    [...made.hall.io.sockets.sockets.values()].reduce(
      (sum, s) => sum + unreadOf(s.conn as unknown as EngineConnection),
      0,
    );
});
