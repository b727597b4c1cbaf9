/** The wire over Socket.IO. Its own buffers and retries are left unused: the outbox is the only queue. */
import { io, type Socket } from 'socket.io-client';
import type { ClientSays, Frame, Hello, Labels, Refused, ServerSays, Welcome } from '@/protocol/wire';
import { snapshotKey } from '@/protocol/snapshot-address';
import { frameParser } from './frame-parser';
import type { ClientWire, FetchedAhead, WireEvents } from './wire';

/** All times in milliseconds. */
const ANSWER_WITHIN = 12_000;
/** Longer, because a whole hall may be coming back at once. */
const WELCOME_WITHIN = 20_000;
/** A proxy may swallow a WebSocket's handshake without an error. */
const HANDSHAKE_WITHIN = 6000;
const POLLING_WITHIN = 20_000;

type Snapshot = { state: unknown; labels: Labels };

async function fetched(url: string): Promise<Snapshot> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(WELCOME_WITHIN) });
  if (!answer.ok) throw new Error(`the snapshot was answered ${answer.status}`);
  return (await answer.json()) as Snapshot;
}

/** It connects at once, and says nothing before somebody listens. Without `url`, the page's own server. `extra` are options of socket.io-client. `ahead` serves the first welcome. */
export function socketWire(
  url?: string,
  extra: Record<string, unknown> = {},
  ahead?: FetchedAhead,
): ClientWire {
  /** Reads deflated frames of the stream that was last welcomed; null until they were asked for. */
  let inflate: ((bytes: Uint8Array) => Frame) | null = null;
  /** One could not be read: none is asked for on later connections. */
  let unreadable = false;
  const options = {
    path: '/filo',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    timeout: HANDSHAKE_WITHIN,
    reconnectionDelay: 400,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.7,
    autoConnect: false,
    parser: frameParser((bytes) => {
      try {
        if (!inflate) throw new Error('no deflated frame was asked for');
        return inflate(bytes);
      } catch (e) {
        unreadable = true;
        throw e;
      }
    }),
    ...extra,
  };
  const socket: Socket<ServerSays, ClientSays> = url ? io(url, options) : io(options);
  const manager = socket.io;
  let polls = false;
  /**
   * Polling first gets through where a WebSocket does not, and upgrades to one where it can. It does not fall back to one
   * within its own longer time: a proxy that swallows it would hold up the next attempt, with the server long back.
   */
  const begin = (first: 'websocket' | 'polling') => {
    polls = first === 'polling';
    manager.opts.transports = polls ? ['polling', 'websocket'] : ['websocket', 'polling'];
    manager.opts.tryAllTransports = !polls;
    manager.timeout(polls ? POLLING_WITHIN : options.timeout);
  };
  // The two take turns while neither gets through.
  manager.on('error', (e) => begin(e.message === 'timeout' && !polls ? 'polling' : 'websocket'));
  manager.on('open', () => manager.engine.once('upgrade', () => begin('websocket')));
  const ask = async <T>(
    within: number,
    send: (s: ReturnType<typeof socket.timeout>) => Promise<T>,
  ): Promise<T> => {
    if (!socket.connected) throw new Error('no link');
    return send(socket.timeout(within));
  };
  socket.connect();
  /** Read while the socket connects; null where it failed. */
  const read = ahead?.answer.then((answer) => answer?.json() as Promise<Snapshot>).catch(() => null);
  let frame: WireEvents['frame'] = () => {};
  /** False for one hello after a snapshot could not be fetched: that welcome brings the state over the socket. */
  let fetches = true;
  /**
   * The welcome with its state, which a large gathering gives over HTTP, compressed. The facts since then follow as a
   * frame.
   */
  const completed = async (welcome: Welcome | Refused): Promise<Welcome | Refused> => {
    const coming = ahead;
    ahead = undefined;
    const snapshot = welcome.ok ? welcome.snapshot : undefined;
    if (coming && coming.url !== snapshot?.url) coming.drop();
    if (!welcome.ok || !snapshot) return welcome;
    const { snapshot: _, ...rest } = welcome;
    try {
      const already = coming?.url === snapshot.url ? await read : null;
      const { state, labels } = already ?? (await fetched(`${url ?? ''}${snapshot.url}`));
      if (snapshot.after.length > 0)
        frame({ stream: rest.stream, from: rest.seq + 1, facts: snapshot.after });
      const people = { rev: rest.people.rev, labels: { ...labels, ...rest.people.labels } };
      return { ...rest, people, state };
    } catch (e) {
      fetches = false;
      throw e;
    }
  };
  /** Asks for this stream's frames deflated, once what reads them is here. Until then they come as plain JSON. */
  const deflate = async (stream: string): Promise<void> => {
    if (unreadable) return;
    const { DICTIONARY, frameInflater } = await import('./inflate-frames');
    if (!socket.connected) return;
    inflate = frameInflater(stream);
    socket.emit('deflate', { stream, dictionary: DICTIONARY });
  };
  const closed = new AbortController();
  const renew = () => {
    socket.disconnect();
    socket.connect();
  };
  return {
    listen(events) {
      socket.on('connect', events.up);
      socket.on('disconnect', events.down);
      // Also when it was never up: a wall switched on before the hall's network must show it.
      socket.on('connect_error', events.down);
      frame = events.frame;
      socket.on('frame', events.frame);
      socket.on('own', events.own);
      socket.on('again', events.again);
      if (socket.connected) events.up();
      if (typeof window === 'undefined') return;
      const { signal } = closed;
      // A phone that wakes up, or finds the network again, neither waits for the next attempt nor trusts its old link.
      const woke = () => {
        // A browser that ignores `signal` keeps this listener after the wire is closed.
        if (signal.aborted || document.visibilityState !== 'visible') return;
        if (socket.connected) events.woke?.();
        else renew();
      };
      for (const type of ['online', 'pageshow']) window.addEventListener(type, woke, { signal });
      document.addEventListener('visibilitychange', woke, { signal });
    },
    async hello(h, within = WELCOME_WITHIN) {
      try {
        const said: Hello = { ...h, fetches };
        if (ahead && h.since === null) said.snapshot = snapshotKey(ahead.url);
        const welcome = await ask(within, (s) => s.emitWithAck('hello', said));
        fetches = true;
        const whole = await completed(welcome);
        // Without it everything works as before, with more bytes.
        if (whole.ok) void deflate(whole.stream).catch(() => {});
        return whole;
      } catch (e) {
        // A link that is up but silent is half dead: only a new one helps.
        if (socket.connected) renew();
        throw e;
      }
    },
    command: (m) => ask(ANSWER_WITHIN, (s) => s.emitWithAck('command', m)),
    renew,
    close() {
      closed.abort();
      socket.disconnect();
    },
  };
}
