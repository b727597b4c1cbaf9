/** Accounts of the office and helpers: people join by a one-time link, choose a passphrase, and can be removed. */
import { createHash, randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { Role } from '@/domain/words';
import type { AccountRecord, AuditRecord, LinkRecord, Store } from '../database/store';
import { DeviceEntries } from './device-entries';
import { hashed, verified } from './passphrases';
import type { Identity } from './session-cookie';
import { ReadingTokens } from './reading-tokens';
import { Totems } from './totems';

export type OfficeRole = Exclude<Role, 'participant'>;
/** `scope`: the id of the one gathering or path it is for; null for the whole installation. `endsAt` in epoch ms. */
export type Account = {
  id: string;
  name: string;
  role: OfficeRole;
  epoch: number;
  scope: string | null;
  endsAt: number | null;
};
/** The scope and end that an invitation gives to its account. */
export type Bounds = Pick<Account, 'scope' | 'endsAt'>;
export const UNBOUND: Bounds = { scope: null, endsAt: null };

/** Lifetime of an invitation, or of a link for another passphrase. */
export const KEY_HOURS = 72;
const HOUR = 3_600_000;
/** After this time people must enter their passphrase again. */
export const ENTRY_LASTS = 30 * 24 * HOUR;
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** Two names that give the same are one person's: a phone writes the first letter of a name as a capital, or does not. */
export const foldedName = (name: string): string => name.toLowerCase().normalize('NFC');
/** The account that made a link, by the link's hash. */
const MADE = 'link:';

export class Accounts {
  readonly entries: DeviceEntries;
  readonly totems: Totems;
  readonly readingTokens: ReadingTokens;

  constructor(
    private readonly store: Pick<Store, 'accounts' | 'audit' | 'settings'>,
    private readonly clock: () => number,
    /**
     * Decides when links and sign-ins expire. It must not jump (trusted-clock.ts), or a wrong date would sign everybody
     * out.
     */
    private readonly lived: () => number = clock,
    private readonly check: typeof verified = verified,
  ) {
    this.entries = new DeviceEntries(store.accounts, lived);
    this.totems = new Totems(this, store.settings, lived);
    this.readingTokens = new ReadingTokens(this, store.settings, lived);
  }

  none(): boolean {
    return !this.store.accounts.any();
  }

  list(): (Account & { revokedAt: number | null; createdAt: number })[] {
    return this.store.accounts.all();
  }

  /** Names of the office by account, including removed ones: their acts keep their name. */
  names(): Record<string, string> {
    return Object.fromEntries(this.list().map((a) => [a.id, a.name]));
  }

  /** The account this device is signed in to, if it is still valid. */
  of(identity: Pick<Identity, 'account'>): Account | null {
    if (!identity.account || this.lived() - identity.account.at > ENTRY_LASTS) return null;
    const row = this.store.accounts.byId(identity.account.id);
    if (!row || row.revokedAt !== null || row.epoch !== identity.account.epoch) return null;
    if (this.over(row) || this.entries.ended(identity.account)) return null;
    const { id, name, role, epoch, scope, endsAt } = row;
    return { id, name, role, epoch, scope, endsAt };
  }

  /** True for a device whose sign-in, or the one its totem stands by, is no longer valid. */
  hasEnded(identity: Pick<Identity, 'account' | 'totem'>): boolean {
    if (identity.account !== null && this.of(identity) === null) return true;
    return identity.totem !== null && !this.totems.holds(identity.totem);
  }

  /** True if it has expired by either clock: a wrong clock may sign somebody out, and never lets anybody in. */
  private over({ endsAt }: Pick<Account, 'endsAt'>): boolean {
    return endsAt !== null && Math.max(this.clock(), this.lived()) >= endsAt;
  }

  /** A one-time link's token; only its hash is stored. `hours` until it expires; `by`: the account that makes it. */
  invite(
    purpose: 'setup' | 'invite' | 'reset' | 'completion',
    role: OfficeRole | null,
    target: string | null,
    hours: number,
    bounds: Bounds = UNBOUND,
    by: string | null = null,
  ): string {
    const token = randomBytes(24).toString('base64url');
    const expiresAt = this.lived() + hours * HOUR;
    const hash = digest(token);
    if (by !== null) this.store.settings.set(MADE + hash, by);
    this.store.accounts.addLink({ hash, purpose, role, target, expiresAt, ...bounds });
    return token;
  }

  /** The data of a link, while it is valid. */
  link(token: string): LinkRecord | null {
    const row = this.store.accounts.link(digest(token));
    if (!row || row.usedAt !== null || row.expiresAt <= this.lived()) return null;
    const maker = this.makerOf(row.hash);
    // Nobody is let in by an account that is out itself. A report may still be completed after its maker's end.
    const out = maker && (maker.revokedAt !== null || (row.purpose !== 'completion' && this.over(maker)));
    return out ? null : row;
  }

  private makerOf(hash: string): AccountRecord | null {
    const by = this.store.settings.get(MADE + hash);
    return by === null ? null : this.store.accounts.byId(by);
  }

  /** Uses up what this account has made and nobody has opened: whoever made it may not be who they were. */
  private endLinksOf(id: string): void {
    for (const { key, value } of this.store.settings.startingWith(MADE))
      if (value === id) this.store.accounts.spendLink(key.slice(MADE.length), this.clock());
  }

  /** True if a completion link, opened on a device, is still valid there. `hash`: as stored. */
  completionHolds(hash: string): boolean {
    const row = this.store.accounts.link(hash);
    if (row?.purpose !== 'completion' || row.usedAt === null || row.expiresAt <= this.lived()) return false;
    return (this.makerOf(hash)?.revokedAt ?? null) === null;
  }

  /** Uses up a link; false when another request was quicker. */
  use(token: string): boolean {
    return this.store.accounts.spendLink(digest(token), this.clock());
  }

  /** A one-time link to reset that account's passphrase; the old one is valid until then. */
  resetKey({ id, role }: Pick<Account, 'id' | 'role'>, by: string): string {
    const token = this.invite('reset', role, id, KEY_HOURS, UNBOUND, by);
    this.note(by, 'reset_link', id);
    return `/chiave/${token}`;
  }

  /** Setup links of earlier starts stop working when a new one is printed. */
  expireSetup(): void {
    this.store.accounts.spendLinks('setup', this.clock());
  }

  /** Null when the name is taken, also in other capital letters. */
  async create(
    name: string,
    role: OfficeRole,
    passphrase: string,
    bounds: Bounds = UNBOUND,
  ): Promise<Account | null> {
    const kept = await hashed(passphrase);
    if (this.named(name)) return null;
    const id = `acc_${nanoid(12)}`;
    this.store.accounts.add({ id, name, role, passphrase: kept, createdAt: this.clock(), ...bounds });
    this.note(id, 'account_created', role);
    return { id, name, role, epoch: 1, ...bounds };
  }

  async setPassphrase(id: string, passphrase: string): Promise<void> {
    const kept = await hashed(passphrase);
    this.store.accounts.change(id, { passphrase: kept });
    this.endLinksOf(id);
    this.signOutEverywhere(id);
    this.note(id, 'passphrase_changed', id);
  }

  isNamed(id: string | null, name: string): boolean {
    const row = id && this.store.accounts.byId(id);
    return row ? foldedName(row.name) === foldedName(name) : false;
  }

  /** An unknown name takes as long as a wrong passphrase. */
  async signIn(name: string, passphrase: string): Promise<Account | null> {
    const row = this.named(name);
    const right = await this.check(row?.passphrase ?? null, passphrase);
    if (!row || !right || row.revokedAt !== null || this.over(row)) {
      this.note(name.slice(0, 60), 'sign_in_refused', '');
      return null;
    }
    this.note(row.id, 'signed_in', row.role);
    const { id, role, epoch, scope, endsAt } = row;
    return { id, name: row.name, role, epoch, scope, endsAt };
  }

  /** As it is written; otherwise the only one that differs from it in capital letters alone. */
  private named(name: string): AccountRecord | null {
    const exact = this.store.accounts.byName(name);
    if (exact) return exact;
    // Older houses may have an Anna beside an anna.
    const [one, other] = this.store.accounts.all().filter((row) => foldedName(row.name) === foldedName(name));
    return one && !other ? one : null;
  }

  /** Signs every device of this account out; `but` names the sign-in that is given a new cookie. */
  signOutEverywhere(id: string, but?: string): void {
    this.entries.endAll(id, but);
    const row = this.store.accounts.byId(id);
    if (row) this.store.accounts.change(id, { epoch: row.epoch + 1 });
  }

  revoke(id: string, by: string): void {
    this.store.accounts.change(id, { revokedAt: this.clock() });
    this.endLinksOf(id);
    this.signOutEverywhere(id);
    this.note(by, 'account_revoked', id);
  }

  changeRole(id: string, role: OfficeRole, by: string): void {
    this.store.accounts.change(id, { role });
    this.endLinksOf(id);
    this.note(by, 'role_changed', `${id} ${role}`);
  }

  /** Adds one line to the audit trail that the owner reads. */
  note(who: string, what: string, about: string): void {
    this.store.audit.add({ at: this.clock(), who, what, about });
  }

  /** Deletes old refused sign-ins (which hold a mistyped name, perhaps a passphrase), links, and their makers. */
  forget(before: number): void {
    this.store.audit.drop('sign_in_refused', before);
    this.store.accounts.dropLinks(before);
    for (const { key } of this.store.settings.startingWith(MADE))
      if (this.store.accounts.link(key.slice(MADE.length)) === null) this.store.settings.remove(key);
    this.entries.forget(Math.min(before, this.lived() - 2 * ENTRY_LASTS));
    this.totems.forget();
  }

  trail(): AuditRecord[] {
    return this.store.audit.all();
  }
}
