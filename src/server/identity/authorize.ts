/** Who a device is in a stream, on the surface it shows: asked when it comes in and again at each command. */
import type { Actor } from '@/domain/deed';
import type { Refused, Surface } from '@/protocol/wire';
import type { Accounts } from './accounts';
import type { Identity } from './session-cookie';
import type { Audience } from '../streams/audience-view';
import type { Streams, StreamRow } from '../streams/streams';

export type Standing = { actor: Actor | null; audience: Audience; label: string | null };

/** The cookie says who it was sealed for; whether that still stands is on disk: an erased place, a revoked account. */
export function authorize(
  streams: Streams,
  accounts: Accounts,
  row: StreamRow,
  surface: Surface,
  identity: Identity,
): Standing | Refused {
  if (surface === 'desk' || surface === 'kiosk') {
    const account = accounts.of(identity);
    if (!account) return { ok: false, refused: 'not_signed_in' };
    if (row.kind === 'path' && account.role === 'helper') return { ok: false, refused: 'not_allowed' };
    const role = surface === 'kiosk' ? 'helper' : account.role;
    return { actor: { id: account.id, role, seat: null }, audience: 'staff', label: account.name };
  }
  if (row.kind === 'path') return { ok: false, refused: 'not_allowed' };
  const seat = surface === 'phone' ? identity.seats[row.id]?.id : undefined;
  const opened = surface === 'phone' ? identity.completes[row.id] : undefined;
  const completes = opened && accounts.completionHolds(opened.link) ? { completes: opened.topic } : {};
  if (!seat || !streams.seats.sits(row.id, seat)) {
    // A link is no seat: it writes one report, in nobody's name.
    const byLink: Actor = {
      id: `link-${opened?.link.slice(0, 20)}`,
      role: 'participant',
      seat: null,
      ...completes,
    };
    return { actor: byLink.completes === undefined ? null : byLink, audience: 'public', label: null };
  }
  return {
    actor: { id: seat, role: 'participant', seat, ...completes },
    audience: 'public',
    label: streams.seats.label(row.id, seat),
  };
}
