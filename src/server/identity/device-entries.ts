/**
 * Sign-ins of an account by device, so that each can be listed and ended; ending one also ends copies of its cookie.
 */
import { randomBytes } from 'node:crypto';
import type { AccountStore, EntryRecord } from '../database/store';
import type { Identity } from './session-cookie';

/** `device` is the browser's own description; `at` and `endedAt` in epoch ms. */
export type DeviceEntry = EntryRecord;
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
    private readonly store: AccountStore,
    private readonly lived: () => number,
  ) {}

  /** Records a sign-in and returns the id for its cookie. `use`: what the device is left for, shown before its name. */
  open(account: string, userAgent: string | undefined, use = ''): string {
    const id = randomBytes(12).toString('base64url');
    const device = [use, deviceName(userAgent)].filter(Boolean).join(' · ');
    const row = { id, account, device, at: this.lived(), endedAt: null };
    this.store.addEntry(row);
    return id;
  }

  ended(account: InCookie): boolean {
    const row = this.store.entry(entryOf(account));
    return row !== null && row.endedAt !== null;
  }

  /** Also for a cookie from before sign-ins had an id: from now on its copies are invalid. */
  end(account: string, id: string): void {
    this.store.endEntry(account, id, this.lived());
  }

  /** `but`: the sign-in that stays. */
  endAll(account: string, but = ''): void {
    this.store.endEntries(account, this.lived(), but);
  }

  /** The valid sign-ins of an account, newest first. */
  standing(account: string, since: number): DeviceEntry[] {
    return this.store
      .openEntries(account)
      .filter((e) => e.at > since)
      .sort((a, b) => b.at - a.at);
  }

  kept(id: string): boolean {
    return this.store.entry(id) !== null;
  }

  /** Deletes sign-ins so old that no cookie of theirs is accepted any more. */
  forget(before: number): void {
    this.store.dropEntries(before);
  }
}
