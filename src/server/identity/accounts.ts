/** Accounts of the office and helpers: people join by a one-time link, choose a passphrase, and can be removed. */
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import type { Role } from '@/domain/words';
import type { Store } from '../../../db/open';
import { accounts, audit, links } from '../../../db/schema';
import { DeviceEntries } from './device-entries';
import { hashed, verified } from './passphrases';
import type { Identity } from './session-cookie';

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
const UNBOUND: Bounds = { scope: null, endsAt: null };

/** Lifetime of an invitation, or of a link for another passphrase. */
export const KEY_HOURS = 72;
const HOUR = 3_600_000;
/** After this time people must enter their passphrase again. */
export const ENTRY_LASTS = 30 * 24 * HOUR;
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

export class Accounts {
  readonly entries: DeviceEntries;

  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
    /**
     * Decides when links and sign-ins expire. It must not jump (trusted-clock.ts), or a wrong date would sign everybody
     * out.
     */
    private readonly lived: () => number = clock,
    private readonly check: typeof verified = verified,
  ) {
    this.entries = new DeviceEntries(store, lived);
  }

  none(): boolean {
    return !this.store.select({ id: accounts.id }).from(accounts).limit(1).get();
  }

  list(): (Account & { revokedAt: number | null; createdAt: number })[] {
    return this.store.select().from(accounts).all();
  }

  /** Names of the office by account, including removed ones: their acts keep their name. */
  names(): Record<string, string> {
    return Object.fromEntries(this.list().map((a) => [a.id, a.name]));
  }

  /** The account this device is signed in to, if it is still valid. */
  of(identity: Identity): Account | null {
    if (!identity.account || this.lived() - identity.account.at > ENTRY_LASTS) return null;
    const row = this.store.select().from(accounts).where(eq(accounts.id, identity.account.id)).get();
    if (!row || row.revokedAt !== null || row.epoch !== identity.account.epoch) return null;
    if (this.over(row) || this.entries.ended(identity.account)) return null;
    const { id, name, role, epoch, scope, endsAt } = row;
    return { id, name, role, epoch, scope, endsAt };
  }

  /** True if it has expired by either clock: a wrong clock may sign somebody out, and never lets anybody in. */
  private over({ endsAt }: Pick<Account, 'endsAt'>): boolean {
    return endsAt !== null && Math.max(this.clock(), this.lived()) >= endsAt;
  }

  /** A one-time link's token; only its hash is stored. `hours` until it expires. */
  invite(
    purpose: 'setup' | 'invite' | 'reset' | 'completion',
    role: OfficeRole | null,
    target: string | null,
    hours: number,
    bounds: Bounds = UNBOUND,
  ): string {
    const token = randomBytes(24).toString('base64url');
    this.store
      .insert(links)
      .values({
        hash: digest(token),
        purpose,
        role,
        target,
        expiresAt: this.lived() + hours * HOUR,
        ...bounds,
      })
      .run();
    return token;
  }

  /** The data of a link, while it is valid. */
  link(token: string): typeof links.$inferSelect | null {
    const row = this.store
      .select()
      .from(links)
      .where(eq(links.hash, digest(token)))
      .get();
    return row && row.usedAt === null && row.expiresAt > this.lived() ? row : null;
  }

  /** True if a completion link, opened on a device, is still valid there. `hash`: as stored. */
  completionHolds(hash: string): boolean {
    const row = this.store.select().from(links).where(eq(links.hash, hash)).get();
    return row?.purpose === 'completion' && row.usedAt !== null && row.expiresAt > this.lived();
  }

  /** Uses up a link; false when another request was quicker. */
  use(token: string): boolean {
    const done = this.store
      .update(links)
      .set({ usedAt: this.clock() })
      .where(and(eq(links.hash, digest(token)), isNull(links.usedAt)))
      .run();
    return done.changes === 1;
  }

  /** A one-time link to reset that account's passphrase; the old one is valid until then. */
  resetKey({ id, role }: Pick<Account, 'id' | 'role'>, by: string): string {
    const token = this.invite('reset', role, id, KEY_HOURS);
    this.note(by, 'reset_link', id);
    return `/chiave/${token}`;
  }

  /** Setup links of earlier starts stop working when a new one is printed. */
  expireSetup(): void {
    this.store
      .update(links)
      .set({ usedAt: this.clock() })
      .where(and(eq(links.purpose, 'setup'), isNull(links.usedAt)))
      .run();
  }

  /** Null when the name is taken. */
  async create(
    name: string,
    role: OfficeRole,
    passphrase: string,
    bounds: Bounds = UNBOUND,
  ): Promise<Account | null> {
    const kept = await hashed(passphrase);
    if (this.named(name)) return null;
    const id = `acc_${nanoid(12)}`;
    this.store
      .insert(accounts)
      .values({ id, name, role, passphrase: kept, createdAt: this.clock(), ...bounds })
      .run();
    this.note(id, 'account_created', role);
    return { id, name, role, epoch: 1, ...bounds };
  }

  async setPassphrase(id: string, passphrase: string): Promise<void> {
    const kept = await hashed(passphrase);
    this.store.update(accounts).set({ passphrase: kept }).where(eq(accounts.id, id)).run();
    this.signOutEverywhere(id);
    this.note(id, 'passphrase_changed', id);
  }

  isNamed(id: string | null, name: string): boolean {
    const row = id && this.store.select().from(accounts).where(eq(accounts.id, id)).get();
    return row ? row.name.toLowerCase() === name.toLowerCase() : false;
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

  private named(name: string): typeof accounts.$inferSelect | undefined {
    return this.store.select().from(accounts).where(eq(accounts.name, name)).get();
  }

  /** Signs every device of this account out; `but` names the sign-in that is given a new cookie. */
  signOutEverywhere(id: string, but?: string): void {
    this.entries.endAll(id, but);
    const row = this.store.select().from(accounts).where(eq(accounts.id, id)).get();
    if (row)
      this.store
        .update(accounts)
        .set({ epoch: row.epoch + 1 })
        .where(eq(accounts.id, id))
        .run();
  }

  revoke(id: string, by: string): void {
    this.store.update(accounts).set({ revokedAt: this.clock() }).where(eq(accounts.id, id)).run();
    this.signOutEverywhere(id);
    this.note(by, 'account_revoked', id);
  }

  changeRole(id: string, role: OfficeRole, by: string): void {
    this.store.update(accounts).set({ role }).where(eq(accounts.id, id)).run();
    this.note(by, 'role_changed', `${id} ${role}`);
  }

  /** Adds one line to the audit trail that the owner reads. */
  note(who: string, what: string, about: string): void {
    this.store.insert(audit).values({ at: this.clock(), who, what, about }).run();
  }

  /** Deletes old refused sign-ins (which hold a mistyped name, perhaps a passphrase) and used links. */
  forget(before: number): void {
    this.store
      .delete(audit)
      .where(and(eq(audit.what, 'sign_in_refused'), lt(audit.at, before)))
      .run();
    this.store.delete(links).where(lt(links.expiresAt, before)).run();
    this.entries.forget(Math.min(before, this.lived() - 2 * ENTRY_LASTS));
  }

  trail(): (typeof audit.$inferSelect)[] {
    return this.store.select().from(audit).all();
  }
}
