/**
 * The whole state of a stream as bytes, made once for all connections that wait for it, and at most a few times a second;
 * while many are asked for, a recent one is given with the facts since.
 */
import type { Audience } from '../streams/audience-view';
import { restAfter, type WorkShare } from '../streams/work-share';
import { sharedPart } from './raw-json';

/** Of making snapshots of a stream. */
const SHARE: WorkShare = { parts: 100, least: 250, most: 2000 };
/** While many are asked for. In ms. */
const RECENT = 10_000;

type SnapshotSource = {
  stream: string;
  seq: number;
  snapshot(audience: Audience): { seq: number; text: string };
  since(seq: number, audience: Audience, seat: null): string[] | null;
};
/** `taken`: how often texts had been withheld when it was made. `at`: when; `next`: when another may be made. */
type CachedSnapshot = { seq: number; bytes: Buffer; taken: number; at: number; next: number };

export class SnapshotCache {
  /** By the loaded stream object: one that is loaded again may hold other words under the same numbers. */
  private readonly made = new WeakMap<SnapshotSource, Partial<Record<Audience, CachedSnapshot>>>();

  /**
   * `taken` counts how often texts of a stream were withheld: no snapshot from before may be given. `pressed`: many are
   * asked for.
   */
  constructor(
    private readonly taken: (stream: string) => number,
    private readonly pressed: () => boolean,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves, with the time of this call for `take`, when a snapshot made since then is there or may be made. */
  async ready(stream: SnapshotSource, audience: Audience): Promise<number> {
    const asked = this.now();
    for (;;) {
      const kept = this.made.get(stream)?.[audience];
      const rest = kept && !this.serves(kept, stream, audience, asked) ? kept.next - this.now() : 0;
      if (rest <= 0) return asked;
      await new Promise((done) => setTimeout(done, rest));
    }
  }

  /**
   * A state made since `asked`, or a recent one, as `sharedPart` of its JSON and one more closing brace; facts after its
   * `seq` must be sent too.
   */
  take(stream: SnapshotSource, audience: Audience, asked: number): { seq: number; bytes: Buffer } {
    const of = this.made.get(stream) ?? {};
    const kept = of[audience];
    if (kept && this.serves(kept, stream, audience, asked)) return kept;
    const began = this.now();
    const { seq, text } = stream.snapshot(audience);
    const bytes = sharedPart(text, '}');
    const at = this.now();
    const next = at + restAfter(at - began, SHARE);
    const made = { seq, bytes, taken: this.taken(stream.stream), at: began, next };
    this.made.set(stream, { ...of, [audience]: made });
    return made;
  }

  private serves(kept: CachedSnapshot, stream: SnapshotSource, audience: Audience, asked: number): boolean {
    if (kept.seq === stream.seq) return true;
    if (kept.taken !== this.taken(stream.stream)) return false;
    if (kept.at >= asked) return true;
    const recent = this.pressed() && this.now() - kept.at < RECENT;
    return recent && stream.since(kept.seq, audience, null) !== null;
  }
}
