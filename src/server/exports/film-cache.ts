/**
 * The day's replay of each gathering, from public facts, as JSON. Anybody may ask for it at any rate, so it is made for all who
 * ask together, and takes a small part of this process's time.
 */
import { filmOf } from '@/reports/day-film';
import type { Streams, StreamRow } from '../streams/streams';
import { restAfter, type WorkShare } from '../streams/work-share';

/** Of making replays of a gathering. */
const SHARE: WorkShare = { parts: 25, least: 1000, most: 5000 };

/** `taken`: how often texts had been withheld when it was made. `next`: when another may be made. */
type KeptFilm = { seq: number; taken: number; text: string; next: number };

export class FilmCache {
  private readonly kept = new Map<string, KeptFilm>();

  constructor(
    private readonly streams: Pick<Streams, 'gathering' | 'log' | 'snapshots'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The newest replay; while another may not be made yet, the last one, unless a text was withheld since. */
  async of(row: StreamRow): Promise<string> {
    for (;;) {
      const room = this.streams.gathering(row);
      await room.settled();
      const kept = this.kept.get(row.id);
      const rest = kept ? kept.next - this.now() : 0;
      const stands = kept?.taken === this.streams.snapshots.forgotten(row.id);
      if (kept && stands && (kept.seq === room.seq || rest > 0)) return kept.text;
      if (rest <= 0) return this.make(row);
      await new Promise((done) => setTimeout(done, rest));
    }
  }

  private make(row: StreamRow): string {
    const began = this.now();
    const room = this.streams.gathering(row);
    const taken = this.streams.snapshots.forgotten(row.id);
    const facts = [...this.streams.log.since(row.id, 0)].map((line) =>
      room.catalogue.seenBy({ kind: 'public' }, room.whole(), room.catalogue.read(line)),
    );
    const text = JSON.stringify(filmOf(facts));
    const ended = this.now();
    const next = ended + restAfter(ended - began, SHARE);
    this.kept.set(row.id, { seq: room.seq, taken, text, next });
    return text;
  }
}
