/** Frames: however many facts arrive, each audience gets at most one message every few tens of milliseconds. */
import type { Server } from 'socket.io';
import type { Fact } from '@/domain/deed';
import type { ClientSays, Labels, ServerSays } from '@/protocol/wire';
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
  timer: NodeJS.Timeout | NodeJS.Immediate | null;
  /** The start of the last flush, and its duration in ms. */
  last: number;
  took: number;
};

const AGAIN = 500;
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
        timer: null,
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
    if (p.timer) return;
    const apart = restAfter(p.took, { ...SHARE, least: this.everyMs });
    const rest = apart - (performance.now() - p.last);
    const flush = () => this.flush(row);
    p.timer = rest > 0 ? setTimeout(flush, rest) : setImmediate(flush);
  }

  private flush(row: StreamRow): void {
    const p = this.pending.get(row.id);
    if (!p) return;
    p.timer = null;
    p.last = performance.now();
    const stream = this.standing(row);
    if (!stream) {
      // The pending facts are sent when the disk lets the stream load.
      p.timer = setTimeout(() => this.flush(row), AGAIN).unref();
      return;
    }
    const { untold, by } = p;
    p.untold = { public: nothing(), staff: nothing() };
    p.by = noOne();
    for (const audience of AUDIENCES) {
      const { from, texts } = untold[audience];
      if (texts.length === 0 || !this.hears(row, audience)) continue;
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
      this.send(row, audience, `${head}${texts.join(',')}]}`);
    }
    p.took = performance.now() - p.last;
  }

  private send({ id }: StreamRow, audience: Audience, frame: string): void {
    const { rooms } = this.io.sockets.adapter;
    const [plain, small] = channels(id, audience);
    if (rooms.has(plain)) this.io.to(plain).emit('frame', rawJson(frame));
    if (rooms.has(small)) this.io.to(small).emit('frame', deflated(frame, id) ?? rawJson(frame));
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
      if (!p.timer) continue;
      clearTimeout(p.timer as NodeJS.Timeout);
      clearImmediate(p.timer as NodeJS.Immediate);
      const row = this.streams.index.byId(id);
      if (row) this.flush(row);
    }
  }

  /** No listener is left. */
  drop(row: StreamRow): void {
    const p = this.pending.get(row.id);
    clearTimeout(p?.timer as NodeJS.Timeout);
    clearImmediate(p?.timer as NodeJS.Immediate);
    this.pending.delete(row.id);
  }

  /** Labels have changed without a fact (a correction, an erasure): every device gets them at once. */
  relabel(row: StreamRow, labels: Labels): void {
    const stream = this.streams.stream(row);
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
