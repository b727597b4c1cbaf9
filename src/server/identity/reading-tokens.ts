/**
 * Tokens with which a program reads the exports of one gathering or path. A token is a sign-in in its maker's list and
 * ends with it; only its hash is stored.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { SettingStore } from '../database/store';
import type { Account, Accounts } from './accounts';

/** `stream`: the id of what it reads; `entry`: its sign-in; `at` in epoch ms. */
type ReadingToken = { stream: string; by: string; epoch: number; at: number; entry: string };
/** `maker` is looked up at each use. */
export type TokenHolder = { maker: Account; stream: string; entry: string };

/** The hash is part of the key, so a token is found without being stored. */
const keyOf = (token: string): string =>
  `reading-token:${createHash('sha256').update(token).digest('base64url')}`;

export class ReadingTokens {
  constructor(
    private readonly accounts: Pick<Accounts, 'of' | 'entries'>,
    private readonly store: SettingStore,
    private readonly lived: () => number,
  ) {}

  /** The token itself, to be shown once. `use`: its line in the list of sign-ins. */
  make(
    { id, code }: { id: string; code: string },
    maker: Pick<Account, 'id' | 'epoch'>,
    use: string,
  ): string {
    const token = `cerchi_${randomBytes(32).toString('base64url')}`;
    const entry = this.accounts.entries.open(maker.id, undefined, `Token · ${use} · ${code}`);
    const made: ReadingToken = { stream: id, by: maker.id, epoch: maker.epoch, at: this.lived(), entry };
    this.store.set(keyOf(token), JSON.stringify(made));
    return token;
  }

  /** Null for one that is not known, is too old, was closed, or whose maker is out or has another role since. */
  holder(token: string): TokenHolder | null {
    const stored = this.store.get(keyOf(token));
    if (stored === null) return null;
    const { stream, by, epoch, at, entry } = JSON.parse(stored) as ReadingToken;
    const maker = this.accounts.of({ account: { id: by, epoch, at, entry } });
    return maker && { maker, stream, entry };
  }
}
