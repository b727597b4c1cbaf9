/** Loads streams and keeps them in memory, sets aside those that cannot be folded, and passes on their facts. */
import type { Catalogue } from '@/domain/catalogue';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import { lookupAlong } from './path-gatherings';
import { AuthorKeys } from '../log/author-keys';
import { GroupCommit } from '../log/group-commit';
import type { LogStore } from '../log/log-store';
import type { Store } from '../database/store';
import { type StreamKind, type StateOf, StreamIndex, type StreamRow } from './stream-index';
import { type Listener, Stream } from './stream';
import { SnapshotStore } from './snapshot-store';
import { Seats } from '../identity/seats';

export type { StreamRow } from './stream-index';
export type GatheringStream = Stream<Gathering>;
export type PathStream = Stream<Path>;

const CATALOGUES: { [K in StreamKind]: Catalogue<StateOf[K]> } = { gathering, path: programming };

/** A stream's listener, for all streams. */
type Carrier = {
  [K in keyof Listener]-?: (
    row: StreamRow,
    ...rest: Parameters<Required<Listener>[K]>
  ) => ReturnType<Required<Listener>[K]>;
};

/** Facts after which an older snapshot would show what nobody should see any more. */
const TAKES_BACK = /(?:Flagged|Hidden|Cleared|Erased|Withdrawn|Revised|Removed)$/;

/** Time before a stream set aside is tried again, in ms. */
const LOOK_AGAIN = 30_000;

export class Streams {
  readonly log: LogStore;
  readonly index: StreamIndex;
  readonly seats: Seats;
  readonly commits: GroupCommit;
  readonly snapshots = new SnapshotStore();
  readonly keys: AuthorKeys;
  /** Lines of an older log whose authors have just been encrypted. */
  readonly unlinked: number;
  private readonly awake: { [K in StreamKind]: Map<string, Stream<StateOf[K]>> } = {
    gathering: new Map(),
    path: new Map(),
  };
  /** Streams whose log could not be folded, by code: the time of the last try. */
  private readonly setAside = new Map<string, number>();
  /** Called once for each. */
  foundDamaged: (row: StreamRow, error: unknown) => void = () => {};
  private retired = false;
  private carrier: Carrier = { hears: () => false, told: () => {}, lost: () => {}, failed: () => {} };

  constructor(
    readonly store: Store,
    secret: string,
    readonly clock: () => number = Date.now,
    log: LogStore = store.log,
  ) {
    this.log = log;
    this.index = new StreamIndex(store.streams, clock);
    this.commits = new GroupCommit(log);
    this.seats = new Seats(store.seats, secret, clock);
    this.keys = new AuthorKeys(store.keyFolder, store.files && { files: store.files, secret });
    this.unlinked = store.upgradeAuthors(this.keys, clock());
  }

  /** Sets the listener that carries facts to the sockets; called once, by the socket server. */
  listen(carrier: Carrier): void {
    this.carrier = carrier;
  }

  /** All but those set aside because their log could not be folded. */
  all(): StreamRow[] {
    const damaged = new Set(this.damaged());
    return this.index.all().filter((row) => !damaged.has(row.code));
  }

  /**
   * Codes of those set aside. Each is tried again now and then: SQLite reports a disk that does not answer like a
   * damaged file, and the former may pass.
   */
  damaged(): string[] {
    for (const [code, seen] of this.setAside) if (this.clock() - seen >= LOOK_AGAIN) this.lookAgain(code);
    return [...this.setAside.keys()];
  }

  private lookAgain(code: string): void {
    try {
      const row = this.index.find(code);
      if (row) this.stream(row);
      else this.setAside.delete(code);
    } catch {
      // Reported when it was found.
    }
  }

  /** Removes it from the index and from memory; deleting its log is up to the caller. */
  drop(row: StreamRow): void {
    this.index.strike(row);
    this.awake[row.kind].delete(row.id);
  }

  /** From here on it cannot be found and accepts nothing more; pending facts are still published. */
  leave(row: StreamRow): void {
    this.index.leave(row);
    this.sleep(row.id);
  }

  /** Deletes a rehearsal whole: log, seats and index row. Throws, and deletes nothing, when it is no rehearsal. */
  throwAway(row: StreamRow): void {
    this.store.throwAway(row.id);
    this.drop(row);
    this.keys.destroy(row.id);
    this.seats.forget(row.id);
    this.snapshots.forget(row.id);
  }

  /** Throws when the row is a path's. */
  gathering(row: StreamRow): GatheringStream {
    if (row.kind !== 'gathering') throw new Error(`${row.code} is no gathering`);
    return this.stream(row);
  }

  /** Throws when the row is a gathering's. */
  path(row: StreamRow): PathStream {
    if (row.kind !== 'path') throw new Error(`${row.code} is no path`);
    return this.stream(row);
  }

  /** Loads it from the log if it is not in memory. Throws when the log is damaged. */
  stream<K extends StreamKind>(row: StreamRow<K>): Stream<StateOf[K]> {
    const streams = this.awake[row.kind as K];
    const awake = streams.get(row.id);
    if (awake) return awake;
    try {
      const stream = this.woken(row);
      if (this.retired) stream.retire();
      streams.set(row.id, stream);
      this.setAside.delete(row.code);
      return stream;
    } catch (e) {
      const code = (e as { code?: string }).code;
      if (code === undefined || code.startsWith('SQLITE_CORRUPT')) {
        if (!this.setAside.has(row.code)) this.foundDamaged(row, e);
        this.setAside.set(row.code, this.clock());
      }
      throw e;
    }
  }

  /** The database is another process's: every stream answers `busy` from here on. */
  retire(): void {
    this.retired = true;
    for (const streams of Object.values(this.awake)) for (const stream of streams.values()) stream.retire();
  }

  private woken<K extends StreamKind>(row: StreamRow<K>): Stream<StateOf[K]> {
    return new Stream(
      row.id,
      CATALOGUES[row.kind as K],
      this.log,
      this.commits,
      {
        hears: (audience) => this.carrier.hears(row, audience),
        told: (fact, texts, by) => {
          if (TAKES_BACK.test(fact.type)) this.snapshots.forget(row.id);
          this.carrier.told(row, fact, texts, by);
        },
        failed: (error) => this.carrier.failed(row, error),
        lost: (error) => {
          this.awake[row.kind].delete(row.id);
          this.carrier.lost(row, error);
        },
      },
      this.clock,
      row.kind === 'path' ? lookupAlong(this, row) : undefined,
      this.keys,
      row.kind === 'path' ? 'staff' : 'public',
    );
  }

  /**
   * Before the port opens: after a crash a whole hall reconnects at once and should find its stream loaded, and a log
   * that cannot be folded is set aside, so that the others run.
   */
  wakeAll(): void {
    for (const row of this.all()) {
      try {
        this.stream(row);
      } catch {
        // Reported when it was found.
      }
    }
  }

  /** Unloads a stream, so that it is loaded from the log again (after maintenance). */
  sleep(id: string): void {
    this.snapshots.forget(id);
    for (const streams of Object.values(this.awake)) {
      streams.get(id)?.retire();
      streams.delete(id);
    }
  }

  /** Number of gatherings and of paths in memory. */
  awakeCount(): Record<StreamKind, number> {
    return { gathering: this.awake.gathering.size, path: this.awake.path.size };
  }

  /** Number of gatherings opened by anybody since the start. */
  get live(): number {
    return this.awake.gathering.size;
  }
}
