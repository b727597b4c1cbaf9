/** A store's line to its room: it comes in after every connection, and again whenever something does not add up. */
import type { StreamState } from '@/domain/deed';
import { PROTOCOL } from '@/protocol/version';
import type { Refused, Welcome } from '@/protocol/wire';
import type { ViewStore, StoreOptions } from './view-store';
import type { Wire } from './wire';

/** Refusals that pass by themselves: what was asked stays, and is asked again. */
export const PASSING: ReadonlySet<string> = new Set(['busy', 'too_fast', 'not_caught_up']);

export class Connection<S extends StreamState> {
  wire: Wire | null = null;
  /** Hello was said and not yet answered. */
  entering = false;
  peopleRev = 0;
  private attempts = 0;

  constructor(
    private readonly o: StoreOptions<S>,
    private readonly board: ViewStore<S>,
    private readonly hooks: {
      /** Answered commands of which this device can't tell that they are on the room's log. */
      asksAfter: () => string[];
      welcomed: (welcome: Welcome) => void;
    },
  ) {}

  async enter(): Promise<void> {
    const attempt = ++this.attempts;
    this.entering = true;
    const { ready, confirmed } = this.board.shown;
    const since = ready ? confirmed.seq : null;
    try {
      const hello = {
        protocol: PROTOCOL,
        code: this.o.code,
        surface: this.o.surface,
        since,
        ...(since === null ? {} : { chain: confirmed.chain }),
        answered: this.hooks.asksAfter(),
        people: since === null ? 0 : this.peopleRev,
      };
      if (!this.wire) return;
      const welcome = await this.wire.hello(hello);
      if (attempt !== this.attempts) return;
      this.entering = false;
      if (welcome.ok) this.hooks.welcomed(welcome);
      else this.refused(welcome);
    } catch {
      // The link dropped while asking, or was dropped for its silence; the wire will say `up` again.
      if (attempt === this.attempts) this.board.show({ link: 'offline' });
    }
  }

  private refused(refused: Refused): void {
    if (PASSING.has(refused.refused)) {
      this.later(() => void this.enter(), 1500);
      return;
    }
    const { ok: _, ...shut } = refused;
    this.board.show({ shut, link: 'offline' });
  }

  later(run: () => void, ms: number): void {
    (this.o.later ?? setTimeout)(run, ms);
  }
}
