/**
 * Decides the identity with which a device speaks to a stream, from its cookie and surface: at each hello and again at
 * each command.
 */
import type { Actor } from '@/domain/deed';
import type { Refused, Surface } from '@/protocol/wire';
import type { Account, Accounts } from './accounts';
import type { Identity } from './session-cookie';
import type { Audience } from '../streams/audience-view';
import type { Streams, StreamRow } from '../streams/streams';

export type Authorization = { actor: Actor | null; audience: Audience; label: string | null };

/**
 * True if an account may work in a stream: one for a gathering in that alone, one for a path also in the path's
 * gatherings.
 */
export function reaches(streams: Streams, { scope }: Pick<Account, 'scope'>, row: StreamRow): boolean {
  if (scope === null || scope === row.id) return true;
  const path = streams.index.byId(scope);
  if (path?.kind !== 'path' || row.kind !== 'gathering') return false;
  if (row.path === path.id) return true;
  const { meetings } = streams.path(path).whole();
  return !row.rehearsal && Object.values(meetings).some((m) => !m.removed && m.gathering === row.id);
}

/**
 * The cookie names an identity; the database knows if it is still valid: the seat may be erased, the account revoked.
 */
export function authorize(
  streams: Streams,
  accounts: Accounts,
  row: StreamRow,
  surface: Surface,
  identity: Identity,
): Authorization | Refused {
  if (surface === 'desk' || surface === 'kiosk') {
    const account = accounts.of(identity);
    if (!account) return { ok: false, refused: 'not_signed_in' };
    if (!reaches(streams, account, row)) return { ok: false, refused: 'not_allowed' };
    if (row.kind === 'path' && account.role === 'helper') return { ok: false, refused: 'not_allowed' };
    const role = surface === 'kiosk' ? 'helper' : account.role;
    return { actor: { id: account.id, role, seat: null }, audience: 'staff', label: account.name };
  }
  if (row.kind === 'path') return { ok: false, refused: 'not_allowed' };
  const seated = surface === 'phone' && accounts.totems.keepsSeat(identity, row.id);
  const held = seated ? identity.seats[row.id] : undefined;
  const opened = surface === 'phone' ? identity.completes[row.id] : undefined;
  const completes = opened && accounts.completionHolds(opened.link) ? { completes: opened.topic } : {};
  if (!held || !streams.seats.holds(row.id, held)) {
    // A completion link is no seat: it writes one report, unsigned.
    const byLink: Actor = {
      id: `link-${opened?.link.slice(0, 20)}`,
      role: 'participant',
      seat: null,
      ...completes,
    };
    return { actor: byLink.completes === undefined ? null : byLink, audience: 'public', label: null };
  }
  const seat = held.id;
  return {
    actor: { id: seat, role: 'participant', seat, ...completes },
    audience: 'public',
    label: streams.seats.label(row.id, seat),
  };
}
