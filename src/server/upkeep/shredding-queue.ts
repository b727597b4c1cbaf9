/** Shreds authors' keys in the background, and warns of those that could not go yet. */
import type { Accounts } from '../identity/accounts';
import type { Streams, StreamRow } from '../streams/streams';
import { shredAuthors } from './author-shredding';

export class ShreddingQueue {
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly streams: Streams,
    private readonly accounts: Accounts,
    private readonly warn: (what: string, error?: unknown) => void,
  ) {}

  /** `now`: the retention of this gathering is over; otherwise only what is due goes. */
  begin(row: StreamRow, now = false): void {
    const done = shredAuthors(this.streams, row, now)
      .then((why) => {
        if (why === 'lost')
          this.warn(
            `${row.code}: the key that tells the authors of unsigned acts is not on this machine: whoever votes votes again, and says again where they are`,
          );
        if (why)
          this.accounts.note('custodian', why === 'lost' ? 'authors_lost' : 'authors_forgotten', row.code);
      })
      .catch((e: unknown) =>
        this.warn(`${row.code}: who did what can still be told; it goes at the next start`, e),
      )
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Resolves when all that has begun is done. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}
