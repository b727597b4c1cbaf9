/** The socket server: sockets connect, are recognised by their cookie, and speak with one stream each. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { Fact } from '@/domain/deed';
import {
  type Answer,
  type ClientSays,
  CommandMessage,
  Deflate,
  Hello,
  MESSAGE_MAX,
  type Refused,
  type ServerSays,
} from '@/protocol/wire';
import { DICTIONARY } from '@/protocol/frame-dictionary';
import { WALLS } from '@/protocol/walls';
import type { ServerLog } from '../diagnostics/server-log';
import type { Accounts } from '../identity/accounts';
import { type Identity, recognise } from '../identity/session-cookie';
import { Broadcast, channels, deflateChannel, leaveChannels, seatChannel } from './broadcast';
import { authorize } from '../identity/authorize';
import { createMessageHandler } from './message-handler';
import { type Connection, type ConnectionData, refused } from './connection';
import { isOurHost, isSameOrigin } from '../security/same-origin';
import { createMessageLog } from './message-log';
import { LoadShedding } from './load-shedding';
import { HelloQueue } from './hello-queue';
import { parser } from './raw-json';
import { SlowReaders } from './slow-readers';
import { watchConnections } from './watched-connection';
import type { Streams, StreamRow } from '../streams/streams';
import { type HandshakeOptions, createHandshake } from './handshake';
import { type EngineConnection, endLine, unreadOf } from './engine-connection';
import { createWallPresence, type WallNamespace } from './wall-presence';

/** A browser page of another origin may not open a socket here; programs without an Origin may. */
const mayConnect = (req: IncomingMessage, publicUrl: string | null): boolean =>
  isOurHost(req.headers.host, publicUrl) &&
  (req.headers.origin === undefined || isSameOrigin(req.headers.origin, req.headers.host, publicUrl));

export type SocketServerOptions = Omit<HandshakeOptions, 'unread'> & {
  secret: string;
  publicUrl: string | null;
  frameMs: number;
  pace: number;
  /** Epoch ms from a clock that does not jump: cookies expire by it. */
  now: () => number;
  beatMs: number;
  /** Milliseconds of a clock that nobody can set. */
  monotonic?: (() => number) | undefined;
  /** True if this command would bring back erased data. */
  forgotten: (row: StreamRow, ask: unknown) => boolean;
  /** Called for every committed fact, after the commit. */
  told: (row: StreamRow, fact: Fact) => void;
  warn: (what: string, error: unknown) => void;
  log: ServerLog;
  /** False while another process may own the database: then nobody is answered. */
  owned: () => boolean;
};

/** Delay after which a device that was not answered for that reason may ask again, in ms. */
const NOT_OURS = 400;

export function createSocketServer(
  http: HttpServer,
  streams: Streams,
  accounts: Accounts,
  options: SocketServerOptions,
) {
  const io = new Server<ClientSays, ServerSays, Record<string, never>, ConnectionData>(http, {
    path: '/filo',
    serveClient: false,
    parser,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: MESSAGE_MAX,
    perMessageDeflate: false,
    pingInterval: options.beatMs,
    pingTimeout: options.beatMs,
    allowRequest: (req, done) => done(null, mayConnect(req, options.publicUrl)),
  });
  const slow = new SlowReaders(http, (what) => options.warn(what, null), options.monotonic);
  const shedding = new LoadShedding(undefined, (ms) => options.log.write({ at: 'slow_turn', ms }));
  http.once('close', () => shedding.stop());
  const frames = new Broadcast(io, streams, options.frameMs);
  const welcome = createHandshake(streams, accounts, frames, { ...options, unread: slow });
  const hear = createMessageHandler(options.pace, options.warn);
  const hellos = new HelloQueue<Connection>(
    Math.max(12, Math.round(options.pace / 4)),
    (line) => unreadOf(line.conn as unknown as EngineConnection),
    () => (options.owned() ? (slow.wait() ?? streams.commits.wait()) : NOT_OURS),
  );
  const connections = watchConnections(io.engine, slow);

  streams.listen({
    hears: (row, audience) => frames.hears(row, audience),
    told: (row, fact, texts, by) => {
      frames.add(row, fact, texts, by);
      options.told(row, fact);
    },
    failed: (row, error) =>
      options.warn(`a fact of ${row.code} is on disk, and could not be passed on`, error),
    lost: (row, error) => {
      options.warn(`the disk refused a batch of ${row.code}; the room will be woken from its log`, error);
      for (const audience of ['public', 'staff'] as const)
        io.to(channels(row.id, audience)).emit('again', { stream: row.id, why: 'woken' });
    },
  });

  const recognised = (socket: Pick<Connection, 'request' | 'data' | 'id' | 'conn'>, next: () => void) => {
    const { headers } = socket.request;
    const watched = connections.get(socket.conn as unknown as EngineConnection);
    const identity =
      watched?.identity ??
      recognise(headers.cookie, options.secret, streams.seats, accounts.totems, options.now());
    if (watched) watched.identity = identity;
    // Up to four kilobytes that nobody reads any more.
    headers.cookie = '';
    identity.then(
      (identity) => {
        socket.data = {
          identity,
          joined: new Map(),
          key: identity.account?.id ?? socket.id,
          opened: performance.now(),
          silent: true,
          hellos: undefined,
        };
        next();
      },
      (e: unknown) => {
        options.warn('a device could not be recognised', e);
        // A link that drops is reconnected by the client itself; one that is refused is not.
        socket.conn.close();
      },
    );
  };
  io.use(recognised);
  const walls: WallNamespace = io.of(WALLS);
  walls.use(recognised);
  createWallPresence(walls, streams, accounts, hear);

  async function command(line: Connection, message: CommandMessage): Promise<Answer> {
    const joined = line.data.joined.get(message.code.toUpperCase());
    if (!joined) return refused('not_caught_up');
    if (!joined.actor) return refused('no_seat');
    const ms = options.owned() ? shedding.wait() : NOT_OURS;
    if (ms !== null) return refused('busy', { ms });
    const entered = authorize(streams, accounts, joined.row, joined.surface, line.data.identity);
    if ('ok' in entered) return entered;
    if (!entered.actor) return refused('erased_seat');
    const stream = streams.stream(joined.row);
    if (stream.catalogue.byRouteOnly(message.command.type)) return refused('not_allowed');
    if (message.again && options.forgotten(joined.row, message.command.ask)) return refused('hidden_text');
    const answer = await stream.submit(message.command, entered.actor, undefined, message.again);
    if (!answer.ok || !answer.fact) return answer;
    const { fact, ...plain } = answer;
    // The same person's other devices, or the phone of the person a helper acted for.
    if (fact.by)
      line.to(seatChannel(joined.row.id, fact.by)).emit('own', { stream: joined.row.id, facts: [fact] });
    return fact.by === entered.actor.seat ? answer : plain;
  }

  /** Deflates this device's frames, if it has the dictionary that this server writes with. */
  async function deflate(line: Connection, { stream, dictionary }: Deflate): Promise<void> {
    const joined = [...line.data.joined.values()].find(({ row }) => row.id === stream);
    if (joined && dictionary === DICTIONARY) deflateChannel(line, stream, joined.audience);
  }

  function leave(this: Connection, code: unknown): void {
    const joined = typeof code === 'string' ? this.data.joined.get(code.toUpperCase()) : undefined;
    if (!joined) return;
    this.data.joined.delete(joined.row.code);
    leaveChannels(this, joined.row.id, joined.audience);
  }

  const logged = createMessageLog(streams, options.log);
  const paced = (line: Connection, hello: Hello) => hellos.run(line, () => welcome(line, hello));
  const events: Record<keyof ClientSays, (this: Connection, message: unknown, answer: unknown) => void> = {
    hello: hear(Hello, logged.hello(paced)),
    command: hear(CommandMessage, logged.command(command)),
    deflate: hear(Deflate, deflate),
    leave,
  };
  const nothing = { safeParse: () => ({ success: false }) as const };
  const refuse = hear<Connection, never, Refused>(nothing, async () => refused('malformed'));
  /** One listener for all events of all connections: any listener of its own costs each phone memory. */
  function onEvent(this: Connection, event: string, ...said: unknown[]): void {
    if (!this.connected) return;
    if (Object.hasOwn(events, event)) events[event as keyof ClientSays].call(this, said[0], said[1]);
    else refuse.call(this, null, said.at(-1));
  }
  io.on('connection', (line) => {
    logged.connection(line);
    const watched = connections.get(line.conn as unknown as EngineConnection);
    if (watched) watched.line = line;
    line.onAny(onEvent);
  });

  /** Sends devices back to the entrance: their seat was emptied, or their account is no longer valid. */
  function dismiss(whose: (identity: Identity) => boolean, why: 'erased' | 'signed_out'): void {
    for (const line of io.sockets.sockets.values()) {
      if (!whose(line.data.identity)) continue;
      for (const { row, audience, actor } of line.data.joined.values()) {
        leaveChannels(line, row.id, audience);
        if (actor?.seat) void line.leave(seatChannel(row.id, actor.seat));
        line.emit('again', { stream: row.id, why });
      }
      line.data.joined.clear();
    }
  }

  /** A device has had a new cookie since: its connections are cut, and reconnect with that. */
  function reopen(whose: (identity: Identity) => boolean): void {
    for (const line of io.sockets.sockets.values()) if (whose(line.data.identity)) line.conn.close();
  }

  /** The gathering was deleted: every device in it says hello again, and is told so. */
  function empty(row: StreamRow): void {
    frames.drop(row);
    for (const line of io.sockets.sockets.values()) {
      if (!line.data.joined.delete(row.code)) continue;
      line.emit('again', { stream: row.id, why: 'gone' });
      for (const room of line.rooms) if (room.startsWith(`${row.id}:`)) void line.leave(room);
    }
  }

  /** Closes every connection, so that its device comes back and finds the process that owns the database now. */
  function sendAway(): void {
    for (const conn of connections.keys()) endLine(conn, 'another process has the database');
  }

  return { io, frames, dismiss, reopen, empty, slow, sendAway };
}
