/** Keeps the list of walls open in each gathering, in memory only: their names, their sound, what they show. */
import type { Namespace, Socket } from 'socket.io';
import {
  type OpenWall,
  type WallOrder,
  WallOrder as OrderShape,
  WallReport,
  type WallsHear,
  type WallsSay,
  WallWatch,
} from '@/protocol/walls';
import type { Refused } from '@/protocol/wire';
import type { Accounts } from '../identity/accounts';
import { authorize } from '../identity/authorize';
import type { Streams, StreamRow } from '../streams/streams';
import { type ConnectionData, refused } from './connection';
import type { createMessageHandler } from './message-handler';

/**
 * Anybody may open a wall; more than this many at once are not listed. On a device signed in to the office there is always
 * room for one: it takes the place of the newest stranger's.
 */
const WALLS_MAX = 60;
const HOLDERS: readonly string[] = ['facilitator', 'owner'];

/** `office`: on a device that may work at this gathering's desk. */
type ListedWall = OpenWall & { office: boolean };
type WallSocket = Socket<WallsHear, WallsSay, Record<string, never>, ConnectionData>;
export type WallNamespace = Namespace<WallsHear, WallsSay, Record<string, never>, ConnectionData>;

/** Listens on the walls' namespace, whose sockets are already recognised. */
export function createWallPresence(
  io: WallNamespace,
  streams: Streams,
  accounts: Accounts,
  hear: ReturnType<typeof createMessageHandler>,
): void {
  /** By stream, then by socket, in the order in which they came. */
  const open = new Map<string, Map<string, ListedWall>>();
  const desks = (stream: string): string => `${stream}:desks`;
  const list = (stream: string): OpenWall[] =>
    [...(open.get(stream)?.values() ?? [])]
      .sort((a, b) => Number(b.office) - Number(a.office) || a.number - b.number)
      .map(({ office: _, ...wall }) => wall);
  const tell = (stream: string): void => void io.to(desks(stream)).emit('walls', list(stream));

  /** The gathering of this code, if this device may manage it at a desk. */
  function held(socket: WallSocket, code: string, roles?: readonly string[]): StreamRow | Refused {
    const row = streams.index.find(code);
    if (row?.kind !== 'gathering') return refused('unknown_code');
    const entered = authorize(streams, accounts, row, 'desk', socket.data.identity);
    if ('ok' in entered) return entered;
    return roles && !roles.includes(entered.actor?.role ?? '') ? refused('not_allowed') : row;
  }

  async function report(socket: WallSocket, { code, ...told }: WallReport) {
    const row = streams.index.find(code);
    if (row?.kind !== 'gathering') return refused('unknown_code');
    const walls = open.get(row.id) ?? new Map<string, ListedWall>();
    const before = walls.get(socket.id);
    const office = !('ok' in authorize(streams, accounts, row, 'desk', socket.data.identity));
    if (!before && walls.size >= WALLS_MAX) {
      const stranger = [...walls.values()].findLast((w) => !w.office);
      if (!office || !stranger) return refused('hall_full');
      walls.delete(stranger.id);
    }
    const taken = new Set([...walls.values()].map((w) => w.number));
    let number = before?.number ?? 1;
    while (!before && taken.has(number)) number += 1;
    walls.set(socket.id, { ...told, id: socket.id, number, office });
    open.set(row.id, walls);
    if (!before)
      socket.once('disconnect', () => {
        const left = open.get(row.id);
        left?.delete(socket.id);
        if (left?.size === 0) open.delete(row.id);
        tell(row.id);
      });
    tell(row.id);
    return { ok: true as const, number };
  }

  async function watch(socket: WallSocket, { code }: { code: string }) {
    const row = held(socket, code);
    if ('ok' in row) return row;
    await socket.join(desks(row.id));
    return { ok: true as const, walls: list(row.id) };
  }

  async function order(socket: WallSocket, { code, wall, order: what }: WallOrder) {
    const row = held(socket, code, HOLDERS);
    if ('ok' in row) return row;
    for (const { id } of list(row.id)) if (wall === null || wall === id) io.to(id).emit('order', what);
    return { ok: true as const };
  }

  const listeners = {
    report: hear(WallReport, report) as WallsHear['report'],
    watch: hear(WallWatch, watch) as WallsHear['watch'],
    order: hear(OrderShape, order) as WallsHear['order'],
  };
  io.on('connection', (socket) => {
    socket.on('report', listeners.report);
    socket.on('watch', listeners.watch);
    socket.on('order', listeners.order);
  });
}
