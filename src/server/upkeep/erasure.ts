/** Erases data for good: a person's details, a text that must go, identifiers past their retention. */
import { nanoid } from 'nanoid';
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { cleansed, refsOf, unplaced } from '@/domain/gathering/text-erasure';
import { holder, type HideTarget } from '@/domain/gathering/moderation';
import type { Gathering } from '@/domain/gathering/state';
import { unquoted } from '@/domain/programming/quote-erasure';
import { isRefusal } from '@/domain/refusal';
import type { Answer } from '@/protocol/wire';
import type { Store } from '../database/store';
import { fingerprint } from '../log/fingerprint';
import { disownActs } from './author-shredding';
import {
  type ErasureEntry,
  markRepeated,
  readErasures,
  recordErasure,
  repeatedLines,
} from './erasure-journal';
import type { GatheringStream, Streams, StreamRow } from '../streams/streams';

type Rewriting = (fact: Fact) => unknown;
/** The program itself, when it completes an erasure or repeats one in a restored copy. */
const HOUSE: Actor = { id: 'custodian', role: 'owner', seat: null };

const unplacedUpTo = (upTo: number): Rewriting => {
  const alone = unplaced('everyone');
  return (fact) => (fact.seq <= upTo ? alone(fact) : null);
};

export class Erasure {
  constructor(
    private readonly store: Store,
    private readonly streams: Streams,
    private readonly folder: string,
  ) {}

  /** E35: empties a person's seat, and the line in which they took it keeps only their sector. */
  async erase(row: StreamRow, seat: string, actor: Actor): Promise<Answer> {
    const answer = await this.take(row, 'eraseSeat', { seat }, actor, () => unplaced(seat), { seat });
    if (!answer.ok) return answer;
    await disownActs(this.streams, row, seat);
    this.streams.seats.erase(row.id, seat);
    this.sweep();
    return answer;
  }

  /** E23: deletes a text from the log, from everything derived from it, and from planners' quotes. */
  async clear(row: StreamRow, target: HideTarget, reason: string, actor: Actor): Promise<Answer> {
    let refs: string[] = [];
    const rewriting = () => {
      const state = this.streams.gathering(row).whole();
      refs = refsOf(state, target);
      return cleansed(gathering.seenBy, state, target);
    };
    const answer = await this.take(row, 'clearText', { ...target, reason }, actor, rewriting, target);
    if (!answer.ok) return answer;
    for (const path of this.streams.readable(this.streams.all().filter((r) => r.kind === 'path'))) {
      const command = { id: nanoid(14), type: 'clearQuotes', ask: { refs } };
      const told = await this.streams.stream(path).submit(command, { ...actor, role: 'owner' });
      if (told.ok) this.rewrite(path, unquoted(refs));
    }
    this.sweep();
    return answer;
  }

  /**
   * E36: for everybody who joined before it was known that there are minors, only the sector stays. Returns the number
   * of lines.
   */
  async sectorsAlone(row: StreamRow): Promise<number> {
    const room = await this.settled(row);
    const upTo = room.seq;
    const lines = this.rewritten(row, unplacedUpTo(upTo));
    // When called again for known minors, there is nothing to record.
    if (lines.size === 0) return 0;
    recordErasure(this.folder, { at: this.streams.clock(), stream: row.id, upTo }, this.store.files);
    this.replace(row, lines);
    this.sweep();
    return lines.size;
  }

  /** Sends the deed with the seal that will be valid afterwards, then rewrites its lines. */
  private async take(
    row: StreamRow,
    type: string,
    ask: Record<string, unknown>,
    actor: Actor,
    prepare: () => Rewriting,
    remembered: { seat: string } | HideTarget,
  ): Promise<Answer> {
    const room = await this.settled(row);
    const state = room.whole();
    // Nothing is prepared for a person who may not ask, or for a missing thing.
    const first = gathering.decide(
      state as Gathering,
      { id: nanoid(14), type, ask },
      actor,
      this.streams.clock(),
    );
    if (isRefusal(first)) return { ok: false, ...first };
    const rewriting = prepare();
    const resealed = state.frozen
      ? { resealed: fingerprint(this.streams.log, row.id, state.frozen.upTo, rewriting) }
      : {};
    const command = { id: nanoid(14), type, ask: { ...ask, ...resealed } };
    recordErasure(this.folder, { at: this.streams.clock(), stream: row.id, ...remembered }, this.store.files);
    const answer = await room.submit(command, actor);
    if (answer.ok) {
      await room.settled();
      this.rewrite(row, rewriting);
    }
    return answer;
  }

  /** The stream once nothing is pending; during that wait it may have been replaced by another. */
  private async settled(row: StreamRow): Promise<GatheringStream> {
    await this.streams.gathering(row).settled();
    return this.streams.gathering(row);
  }

  /** Nothing is awaited here: nobody can write between the last commit and the next load. */
  private rewrite(row: StreamRow, rewriting: Rewriting): number {
    const lines = this.rewritten(row, rewriting);
    if (lines.size > 0) this.replace(row, lines);
    return lines.size;
  }

  private replace(row: StreamRow, lines: ReadonlyMap<number, unknown>): void {
    this.streams.log.rewrite(row.id, lines);
    this.streams.sleep(row.id);
  }

  /** The lines that change, by number. */
  private rewritten(row: StreamRow, rewriting: Rewriting): Map<number, unknown> {
    const lines = new Map<number, unknown>();
    for (const fact of this.streams.log.since(row.id, 0)) {
      const data = rewriting(fact);
      if (data !== null) lines.set(fact.seq, data);
    }
    return lines;
  }

  /** Leaves no trace of it in the database. */
  sweep(): void {
    this.store.scrub();
  }

  /** True if the owner of a seat that the log does not have may take it again: not after asking to be erased. */
  mayReturn(row: StreamRow, seat: string): boolean {
    return !readErasures(this.folder).some((l) => 'seat' in l && l.stream === row.id && l.seat === seat);
  }

  /** True if a resubmitted command would recreate something that was erased. */
  wouldBringBack(row: StreamRow, ask: unknown): boolean {
    if (row.kind !== 'gathering' || typeof ask !== 'object' || ask === null) return false;
    const named = new Set(Object.values(ask));
    const state = this.streams.gathering(row).whole();
    return readErasures(this.folder).some(
      (l) => 'what' in l && l.stream === row.id && named.has(l.id) && !holder(state, l),
    );
  }

  /**
   * At every start: completes erasures that a crash interrupted, and repeats them in a restored older copy; not those that
   * the database says it has. Returns how many.
   */
  async again(): Promise<number> {
    let done = 0;
    const lines = readErasures(this.folder);
    const had = repeatedLines(this.store.settings, lines);
    /** Number of lines, from the first, that the database has now. */
    let has = had;
    for (const [n, line] of lines.entries()) {
      if (n < had) continue;
      const row = this.streams.index.byId(line.stream);
      if (row?.kind === 'gathering') {
        const [readable] = this.streams.readable([row]);
        const outcome = readable ? await this.repeat(row, line) : 'failed';
        if (outcome === 'changed') done += 1;
        // Everything after it is repeated at the next start too.
        if (outcome === 'failed') continue;
      }
      if (has === n) has = n + 1;
    }
    if (done > 0) this.sweep();
    if (has > had) markRepeated(this.store.settings, lines, has);
    return done;
  }

  /** Failed: the disk refused. */
  private async repeat(row: StreamRow, line: ErasureEntry): Promise<'changed' | 'same' | 'failed'> {
    const room = this.streams.gathering(row);
    const before = room.seq;
    let answer: Answer | null = null;
    if ('upTo' in line) {
      // The seal was computed without them.
      const frozen = room.whole().frozen;
      return !frozen && this.rewrite(row, unplacedUpTo(line.upTo)) > 0 ? 'changed' : 'same';
    }
    if ('seat' in line) {
      if (room.whole().seats[line.seat] && this.streams.seats.sits(row.id, line.seat)) {
        answer = await this.erase(row, line.seat, HOUSE);
        if (!answer.ok && answer.refused === 'erased_seat') this.streams.seats.erase(row.id, line.seat);
      }
      this.rewrite(row, unplaced(line.seat));
      await disownActs(this.streams, row, line.seat, true);
    } else {
      const { what, id } = line;
      // In the older copy it may not have been withheld yet.
      const flag = { id: nanoid(14), type: 'flagText', ask: { what, id } };
      await room.submit(flag, HOUSE);
      answer = await this.clear(row, { what, id }, '', HOUSE);
      this.rewrite(row, cleansed(gathering.seenBy, this.streams.gathering(row).whole(), { what, id }));
    }
    if (answer && !answer.ok && answer.refused === 'busy') return 'failed';
    return this.streams.gathering(row).seq === before ? 'same' : 'changed';
  }
}
