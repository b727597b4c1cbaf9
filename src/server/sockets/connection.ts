/** One device's open connection: its identity, and the streams it listens to. */
import type { Socket } from 'socket.io';
import type { Actor } from '@/domain/deed';
import type { ClientSays, Refused, ServerSays, Surface } from '@/protocol/wire';
import type { Identity } from '../identity/session-cookie';
import type { StreamRow } from '../streams/streams';
import type { Audience } from '../streams/audience-view';

export type Joined = { row: StreamRow; surface: Surface; actor: Actor | null; audience: Audience };
export type ConnectionData = {
  identity: Identity;
  joined: Map<string, Joined>;
  key: string;
  /** When it began, by `performance.now()`. */
  opened: number;
  /** It has sent no message yet. */
  silent: boolean;
  hellos: { last: Promise<void>; waiting: number } | undefined;
};
export type Connection = Socket<ClientSays, ServerSays, Record<string, never>, ConnectionData>;

export const refused = (code: Refused['refused'], detail?: Record<string, unknown>): Refused =>
  detail ? { ok: false, refused: code, detail } : { ok: false, refused: code };
