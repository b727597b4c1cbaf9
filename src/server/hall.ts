/** The hall: sockets come to the door, are recognised by their cookie, and speak with one room each. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { Actor, Fact } from '@/domain/deed';
import type { Gathering } from '@/domain/gathering/state';
import {
  type Answer,
  type ClientSays,
  CommandMessage,
  Hello,
  MESSAGE_MAX,
  PROTOCOL,
  type Refused,
  type ServerSays,
  type Surface,
  type Welcome,
  type You,
} from '@/protocol/wire';
import type { Accounts } from './doors/accounts';
import { type Identity, recognise } from './doors/identity';
import { channel, Frames, seatChannel } from './frames';
import { enter } from './entering';
import type { Guessing } from './guessing';
import { ownOrigin } from './origin';
import { Pressure } from './pressure';
import { parser, ready } from './ready-text';
import type { Audience } from './telling';
import type { Rooms, StreamRow } from './rooms';

type Joined = { row: StreamRow; surface: Surface; actor: Actor | null; audience: Audience };
type Remembered = { identity: Identity; joined: Map<string, Joined>; key: string };
type Line = Socket<ClientSays, ServerSays, Record<string, never>, Remembered>;

const refused = (code: Refused['refused'], detail?: Record<string, unknown>): Refused =>
  detail ? { ok: false, refused: code, detail } : { ok: false, refused: code };

/** So many times its pace, and a line is cut. */
const FLOOD = 20;

/** A browser page of another origin may not open a socket here; programs without an Origin may. */
const mayConnect = (req: IncomingMessage, publicUrl: string | null): boolean =>
  req.headers.origin === undefined || ownOrigin(req.headers.origin, req.headers.host, publicUrl);

export type HallOptions = {
  secret: string;
  publicUrl: string | null;
  frameMs: number;
  pace: number;
  beatMs: number;
  guessing: Guessing;
  /** The seat this device was given and this log does not know, if it may come back. */
  lost: (identity: Identity, row: StreamRow, surface: Surface) => string | undefined;
  /** Whether this would bring back what was taken away for good. */
  forgotten: (row: StreamRow, ask: unknown) => boolean;
  /** Hears every committed fact, after the commit. */
  told: (row: StreamRow, fact: Fact) => void;
  warn: (what: string, error: unknown) => void;
};

export function openHall(http: HttpServer, rooms: Rooms, accounts: Accounts, options: HallOptions) {
  const io = new Server<ClientSays, ServerSays, Record<string, never>, Remembered>(http, {
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
  const pressure = new Pressure();
  http.once('close', () => pressure.stop());
  const frames = new Frames(io, rooms, options.frameMs);
  // Per seat or device, never per address: a whole hall shares one.
  const pace = new RateLimiterMemory({ points: options.pace, duration: 10 });

  rooms.listen({
    hears: (row, audience) => frames.hears(row, audience),
    told: (row, fact, texts) => {
      frames.add(row, fact, texts);
      options.told(row, fact);
    },
    lost: (row, error) => {
      options.warn(`the disk refused a batch of ${row.code}; the room will be woken from its log`, error);
      for (const audience of ['public', 'staff'] as const)
        io.to(channel(row.id, audience)).emit('again', { stream: row.id, why: 'woken' });
    },
  });

  io.use((socket, next) => {
    recognise(socket.request.headers.cookie, options.secret, rooms.seating).then(
      (identity) => {
        socket.data.identity = identity;
        socket.data.joined = new Map();
        socket.data.key = identity.account?.id ?? socket.id;
        next();
      },
      (e: unknown) => {
        options.warn('a device could not be recognised', e);
        // A link that drops is taken up again by itself; one that is refused is not.
        socket.conn.close();
      },
    );
  });

  /** The labels an audience may know; the same object for all who come between two facts. */
  const known = new Map<string, { seq: number; rev: number; people: Welcome['people'] }>();
  function peopleOf(row: StreamRow, audience: Audience): Welcome['people'] {
    const room = rooms.room(row);
    const key = channel(row.id, audience);
    const kept = known.get(key);
    const rev = rooms.seating.rev(row.id);
    if (kept && kept.seq === room.seq && kept.rev === rev) return kept.people;
    const people = rooms.seating.labelled(row.id, audience === 'staff' ? 'all' : room.seen('public').named);
    known.set(key, { seq: room.seq, rev, people });
    return people;
  }

  async function welcome(line: Line, hello: Hello): Promise<Welcome | Refused> {
    if (hello.protocol !== PROTOCOL) return refused('wrong_protocol', { protocol: PROTOCOL });
    const row = rooms.find(hello.code);
    if (!row) {
      await options.guessing.wrongCode();
      return refused('unknown_code');
    }
    const entered = enter(rooms, accounts, row, hello.surface, line.data.identity);
    if ('ok' in entered) return entered;
    const { actor, audience, label } = entered;
    const room = rooms.room(row);
    await room.settled();
    const seat = actor?.seat ?? null;
    const { facts, ...gone } = room.catchUp(hello, audience, seat);
    const lost = actor ? undefined : options.lost(line.data.identity, row, hello.surface);
    // The fold is made here at the latest: from now on this audience gets frames.
    room.seen(audience);
    const all = peopleOf(row, audience);
    const people = all.rev === hello.people ? { rev: all.rev, labels: {} } : all;
    // Who programmes is an account and has no seat here: colleagues see each other by name.
    if (row.kind === 'path') {
      people.labels = accounts.names();
      if (actor && label) frames.relabel(row, { [actor.id]: label });
    }
    // From here on nothing is awaited: the frames that follow start where this ends.
    line.data.joined.set(row.code, { row, surface: hello.surface, actor, audience });
    void line.join(channel(row.id, audience));
    if (seat) {
      void line.join(seatChannel(row.id, seat));
      line.data.key = seat;
    }
    const you: You = { id: actor?.id ?? '', role: actor?.role ?? 'participant', seat, label };
    const base = {
      ok: true as const,
      protocol: PROTOCOL,
      stream: row.id,
      kind: row.kind,
      seq: room.seq,
      you,
      now: rooms.clock(),
      people,
      ...gone,
      ...(lost ? { returning: lost } : {}),
    };
    if (facts) return ready<Welcome>(`${JSON.stringify(base).slice(0, -1)},"facts":[${facts.join(',')}]}`);
    const snapshot = room.snapshot(audience);
    const mine = row.kind === 'gathering' ? sliceOf(room.whole() as unknown as Gathering, seat) : null;
    const rest = JSON.stringify({ ...base, seq: snapshot.seq, mine });
    return ready<Welcome>(`${rest.slice(0, -1)},"state":${snapshot.text}}`);
  }

  async function command(line: Line, message: CommandMessage): Promise<Answer> {
    const joined = line.data.joined.get(message.code.toUpperCase());
    if (!joined) return refused('not_caught_up');
    if (!joined.actor) return refused('no_seat');
    const ms = pressure.wait();
    if (ms !== null) return refused('busy', { ms });
    const entered = enter(rooms, accounts, joined.row, joined.surface, line.data.identity);
    if ('ok' in entered) return entered;
    if (!entered.actor) return refused('erased_seat');
    const room = rooms.room(joined.row);
    if (room.catalogue.byDoorOnly(message.command.type)) return refused('not_allowed');
    if (message.again && options.forgotten(joined.row, message.command.ask)) return refused('hidden_text');
    const answer = await room.submit(message.command, entered.actor, undefined, message.again);
    if (!answer.ok || !answer.fact) return answer;
    const { fact, ...plain } = answer;
    // The same person's other devices, or the phone of the person a helper acted for.
    if (fact.by)
      line.to(seatChannel(joined.row.id, fact.by)).emit('own', { stream: joined.row.id, facts: [fact] });
    return fact.by === entered.actor.seat ? answer : plain;
  }

  /** Every message is paced, parsed and answered; a fault of ours is answered too. */
  function hear<M, A>(
    line: Line,
    shape: { safeParse(x: unknown): { success: true; data: M } | { success: false } },
    act: (line: Line, m: M) => Promise<A | Refused>,
  ) {
    return (raw: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? (answer as (a: A | Refused) => void) : () => {};
      pace
        .consume(line.data.key)
        .then(() => {
          const parsed = shape.safeParse(raw);
          return parsed.success ? act(line, parsed.data) : refused('malformed');
        })
        .then(reply, (e: unknown) => {
          if (e instanceof RateLimiterRes) {
            reply(refused('too_fast', { ms: e.msBeforeNext }));
            // No hand and no outbox sends so much: the line is cut, and may come again.
            if (e.consumedPoints > options.pace * FLOOD) line.disconnect(true);
            return;
          }
          options.warn('a message could not be handled', e);
          reply(refused('busy'));
        });
    };
  }

  const nothing = { safeParse: () => ({ success: false }) as const };
  const heard = new Set(['hello', 'command', 'leave']);
  io.on('connection', (line) => {
    line.onAny((event: string, ...said: unknown[]) => {
      if (!heard.has(event)) hear(line, nothing, async () => refused('malformed'))(null, said.at(-1));
    });
    line.on('hello', hear(line, Hello, welcome) as ClientSays['hello']);
    line.on('command', hear(line, CommandMessage, command) as ClientSays['command']);
    line.on('leave', (code: unknown) => {
      const joined = typeof code === 'string' ? line.data.joined.get(code.toUpperCase()) : undefined;
      if (!joined) return;
      line.data.joined.delete(joined.row.code);
      void line.leave(channel(joined.row.id, joined.audience));
    });
  });

  /** Sends devices back to the door: their place was emptied, or their account no longer stands. */
  function dismiss(whose: (identity: Identity) => boolean, why: 'erased' | 'signed_out'): void {
    for (const line of io.sockets.sockets.values()) {
      if (!whose(line.data.identity)) continue;
      for (const { row, audience, actor } of line.data.joined.values()) {
        void line.leave(channel(row.id, audience));
        if (actor?.seat) void line.leave(seatChannel(row.id, actor.seat));
        line.emit('again', { stream: row.id, why });
      }
      line.data.joined.clear();
    }
  }

  /** The gathering is no more: every device that is in it says hello anew, and hears so. */
  function empty(row: StreamRow): void {
    frames.drop(row);
    for (const line of io.sockets.sockets.values()) {
      if (!line.data.joined.delete(row.code)) continue;
      line.emit('again', { stream: row.id, why: 'gone' });
      for (const room of line.rooms) if (room.startsWith(`${row.id}:`)) void line.leave(room);
    }
  }

  return { io, frames, dismiss, empty };
}

/** What only this seat may know, to lay over the public state. */
export const sliceOf = (state: Gathering, seat: string | null) =>
  seat ? { seat: state.seats[seat] ?? null, private: state.private[seat] ?? null } : null;
