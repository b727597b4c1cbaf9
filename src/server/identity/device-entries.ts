/**
 * Sign-ins of an account by device, so that each can be listed and ended; ending one also ends copies of its cookie.
 */
import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import type { Store } from '../../../db/open';
import { entries } from '../../../db/schema';
import type { Identity } from './session-cookie';

/** `device` is the browser's own description; `at` and `endedAt` in epoch ms. */
export type DeviceEntry = typeof entries.$inferSelect;
type InCookie = NonNullable<Identity['account']>;

/** The id of a sign-in. Cookies from before sign-ins had an id are known by their time. */
export const entryOf = (account: InCookie): string => account.entry ?? `${account.id}.${account.at}`;

/** "Firefox · Linux": enough to recognise one's own device, and no more. */
function deviceName(userAgent: string | undefined): string {
  const ua = userAgent ?? '';
  const browser = /Edg\//.test(ua)
    ? 'Edge'
    : /Firefox\//.test(ua)
      ? 'Firefox'
      : /(Chrome|CriOS)\//.test(ua)
        ? 'Chrome'
        : /Safari\//.test(ua)
          ? 'Safari'
          : '';
  const system = /Android/.test(ua)
    ? 'Android'
    : /iPhone|iPad/.test(ua)
      ? 'iOS'
      : /Windows/.test(ua)
        ? 'Windows'
        : /Mac OS/.test(ua)
          ? 'macOS'
          : /Linux/.test(ua)
            ? 'Linux'
            : '';
  return [browser, system].filter(Boolean).join(' · ');
}

export class DeviceEntries {
  constructor(
    private readonly store: Store,
    private readonly lived: () => number,
  ) {}

  /** Records a sign-in and returns the id for its cookie. */
  open(account: string, userAgent: string | undefined): string {
    const id = randomBytes(12).toString('base64url');
    const row = { id, account, device: deviceName(userAgent), at: this.lived(), endedAt: null };
    this.store.insert(entries).values(row).run();
    return id;
  }

  ended(account: InCookie): boolean {
    const row = this.store
      .select()
      .from(entries)
      .where(eq(entries.id, entryOf(account)))
      .get();
    return row !== undefined && row.endedAt !== null;
  }

  /** Also for a cookie from before sign-ins had an id: from now on its copies are invalid. */
  end(account: string, id: string): void {
    const endedAt = this.lived();
    this.store
      .insert(entries)
      .values({ id, account, device: '', at: endedAt, endedAt })
      .onConflictDoUpdate({ target: entries.id, set: { endedAt }, setWhere: eq(entries.account, account) })
      .run();
  }

  /** `but`: the sign-in that stays. */
  endAll(account: string, but = ''): void {
    this.store
      .update(entries)
      .set({ endedAt: this.lived() })
      .where(and(eq(entries.account, account), isNull(entries.endedAt), ne(entries.id, but)))
      .run();
  }

  /** The valid sign-ins of an account, newest first. */
  standing(account: string, since: number): DeviceEntry[] {
    return this.store
      .select()
      .from(entries)
      .where(and(eq(entries.account, account), isNull(entries.endedAt)))
      .all()
      .filter((e) => e.at > since)
      .sort((a, b) => b.at - a.at);
  }

  /** Deletes sign-ins so old that no cookie of theirs is accepted any more. */
  forget(before: number): void {
    this.store.delete(entries).where(lt(entries.at, before)).run();
  }
}
