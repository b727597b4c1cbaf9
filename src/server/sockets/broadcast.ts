/**
 * Frames: however many facts arrive, each audience gets at most one message every few tens of milliseconds, and a large
 * hall gets it in several turns, so that people's messages are handled between them.
 */
import type { Server } from 'socket.io';
import type { Fact } from '@/domain/deed';
import type { ClientSays, Frame, Labels, ServerSays } from '@/protocol/wire';
import type { Connection } from './connection';
import { deflated } from './deflated-frames';
import { rawJson } from './raw-json';
import type { Stream } from '../streams/stream';
import { AUDIENCES, type Audience, type Authors, type Texts } from '../streams/audience-view';
import type { StreamKind, StateOf } from '../streams/stream-index';
import type { Streams, StreamRow } from '../streams/streams';
import { restAfter } from '../streams/work-share';

/** Facts that an audience has not received yet: their texts in order, and the number of the first. */
type Untold = { from: number; texts: string[] };
type Pending = {
  untold: Record<Audience, Untold>;
  /** Authors of the facts that were sent to each audience; never the author of an unsigned fact. */
  by: Record<Audience, Set<string>>;
  /** Participants whose label this audience already has. Later joiners get labels in the handshake. */
  introduced: Record<Audience, Set<string>>;
  /** Cancels the next flush, or the next turn of the one that is under way. */
  cancel: (() => void) | null;
  /** The flush that is under way: each step is a turn's part of it. */
  sending: Iterator<void> | null;
  /** The start of the last flush, and its duration in ms, without other turns. */
  last: number;
  took: number;
};

const AGAIN = 500;
/** Connections that are given a frame in one turn: a millisecond or two. */
const PORTION = 50;
/** Of frames to a large hall, beside the ordinary time between two. */
const SHARE = { parts: 5, most: 1000 };

export const channel = (stream: string, audience: Audience): string => `${stream}:${audience}`;
/** The channel of an audience, and that of its devices that take frames deflated. A connection is in one of them. */
export const channels = (stream: string, audience: Audience): [plain: string, deflated: string] => [
  channel(stream, audience),
  `${channel(stream, audience)}:deflated`,
];
export const seatChannel = (stream: string, seat: string): string => `${stream}:seat:${seat}`;

/** From here on the connection gets the frames of an audience, as plain JSON until it asks otherwise. */
export function joinChannel(line: Connection, stream: string, audience: Audience): void {
  const [plain, small] = channels(stream, audience);
  void line.leave(small);
  void line.join(plain);
}

export function leaveChannels(line: Connection, stream: string, audience: Audience): void {
  for (const name of channels(stream, audience)) void line.leave(name);
}

/** Deflates the frames of a connection that gets them. */
export function deflateChannel(line: Connection, stream: string, audience: Audience): void {
  const [plain, small] = channels(stream, audience);
  // A connection that does not read is in neither, until it has said hello again.
  if (!line.rooms.has(plain)) return;
  void line.leave(plain);
  void line.join(small);
}

/** Each returns what cancels it. */
function later(act: () => void, ms: number, holds = true): () => void {
  const timer = setTimeout(act, ms);
  if (!holds) timer.unref();
  return () => clearTimeout(timer);
}
function soon(act: () => void): () => void {
  const timer = setImmediate(act);
  return () => clearImmediate(timer);
}

const noOne = (): Record<Audience, Set<string>> => ({ public: new Set(), staff: new Set() });
const nothing = (): Untold => ({ from: 0, texts: [] });

export class Broadcast {
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly io: Server<ClientSays, ServerSays>,
    private readonly streams: Streams,
    private readonly everyMs: number,
  ) {}

  hears(row: StreamRow, audience: Audience): boolean {
    // The listeners may have been welcomed by a stream that was unloaded since, so only the listeners count.
    return channels(row.id, audience).some((name) => this.io.sockets.adapter.rooms.has(name));
  }

  add(row: StreamRow, fact: Fact, texts: Texts, by: Authors = {}): void {
    let p = this.pending.get(row.id);
    if (!p) {
      p = {
        untold: { public: nothing(), staff: nothing() },
        by: noOne(),
        introduced: noOne(),
        cancel: null,
        sending: null,
        last: 0,
        took: 0,
      };
      this.pending.set(row.id, p);
    }
    for (const audience of AUDIENCES) {
      const text = texts[audience];
      if (text === undefined) continue;
      const author = by[audience] ?? null;
      if (author !== null) p.by[audience].add(author);
      const untold = p.untold[audience];
      // Facts are left out only while nobody listens; the present listeners came after them.
      if (untold.from + untold.texts.length !== fact.seq)
        p.untold[audience] = { from: fact.seq, texts: [text] };
      else untold.texts.push(text);
    }
    this.plan(row, p);
  }

  private plan(row: StreamRow, p: Pending): void {
    if (p.cancel) return;
    const apart = restAfter(p.took, { ...SHARE, least: this.everyMs });
    const rest = apart - (performance.now() - p.last);
    const flush = () => this.flush(row);
    p.cancel = rest > 0 ? later(flush, rest) : soon(flush);
  }

  private flush(row: StreamRow): void {
    const p = this.pending.get(row.id);
    if (!p) return;
    p.cancel = null;
    p.last = performance.now();
    const stream = this.standing(row);
    if (!stream) {
      // The pending facts are sent when the disk lets the stream load.
      p.cancel = later(() => this.flush(row), AGAIN, false);
      return;
    }
    p.took = 0;
    p.sending = this.frames(row, stream, p);
    this.goOn(row, p);
  }

  /** Sends what one turn may take of a flush. */
  private goOn(row: StreamRow, p: Pending): void {
    const began = performance.now();
    const done = p.sending?.next().done ?? true;
    p.took += performance.now() - began;
    p.cancel = null;
    if (!done) {
      p.cancel = soon(() => this.goOn(row, p));
      return;
    }
    p.sending = null;
    // Facts came meanwhile.
    if (AUDIENCES.some((audience) => p.untold[audience].texts.length > 0)) this.plan(row, p);
  }

  /** The rest of a flush that is under way, in this turn. */
  private endFlush(p: Pending): void {
    if (!p.sending) return;
    while (!p.sending.next().done);
    p.sending = null;
  }

  /** A step for each portion of those who listen; the first one takes what there is to tell. */
  private *frames(row: StreamRow, stream: Stream<StateOf[StreamKind]>, p: Pending): Generator<void, void> {
    const { untold, by } = p;
    p.untold = { public: nothing(), staff: nothing() };
    p.by = noOne();
    const made = AUDIENCES.flatMap((audience) => {
      const { from, texts } = untold[audience];
      if (texts.length === 0 || !this.hears(row, audience)) return [];
      const named = stream.seen(audience).named;
      const introduced = p.introduced[audience];
      const fresh = [...by[audience]].filter((b) => named[b] && !introduced.has(b));
      const { labels } = this.streams.seats.labelled(
        row.id,
        Object.fromEntries(fresh.map((b) => [b, true as const])),
      );
      for (const id in labels) introduced.add(id);
      const people = { rev: this.peopleRev(row, audience), labels };
      const head = `{"stream":${JSON.stringify(row.id)},"from":${from},"people":${JSON.stringify(people)},"facts":[`;
      return this.parcels(row, audience, `${head}${texts.join(',')}]}`);
    });
    let first = true;
    for (const { ids, said, among } of made) {
      for (let at = 0; at < ids.length; at += PORTION) {
        if (!first) yield;
        first = false;
        // Whoever has left meanwhile is not told; whoever has come was welcomed with these facts.
        const present = ids.slice(at, at + PORTION).filter((id) => among.some((name) => this.isIn(name, id)));
        if (present.length > 0) this.io.to(present).emit('frame', said);
      }
    }
  }

  private isIn(name: string, id: string): boolean {
    return this.io.sockets.adapter.rooms.get(name)?.has(id) ?? false;
  }

  /** A frame for those who listen now, in each form. `among`: a listener is still one while in one of these channels. */
  private parcels({ id }: StreamRow, audience: Audience, frame: string) {
    const { rooms } = this.io.sockets.adapter;
    const [plain, small] = channels(id, audience);
    const inPlain = [...(rooms.get(plain) ?? [])];
    const inSmall = [...(rooms.get(small) ?? [])];
    const text = rawJson<Frame>(frame);
    const bytes = inSmall.length > 0 ? deflated(frame, id) : null;
    return [
      // A device may ask for deflated frames meanwhile; it reads plain ones too.
      { ids: inPlain, among: [plain, small], said: text },
      { ids: inSmall, among: [small], said: bytes ?? text },
    ];
  }

  /** Null while it cannot be loaded: a timer has no caller to tell. */
  private standing(row: StreamRow): Stream<StateOf[StreamKind]> | null {
    try {
      return this.streams.stream(row);
    } catch {
      return null;
    }
  }

  /** Sends the pending facts now, and nothing afterwards: the store is about to close. */
  finish(): void {
    for (const [id, p] of this.pending) {
      if (!p.cancel) continue;
      this.endFlush(p);
      p.cancel();
      const row = this.streams.index.byId(id);
      if (row) this.flush(row);
      this.endFlush(p);
      p.cancel?.();
    }
  }

  /** No listener is left. */
  drop(row: StreamRow): void {
    this.pending.get(row.id)?.cancel?.();
    this.pending.delete(row.id);
  }

  /** Labels have changed without a fact (a correction, an erasure): every device gets them at once. */
  relabel(row: StreamRow, labels: Labels): void {
    const stream = this.streams.stream(row);
    // Devices take no labels of an older revision, so those in frames must be there before.
    const under = this.pending.get(row.id);
    if (under) this.endFlush(under);
    for (const audience of AUDIENCES) {
      // The state of an audience without devices may not be made yet, and takes long for a path.
      if (!this.hears(row, audience)) continue;
      const people = { rev: this.peopleRev(row, audience), labels };
      this.io
        .to(channels(row.id, audience))
        .emit('frame', { stream: row.id, from: stream.seq + 1, facts: [], people });
    }
  }

  peopleRev(row: StreamRow, audience: Audience): number {
    const named = this.streams.stream(row).seen(audience).named;
    return this.streams.seats.labelled(row.id, audience === 'staff' ? 'all' : named).rev;
  }
}
