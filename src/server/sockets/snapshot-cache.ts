/** The whole state of a stream as bytes, made once for all connections that ask, and at most a few times a second. */
import type { Audience } from '../streams/audience-view';
import { sharedPart } from './raw-json';

/** Within this time after the last snapshot, a request waits for the next one. In ms. */
const APART = 250;

type SnapshotSource = { seq: number; snapshot(audience: Audience): { seq: number; text: string } };
type CachedSnapshot = { seq: number; bytes: Buffer; at: number };

export class SnapshotCache {
  /** By the loaded stream object: one that is loaded again may hold other words under the same numbers. */
  private readonly made = new WeakMap<SnapshotSource, Partial<Record<Audience, CachedSnapshot>>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Resolves when `take` would not make the bytes again too soon after the last time. */
  async ready(stream: SnapshotSource, audience: Audience): Promise<void> {
    const kept = this.made.get(stream)?.[audience];
    if (!kept || kept.seq === stream.seq) return;
    const rest = kept.at + APART - this.now();
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  }

  /** The state at the stream's present number, as `sharedPart` of its JSON and one more closing brace. */
  take(stream: SnapshotSource, audience: Audience): Buffer {
    const of = this.made.get(stream) ?? {};
    const kept = of[audience];
    if (kept?.seq === stream.seq) return kept.bytes;
    const { seq, text } = stream.snapshot(audience);
    const bytes = sharedPart(`${text}}`);
    this.made.set(stream, { ...of, [audience]: { seq, bytes, at: this.now() } });
    return bytes;
  }
}
