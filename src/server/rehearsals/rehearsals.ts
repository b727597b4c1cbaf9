/** Rehearsals: a gathering in which one practises with simulated people, and which is then thrown away. */
import { randomInt } from 'node:crypto';
import { type Refusal, refuse } from '@/domain/refusal';
import { dropPhotos, hashesIn } from '../files/photo-files';
import type { Streams, StreamRow } from '../streams/streams';
import { type Playing, simulatedIn, SimulatedCrowd } from './simulated-crowd';

/** In all rehearsals of this house together: what a laptop moves without anybody noticing. */
const MOST = 240;
export const CROWDS = [20, 60, 120] as const;
export const SPEEDS = [1, 10, 30] as const;

/** `present`: how many simulated people have come in; `playing` null while they stand still. */
export type Standing = { present: number; playing: Playing | null };

export class Rehearsals {
  private readonly troupes = new Map<string, SimulatedCrowd>();

  constructor(
    private readonly streams: Streams,
    private readonly folder: string,
    /** Whoever is in it is told that it is over. */
    private readonly emptied: (row: StreamRow) => void,
    private readonly warn: (what: string, error: unknown) => void,
  ) {}

  standing(row: StreamRow): Standing {
    const present = simulatedIn(this.streams.gathering(row).whole()).length;
    return { present, playing: this.troupes.get(row.id)?.playing ?? null };
  }

  /** Begins, or goes on at another speed or with more people. */
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

  /** Everything of it goes: log, places, photographs, and its name among the streams. Nothing else has a way here. */
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
