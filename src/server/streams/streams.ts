/** Loads streams and keeps them in memory, sets aside those that cannot be folded, and passes on their facts. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
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
import { type Listener, OtherHistory, Stream } from './stream';
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

/** Loading gives way to other work after so long, in ms. */
const SLICE = 8;
/** Loading that nobody waits for takes one part in three of the time. In ms. */
const REST = 2 * SLICE;

/** A gathering written to within this time of the newest line may have a hall in it. In ms. */
const LIVE = 24 * 3_600_000;
/** Facts that are loaded before the port opens; they take about a third of a second. */
const LIVE_FACTS = 20_000;

/** A stream that is being loaded in several turns. `hurried`: somebody waits for it; `done` is false if its log was changed meanwhile. */
type Loading = { hurried: boolean; done: Promise<boolean> };

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
  /** Ids of streams whose stored state did not fit their log. */
  private readonly distrusted = new Set<string>();
  /** Called once for each. */
  foundDamaged: (row: StreamRow, error: unknown) => void = () => {};
  /** Called for each stream with facts when it is loaded for the first time. */
  firstLoaded: (row: StreamRow) => void = () => {};
  private readonly met = new Set<string>();
  /** Streams that are being loaded in several turns, by id. */
  private readonly loading = new Map<string, Loading>();
  private retired = false;
  private stopped = false;
  private carrier: Carrier = { hears: () => false, told: () => {}, lost: () => {}, failed: () => {} };

  constructor(
    readonly store: Store,
    secret: string,
    readonly clock: () => number = Date.now,
    log: LogStore = store.log,
    /** The program that goes on from the states it stored: the server alone. Null: reads the log, which is the only truth. */
    private readonly program: string | null = null,
    commitGapMs?: number,
  ) {
    this.log = log;
    this.index = new StreamIndex(store.streams, clock);
    this.commits = new GroupCommit(log, commitGapMs);
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
    this.loading.delete(row.id);
    this.awake[row.kind].get(row.id)?.retire();
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

  /** Loads it from the log if it is not in memory, in this turn. Throws when the log is damaged. */
  stream<K extends StreamKind>(row: StreamRow<K>): Stream<StateOf[K]> {
    const awake = this.awake[row.kind as K].get(row.id);
    if (awake) return awake;
    try {
      const stream = this.unloaded(row);
      stream.load();
      this.wake(row, stream);
      return stream;
    } catch (e) {
      this.setApart(row, e);
      throw e;
    }
  }

  /**
   * Loads it in several turns of the server, once for all who wait for it. Resolves also when it cannot be loaded: whoever opens
   * it then hears why. Unless `hurried`, it takes its time.
   */
  async ready(row: StreamRow, hurried = true): Promise<void> {
    while (!this.stopped && !this.awake[row.kind].has(row.id) && !this.setAside.has(row.code)) {
      const loading = this.loading.get(row.id) ?? this.startLoading(row, hurried);
      loading.hurried ||= hurried;
      if (await loading.done) return;
    }
  }

  /** The same for all of them, one after another. */
  async allReady(kind?: StreamKind): Promise<void> {
    for (const row of this.all()) if (!kind || row.kind === kind) await this.ready(row);
  }

  /** The same for a stream and what it is read with: a path is read with all of its gatherings. */
  async readyToRead(row: StreamRow): Promise<void> {
    await (row.kind === 'path' ? this.allReady() : this.ready(row));
  }

  private startLoading(row: StreamRow, hurried: boolean): Loading {
    const loading: Loading = { hurried, done: Promise.resolve(true) };
    this.loading.set(row.id, loading);
    loading.done = this.loadInTurns(row, loading).finally(() => {
      if (this.loading.get(row.id) === loading) this.loading.delete(row.id);
    });
    return loading;
  }

  private async loadInTurns<K extends StreamKind>(row: StreamRow<K>, loading: Loading): Promise<boolean> {
    try {
      const stream = this.unloaded(row);
      while (!stream.load(SLICE)) {
        await (loading.hurried ? nextTurn() : pause(REST, undefined, { ref: false }));
        // Its log was changed, or somebody needed it in one turn.
        if (this.loading.get(row.id) !== loading) return false;
      }
      this.wake(row, stream);
    } catch (e) {
      this.setApart(row, e);
    }
    return true;
  }

  /** Those that can be loaded, in this turn. */
  readable<R extends StreamRow>(rows: readonly R[]): R[] {
    const damaged = new Set(this.damaged());
    return rows.filter((row) => {
      if (damaged.has(row.code)) return false;
      try {
        this.stream(row);
        return true;
      } catch {
        return false;
      }
    });
  }

  private wake<K extends StreamKind>(row: StreamRow<K>, stream: Stream<StateOf[K]>): void {
    this.loading.delete(row.id);
    if (this.retired) stream.retire();
    this.awake[row.kind as K].set(row.id, stream);
    this.setAside.delete(row.code);
    if (this.met.has(row.id)) return;
    this.met.add(row.id);
    if (stream.seq > 0) this.firstLoaded(row);
  }

  private setApart(row: StreamRow, e: unknown): void {
    this.loading.delete(row.id);
    const code = (e as { code?: string }).code;
    if (code !== undefined && !code.startsWith('SQLITE_CORRUPT')) return;
    if (!this.setAside.has(row.code)) this.foundDamaged(row, e);
    this.setAside.set(row.code, this.clock());
  }

  /** The database is another process's: every stream answers `busy` from here on. */
  retire(): void {
    this.retired = true;
    this.stopLoading();
    for (const streams of Object.values(this.awake)) for (const stream of streams.values()) stream.retire();
  }

  /** Nothing more is loaded in several turns: the store is about to close, or is another process's. */
  stopLoading(): void {
    this.stopped = true;
    this.loading.clear();
  }

  private unloaded<K extends StreamKind>(row: StreamRow<K>): Stream<StateOf[K]> {
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
      true,
      this.program === null || this.distrusted.has(row.id)
        ? null
        : { store: this.store.states, keys: this.keys, program: this.program },
    );
  }

  /**
   * Before the port opens: after a crash a whole hall reconnects at once and should find its stream loaded. All others are
   * loaded when somebody asks for them, or later by `loadRest`.
   */
  loadLive(): void {
    const last = this.log.lastLines();
    const at = (row: StreamRow): number => last.get(row.id)?.at ?? 0;
    const rows = this.index.all().filter((row) => row.kind === 'gathering' && last.has(row.id));
    rows.sort((a, b) => at(b) - at(a));
    // The machine's clock may be behind, or may have been ahead when a line was written.
    const since = Math.min(rows[0] ? at(rows[0]) : 0, this.clock()) - LIVE;
    let facts = 0;
    for (const row of rows) {
      facts += last.get(row.id)?.seq ?? 0;
      if (at(row) < since || (row !== rows[0] && facts > LIVE_FACTS)) return;
      this.readable([row]);
    }
  }

  /**
   * Loads all that nobody has asked for yet, so that damage is found and each stream's duties are done; it takes its time.
   * Paths come first, since many pages of a gathering read them, then the gatherings written to last.
   */
  async loadRest(): Promise<void> {
    const last = this.log.lastLines();
    const order = ({ kind, id }: StreamRow): number =>
      kind === 'path' ? Number.POSITIVE_INFINITY : (last.get(id)?.at ?? 0);
    const rows = this.index.all().map((row) => ({ row, order: order(row) }));
    for (const { row } of rows.sort((a, b) => (a.order === b.order ? 0 : b.order - a.order)))
      await this.ready(row, false);
    await this.checkRest();
  }

  /** Reads the lines that a start took as folded, so that damage in them is found too; it takes its time. */
  async checkRest(): Promise<void> {
    for (const row of this.all()) {
      const stream = this.awake[row.kind].get(row.id);
      if (!stream?.isUnchecked) continue;
      try {
        while (!stream.check(SLICE)) {
          await pause(REST, undefined, { ref: false });
          if (this.stopped) return;
          // It was unloaded meanwhile.
          if (this.awake[row.kind].get(row.id) !== stream) break;
        }
      } catch (e) {
        this.distrust(row, e);
      }
    }
  }

  /** From here on it is loaded from the log, or set aside where the log is damaged. */
  private distrust(row: StreamRow, e: unknown): void {
    const code = (e as { code?: string }).code;
    // The disk may answer later.
    if (code !== undefined && !code.startsWith('SQLITE_CORRUPT')) return;
    this.distrusted.add(row.id);
    try {
      this.store.states.remove(row.id);
    } catch {
      // It is not read again by this process; the next one finds out in the same way.
    }
    this.sleep(row.id);
    if (!(e instanceof OtherHistory)) this.setApart(row, e);
  }

  /**
   * Stores the state of the one that would cost a start most, if nothing was published in it for `idleMs`; then says true. Says
   * false when there is none by more than `facts` facts behind.
   */
  async storeOne(facts: number, idleMs: number): Promise<boolean> {
    if (this.program === null || this.retired || !this.store.owned()) return false;
    const due = [...this.awake.gathering.values()]
      .filter((stream) => stream.behind > facts && stream.idleMs >= idleMs)
      .sort((a, b) => b.behind - a.behind);
    for (const stream of due) if (await stream.store()) return true;
    return false;
  }

  /** Unloads a stream, so that it is loaded from the log again (after maintenance). */
  sleep(id: string): void {
    this.snapshots.forget(id);
    this.loading.delete(id);
    for (const streams of Object.values(this.awake)) {
      streams.get(id)?.retire();
      streams.delete(id);
    }
  }

  /** Number of gatherings and of paths in memory. */
  awakeCount(): Record<StreamKind, number> {
    return { gathering: this.awake.gathering.size, path: this.awake.path.size };
  }

  /** Number of streams whose log was not read whole since the start. */
  get unread(): number {
    return this.all().filter(({ kind, id }) => !this.met.has(id) || this.awake[kind].get(id)?.isUnchecked)
      .length;
  }

  /** Number of gatherings opened by anybody since the start. */
  get live(): number {
    return this.awake.gathering.size;
  }
}
