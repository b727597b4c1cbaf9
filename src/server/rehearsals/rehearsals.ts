/** Rehearsals: a gathering to practise with simulated people, deleted afterwards. */
import { randomInt } from 'node:crypto';
import { type Refusal, refuse } from '@/domain/refusal';
import { dropPhotos, hashesIn } from '../files/photo-files';
import type { Streams, StreamRow } from '../streams/streams';
import { type Playing, simulatedIn, SimulatedCrowd } from './simulated-crowd';

/** Maximum in all rehearsals together: as many as a laptop simulates without a noticeable delay. */
const MOST = 240;
export const CROWDS = [20, 60, 120] as const;
export const SPEEDS = [1, 10, 30] as const;

/** `present`: how many simulated people have joined; `playing` null while they are paused. */
export type RehearsalStatus = { present: number; playing: Playing | null };

export class Rehearsals {
  private readonly troupes = new Map<string, SimulatedCrowd>();

  constructor(
    private readonly streams: Streams,
    private readonly folder: string,
    /** Tells everybody in it that it is over. */
    private readonly emptied: (row: StreamRow) => void,
    private readonly warn: (what: string, error: unknown) => void,
  ) {}

  standing(row: StreamRow): RehearsalStatus {
    const present = simulatedIn(this.streams.gathering(row).whole()).length;
    return { present, playing: this.troupes.get(row.id)?.playing ?? null };
  }

  /** Starts, or continues at another speed or with more people. */
  async play(row: StreamRow, playing: Playing): Promise<Refusal | null> {
    if (!row.rehearsal || !this.streams.gathering(row).whole().rehearsal) return refuse('not_a_rehearsal');
    const others = [...this.troupes].reduce((n, [id, t]) => n + (id === row.id ? 0 : t.playing.people), 0);
    if (others + playing.people > MOST) return refuse('hall_full');
    await this.still(row);
    const over = () => void this.still(row);
    this.troupes.set(
      row.id,
      new SimulatedCrowd(this.streams, row, playing, randomInt(2 ** 31), over, this.warn),
    );
    return null;
  }

  async still(row: StreamRow): Promise<void> {
    const troupe = this.troupes.get(row.id);
    this.troupes.delete(row.id);
    await troupe?.stop();
  }

  async stillAll(): Promise<void> {
    await Promise.all([...this.troupes.values()].map((t) => t.stop()));
    this.troupes.clear();
  }

  /** Deletes all of it: log, seats, photographs, and its row in the index. Nothing else can be deleted this way. */
  async throwAway(row: StreamRow): Promise<Refusal | null> {
    if (!row.rehearsal) return refuse('not_a_rehearsal');
    await this.still(row);
    this.streams.leave(row);
    this.emptied(row);
    const room = this.streams.gathering(row);
    await this.streams.commits.settle();
    const photos = hashesIn(room.whole());
    this.streams.throwAway(row);
    dropPhotos(this.streams, this.folder, photos);
    return null;
  }
}
