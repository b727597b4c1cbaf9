/**
 * Totems: devices that somebody of the office leaves to everybody. A totem stands by a sign-in of its own in that
 * account's list, and ends with it.
 */
import { randomBytes } from 'node:crypto';
import type { SettingStore } from '../database/store';
import type { Accounts } from './accounts';
import type { Identity, Totem } from './session-cookie';

/** Settings with the turn of each totem, by the id of its sign-in. */
const TURN = 'totem:';
const keyOf = ({ entry }: Totem): string => TURN + (entry ?? '');

export class Totems {
  constructor(
    private readonly accounts: Pick<Accounts, 'of' | 'entries'>,
    private readonly store: SettingStore,
    private readonly lived: () => number,
  ) {}

  start(stream: string, account: { id: string; epoch: number }, userAgent: string | undefined): Totem {
    const entry = this.accounts.entries.open(account.id, userAgent, 'Totem');
    return this.pass({ stream, by: account.id, epoch: account.epoch, at: this.lived(), entry });
  }

  /** True while the account that set it up is valid, and nobody has ended that sign-in. */
  holds({ by, epoch, at, entry }: Totem): boolean {
    // Totems from before they had a sign-in of their own have ended.
    if (epoch === undefined || at === undefined || entry === undefined) return false;
    return this.accounts.of({ account: { id: by, epoch, at, entry } }) !== null;
  }

  /** Passes it to the next person: copies of its cookie from before lose the seat that was held there. */
  pass(totem: Totem): Totem {
    const turn = randomBytes(9).toString('base64url');
    this.store.set(keyOf(totem), turn);
    return { ...totem, turn };
  }

  /** True if the seat in this cookie is the one of whoever is at the totem now. */
  isTurn(totem: Totem): boolean {
    return totem.turn !== undefined && this.store.get(keyOf(totem)) === totem.turn;
  }

  /** False for a seat held at a totem that has ended, or has passed to somebody else since. */
  keepsSeat(identity: Pick<Identity, 'totem'>, stream: string): boolean {
    const { totem } = identity;
    return totem?.stream !== stream || (this.holds(totem) && this.isTurn(totem));
  }

  /** Deletes the turns of totems whose sign-in is no longer kept. */
  forget(): void {
    for (const { key } of this.store.startingWith(TURN))
      if (!this.accounts.entries.kept(key.slice(TURN.length))) this.store.remove(key);
  }

  /** The device is no longer a totem: it keeps nobody's seat, and neither does a copy of its cookie. */
  end(identity: Identity): Identity {
    const { totem } = identity;
    if (!totem) return identity;
    if (totem.entry !== undefined) this.accounts.entries.end(totem.by, totem.entry);
    const { [totem.stream]: _, ...seats } = identity.seats;
    return { ...identity, seats, totem: null };
  }
}
