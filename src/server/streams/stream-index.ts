/** The index of streams: which there are, and the public code of each. */
import { eq } from 'drizzle-orm';
import type { Gathering } from '@/domain/gathering/state';
import type { Path } from '@/domain/programming/state';
import type { Store } from '../../../db/open';
import { streams } from '../../../db/schema';
import { joinCode } from '../identity/seat-store';

type Row = typeof streams.$inferSelect;
/** The state type of each kind of stream. */
export type StateOf = { gathering: Gathering; path: Path };
export type Kind = keyof StateOf;
/** Its `kind` selects the type of the stream's state. */
export type StreamRow<K extends Kind = Kind> = K extends Kind ? Omit<Row, 'kind'> & { kind: K } : never;

export class StreamIndex {
  private readonly byCode = new Map<string, StreamRow>();
  /** Streams being deleted: they cannot be found any more. */
  private readonly leaving = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {}

  /** The stream with this public code (case and spaces ignored), or null. */
  find(code: string): StreamRow | null {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const kept = this.byCode.get(plain);
    if (kept) return kept;
    const row = this.store.select().from(streams).where(eq(streams.code, plain)).get();
    if (!row || this.leaving.has(row.id)) return null;
    this.byCode.set(plain, row);
    return row;
  }

  byId(id: string): StreamRow | null {
    return this.store.select().from(streams).where(eq(streams.id, id)).get() ?? null;
  }

  all(): StreamRow[] {
    return this.store.select().from(streams).all();
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
    this.store.insert(streams).values(whole).run();
    return whole;
  }

  strike(row: StreamRow): void {
    this.byCode.delete(row.code);
    this.store.delete(streams).where(eq(streams.id, row.id)).run();
  }

  /** From here on its code finds nothing. */
  leave(row: StreamRow): void {
    this.leaving.add(row.id);
    this.byCode.delete(row.code);
  }
}
