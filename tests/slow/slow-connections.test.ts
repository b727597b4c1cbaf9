/** Real connections that read slowly: how they are cut, and how they come back. */
import type { Socket } from 'node:net';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Welcome } from '@/protocol/wire';
import { type EngineConnection, socketOf, unreadOf } from '@/server/sockets/engine-connection';
import { emit, frame, PONG, rawLine, sip } from '../harm/raw-line';
import { openSpace, type TestHouse, testHouse, until } from '../server/house';

const MB = 1024 * 1024;

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
