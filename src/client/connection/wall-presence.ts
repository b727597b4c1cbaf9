'use client';
/** Walls report to the server that they are open; desks see which are, and can test their sound or rename them. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import {
  type OpenWall,
  type WallOrder,
  type WallReport,
  WALLS,
  type WallsHear,
  type WallsSay,
} from '@/protocol/walls';

type WallSocket = Socket<WallsSay, WallsHear>;
// A connection of its own: the replica drops and renews its own as it needs.
const connect = (): WallSocket =>
  io(WALLS, { path: '/filo', transports: ['websocket', 'polling'], tryAllTransports: true, forceNew: true });

/** `report` is sent at once and whenever it changes. Returns this wall's number among those open, or null. */
export function useWallPresence(
  report: WallReport,
  onOrder: (order: WallOrder['order']) => void,
): number | null {
  const [number, setNumber] = useState<number | null>(null);
  const line = useRef<WallSocket | null>(null);
  const last = useRef({ report, onOrder });
  last.current = { report, onOrder };
  const text = JSON.stringify(report);
  const tell = useCallback(() => {
    line.current?.emit('report', last.current.report, (answer) => answer.ok && setNumber(answer.number));
  }, []);
  useEffect(() => {
    const opened = connect();
    line.current = opened;
    opened.on('connect', tell);
    opened.on('order', (order) => last.current.onOrder(order));
    return () => {
      line.current = null;
      opened.disconnect();
    };
  }, [tell]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again when what is said changes
  useEffect(() => {
    if (line.current?.connected) tell();
  }, [text, tell]);
  return number;
}

/** The walls open now, null while unknown; and a function to ask something of one (`null`: of all). */
export function useOpenWalls(
  code: string,
): [OpenWall[] | null, (wall: string | null, order: WallOrder['order']) => void] {
  const [walls, setWalls] = useState<OpenWall[] | null>(null);
  const line = useRef<WallSocket | null>(null);
  useEffect(() => {
    const opened = connect();
    line.current = opened;
    opened.on('connect', () =>
      opened.emit('watch', { code }, (answer) => setWalls(answer.ok ? answer.walls : null)),
    );
    opened.on('disconnect', () => setWalls(null));
    opened.on('walls', setWalls);
    return () => {
      line.current = null;
      opened.disconnect();
    };
  }, [code]);
  const ask = useCallback(
    (wall: string | null, order: WallOrder['order']) =>
      void line.current?.emit('order', { code, wall, order }, () => {}),
    [code],
  );
  return [walls, ask];
}
