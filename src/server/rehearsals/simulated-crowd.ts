/**
 * The simulated people of one rehearsal: they join and send commands like everyone, at their pace and never faster than
 * the server.
 */
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import type { Sector } from '@/domain/words';
import { labelOf, simulatedSectors } from '@/simulated/population';
import { type Random, seededRandom } from '@/simulated/random';
import { newId } from '@/simulated/commands';
import { PACE, wouldDo } from '@/simulated/person';
import type { Streams, StreamRow } from '../streams/streams';
import { admit } from '../identity/take-seat';

export type Playing = {
  /** The number of people, and how many minutes of the event's day pass in one real minute. */
  people: number;
  speed: number;
};

const BEAT_MS = 100;
/** Everybody has joined within so many minutes of the event's day. */
const ARRIVAL_MINUTES = 10;
/** Maximum number of commands in one beat, and of unanswered ones: beyond it they wait as people do. */
const MOST_A_BEAT = 4;
const MOST_IN_HAND = 12;
/** A beat as late as this shows that the server has other things to do. */
const LATE_MS = 150;
const LONGEST_MS = 4 * 3_600_000;

export class SimulatedCrowd {
  private timer: NodeJS.Timeout | null = null;
  private readonly dice: Random;
  private readonly sectors: readonly Sector[];
  private readonly until: number;
  private readonly inHand = new Set<Promise<unknown>>();
  private due = 0;
  private arriving = 0;
  private owed = 0;

  constructor(
    private readonly streams: Streams,
    private readonly row: StreamRow,
    readonly playing: Playing,
    seed: number,
    private readonly over: () => void,
    private readonly warn: (what: string, error: unknown) => void,
  ) {
    this.dice = seededRandom(seed);
    this.sectors = simulatedSectors(playing.people, this.dice);
    this.until = performance.now() + LONGEST_MS;
    this.due = performance.now() + BEAT_MS;
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.timer.unref();
  }

  /** Resolves when the last pending command has been answered. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await Promise.allSettled(this.inHand);
  }

  private beat(): void {
    const now = performance.now();
    const late = now - this.due;
    this.due = now + BEAT_MS;
    if (late > LATE_MS || this.inHand.size >= MOST_IN_HAND) return;
    try {
      const state = this.streams.gathering(this.row).whole();
      if (!state.rehearsal || state.frozen || state.phase === 'archived' || now > this.until) {
        this.over();
        return;
      }
      const present = simulatedIn(state);
      this.letIn(present.length);
      this.letAct(state, present);
    } catch (e) {
      this.warn(`the simulated people of ${this.row.code} stop`, e);
      this.over();
    }
  }

  private hold(answer: Promise<unknown>): void {
    const held = answer
      .catch((e: unknown) => this.warn('a simulated person was not answered', e))
      .finally(() => this.inHand.delete(held));
    this.inHand.add(held);
  }

  private letIn(present: number): void {
    const minutes = (BEAT_MS / 60_000) * this.playing.speed;
    this.arriving = Math.min(2, this.arriving + (this.playing.people / ARRIVAL_MINUTES) * minutes);
    for (let n = present; n < this.playing.people && this.arriving >= 1; n++, this.arriving--) {
      const sector = this.sectors[n] ?? 'volontariato';
      const asked = {
        code: this.row.code,
        label: labelOf(n + 1, sector, this.dice),
        sector,
        subgroup: null,
        municipality: null,
        newVoice: this.dice.below(5) === 0,
      };
      this.hold(
        admit(this.streams, this.row, asked, 'simulated').then((taken) => {
          if (isRefusal(taken)) this.over();
        }),
      );
    }
  }

  /** The people who act now are drawn at random; each sees what their own phone would show. */
  private letAct(state: Gathering, present: readonly string[]): void {
    const every = PACE[state.phase];
    if (!every || present.length === 0) return;
    this.owed = Math.min(
      MOST_A_BEAT,
      this.owed + (present.length / every) * (BEAT_MS / 60_000) * this.playing.speed,
    );
    const room = this.streams.gathering(this.row);
    const open = room.seen('public') as Gathering;
    for (; this.owed >= 1 && this.inHand.size < MOST_IN_HAND; this.owed--) {
      const seat = this.dice.pick(present);
      const [own, mine] = [state.seats[seat], state.private[seat]];
      if (!own || !mine) continue;
      const eyes: Gathering = { ...open, seats: { [seat]: own }, private: { [seat]: mine } };
      const at = this.streams.clock();
      const gesture = wouldDo(eyes, seat, { at, speed: this.playing.speed, dice: this.dice });
      if (!gesture) continue;
      const command = { id: newId(this.dice, 'sim'), ...gesture, origin: 'simulata' as const };
      this.hold(room.submit(command, { id: seat, role: 'participant', seat }));
    }
  }
}

export const simulatedIn = (state: Readonly<Gathering>): string[] =>
  Object.values(state.seats)
    .filter((s) => s.origin === 'simulata' && !s.erased)
    .map((s) => s.id);
