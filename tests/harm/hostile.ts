/** Messages and requests that nobody honest sends, by the thousand: answered, and nothing has changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL } from '@/protocol/wire';
import { Fleet } from './fleet';
import { fits, message, packet, request } from './junk';
import { Promises, takeSeat } from './people';
import { CODE, type Look } from './terms';

export type Hostility = {
  messages: number;
  requests: number;
  packets: number;
  unanswered: number;
  /** Connections the server cut, or stopped answering, though every message on them was small enough. */
  cut: number;
  /** Answers that are neither done nor a typed refusal. */
  untyped: number;
  wentThrough: number;
  changed: string[];
  /** The server's own heap after a collection: once it has met some of everything, and at the end. */
  heapBeforeMb: number;
  heapAfterMb: number;
  polluted: boolean;
  /** How often each refusal was given. */
  refusals: Record<string, number>;
};

const OTHER = 'ALTRA';
const AT_ONCE = 200;
const WITHIN = 60_000;
const hello = { protocol: PROTOCOL, code: CODE, surface: 'phone', since: null, people: 0 };
/** These names belong to the client library itself. */
const KEPT = /^(connect|connect_error|disconnect|disconnecting|newListener|removeListener)$/;

class Flood {
  readonly total = {
    messages: 0,
    requests: 0,
    packets: 0,
    unanswered: 0,
    cut: 0,
    untyped: 0,
    wentThrough: 0,
  };
  readonly refusals: Record<string, number> = {};
  lines: Socket[] = [];

  constructor(private readonly url: string) {}

  private judge(answer: unknown, replayed = false): void {
    const a = answer as { ok?: unknown; refused?: unknown } | null;
    // A command known before is answered as before, and does nothing.
    if (a?.ok === true && !('you' in a) && !replayed) this.total.wentThrough += 1;
    else if (a?.ok !== true && typeof a?.refused !== 'string') this.total.untyped += 1;
    if (typeof a?.refused === 'string') this.refusals[a.refused] = (this.refusals[a.refused] ?? 0) + 1;
  }

  async open(cookies: readonly (string | null)[]): Promise<void> {
    for (const cookie of cookies) {
      const extraHeaders: Record<string, string> = cookie ? { cookie } : {};
      const line = io(this.url, { path: '/filo', transports: ['websocket'], forceNew: true, extraHeaders });
      await new Promise<void>((up) => line.once('connect', up));
      line.on('disconnect', () => {
        this.total.cut += 1;
      });
      this.lines.push(line);
    }
  }

  /** Every connection says hello first, because by now it may have another identity. */
  private async comeIn(): Promise<void> {
    for (const line of this.lines)
      await line
        .timeout(WITHIN)
        .emitWithAck('hello', hello)
        .catch(() => {});
  }

  async say(said: readonly { event: string; said: unknown }[]): Promise<void> {
    await this.comeIn();
    await Promise.all(
      said.map(async ({ event, said }, n) => {
        this.total.messages += 1;
        const of = (said as { command?: { id?: unknown; ask?: unknown } } | null)?.command;
        // A person with a seat could by chance send something valid: an extra field makes sure they do not.
        if (of && typeof of.ask === 'object' && of.ask !== null) of.ask = { ...of.ask, forged: true };
        try {
          const line = this.lines[n % this.lines.length]!;
          const answer = await line.timeout(WITHIN).emitWithAck(KEPT.test(event) ? 'x' : event, said);
          this.judge(answer, of?.id === 'cmd-replayed-1');
        } catch {
          this.total.unanswered += 1;
        }
      }),
    );
  }

  async request(asked: readonly { path: string; type: string; body: string }[]): Promise<void> {
    await Promise.all(
      asked.map(async ({ path, type, body }) => {
        this.total.requests += 1;
        try {
          const headers = { 'content-type': type, accept: 'application/json' };
          const signal = AbortSignal.timeout(WITHIN);
          const response = await fetch(this.url + path, { method: 'POST', headers, body, signal });
          this.judge(await response.json());
        } catch {
          this.total.unanswered += 1;
        }
      }),
    );
  }

  /** Below the messages, on connections of their own: such a connection may be cut, but gets an HTTP error. */
  async post(packets: readonly string[]): Promise<void> {
    const door = `${this.url}/filo/?EIO=4&transport=polling`;
    await Promise.all(
      packets.map(async (body) => {
        this.total.packets += 1;
        try {
          const signal = AbortSignal.timeout(WITHIN);
          const opened = await (await fetch(door, { signal })).text();
          const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
          for (const said of ['40', body]) {
            const told = await fetch(`${door}&sid=${sid}`, { method: 'POST', body: said, signal });
            await told.text();
            if (told.status >= 500) this.total.untyped += 1;
          }
        } catch {
          this.total.unanswered += 1;
        }
      }),
    );
  }

  /** Larger than any message may be: the connection is cut, and nobody else notices. */
  async giant(): Promise<void> {
    const line = this.lines[0]!;
    line.off('disconnect');
    const cut = new Promise<string>((why) => line.once('disconnect', why));
    line.emit('command', { code: 'x'.repeat(10_000_000) });
    await cut;
  }

  close(): void {
    for (const line of this.lines) line.off('disconnect').disconnect();
  }
}

/**
 * Nine tenths over the socket, from a stranger, a seat of another gathering and a seat of this one; the rest over HTTP
 * and as broken packets. The server is a process of its own, and messages are made a few at a time: made all at once
 * they kept this process busy for so long that its connections timed out.
 */
export async function besiegeWithJunk({ count, seed }: { count: number; seed: number }): Promise<Hostility> {
  const folder = mkdtempSync(join(tmpdir(), 'cerchi-harm-'));
  // Rate limits are not under test here: the flood has its own test.
  const fleet = new Fleet(folder, {}, 0, { codes: [CODE, OTHER], pace: 1_000_000 });
  let flood: Flood | null = null;
  try {
    await fleet.open();
    const [anna, away] = [
      await takeSeat(fleet.port, 'Anna', new Promises(), CODE, 60_000),
      await takeSeat(fleet.port, 'Bruno', new Promises(), OTHER, 60_000),
    ];
    if (!anna || !away) throw new Error('no seat was given');
    flood = new Flood(`http://127.0.0.1:${fleet.port}`);
    await flood.open([null, away.cookie, anna.cookie, anna.cookie]);
    const ask = { topic: 'topic-0001', title: 'vero' };
    const command = { id: 'cmd-replayed-1', type: 'proposeTopic', ask };
    await flood.lines[2]!.emitWithAck('hello', hello);
    await flood.lines[2]!.emitWithAck('command', { code: CODE, command });

    const before = await fleet.look();
    let warm: Look | null = null;
    const small = message.filter((m) => fits(m.said));
    for (let done = 0, batch = 0; done < count; done += AT_ONCE, batch += 1) {
      const numRuns = Math.min(AT_ONCE, count - done);
      const sample = <T>(of: fc.Arbitrary<T>): T[] => fc.sample(of, { numRuns, seed: seed + batch });
      if (batch % 20 === 9) await flood.request(sample(request));
      else if (batch % 20 === 14) await flood.post(sample(packet));
      else await flood.say(sample(small));
      if (!warm && done * 5 > count) warm = await fleet.look();
    }
    await flood.giant();
    const after = await fleet.look();
    const changed = Object.keys(before.holds).filter((what) => before.holds[what] !== after.holds[what]);
    return {
      ...flood.total,
      changed,
      heapBeforeMb: warm?.heapMb ?? before.heapMb,
      heapAfterMb: after.heapMb,
      polluted: after.polluted,
      refusals: Object.fromEntries(Object.entries(flood.refusals).sort(([, a], [, b]) => b - a)),
    };
  } finally {
    flood?.close();
    if (fleet.alive) await fleet.stop('SIGTERM');
    await fleet.dismiss();
    rmSync(folder, { recursive: true, force: true });
  }
}
