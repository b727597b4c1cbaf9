/** The index of streams: which there are, and the public code of each. */
import type { Gathering } from '@/domain/gathering/state';
import type { Path } from '@/domain/programming/state';
import type { StreamRecord, StreamStore } from '../database/store';
import { joinCode } from '../identity/seats';

/** The state type of each kind of stream. */
export type StateOf = { gathering: Gathering; path: Path };
export type StreamKind = keyof StateOf;
/** Its `kind` selects the type of the stream's state. */
export type StreamRow<K extends StreamKind = StreamKind> = K extends StreamKind
  ? Omit<StreamRecord, 'kind'> & { kind: K }
  : never;

export class StreamIndex {
  private readonly byCode = new Map<string, StreamRow>();
  /** Streams being deleted: they cannot be found any more. */
  private readonly leaving = new Set<string>();

  constructor(
    private readonly store: StreamStore,
    private readonly clock: () => number,
  ) {}

  /** The stream with this public code (case and spaces ignored), or null. */
  find(code: string): StreamRow | null {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const kept = this.byCode.get(plain);
    if (kept) return kept;
    const row = this.store.byCode(plain);
    if (!row || this.leaving.has(row.id)) return null;
    this.byCode.set(plain, row);
    return row;
  }

  byId(id: string): StreamRow | null {
    return this.store.byId(id);
  }

  all(): StreamRow[] {
    return this.store.all();
  }

  freshCode(): string {
    for (;;) {
      const code = joinCode();
      if (!this.find(code)) return code;
    }
  }

  /** Files a new stream; its first fact must follow at once. */
  file(row: Omit<StreamRow, 'createdAt' | 'rehearsal'> & { rehearsal?: boolean }): StreamRow {
    const whole = { rehearsal: false, ...row, createdAt: this.clock() };
    this.store.add(whole);
    return whole;
  }

  strike(row: StreamRow): void {
    this.byCode.delete(row.code);
    this.store.remove(row.id);
  }

  /** From here on its code finds nothing. */
  leave(row: StreamRow): void {
    this.leaving.add(row.id);
    this.byCode.delete(row.code);
  }
}
