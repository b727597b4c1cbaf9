'use client';
/**
 * Turns pages automatically when the content does not fit: the wall never scrolls, nobody has to touch it, and anybody
 * may hold it still.
 */
import { createContext, useContext, useEffect, useState } from 'react';

type Turning = {
  /** Time between pages, in milliseconds. */
  everyMs?: number;
  /** The first item: when a new one comes there, the first page returns, so that people see it arrive. */
  first?: string | undefined;
};

/** Says if this wall is held still. Each list that moves registers here once, and once that it has stopped. */
export const Stillness = createContext<{ still: boolean; moves: (does: boolean) => void }>({
  still: false,
  moves: () => {},
});

/** Tells the wall that its content moves; returns true if it must hold still. */
export function useMoving(does: boolean): boolean {
  const { still, moves } = useContext(Stillness);
  useEffect(() => {
    if (!does) return;
    moves(true);
    return () => moves(false);
  }, [does, moves]);
  return still;
}

/** The number of pages may change while they turn. */
export function usePages<T>(
  items: readonly T[],
  perPage: number,
  { everyMs = 10_000, first }: Turning = {},
): { shown: T[]; page: number; of: number } {
  const of = Math.max(1, Math.ceil(items.length / perPage));
  const still = useMoving(of > 1);
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState(first);
  if (first !== seen) {
    setSeen(first);
    setTurn(0);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has just arrived has a whole turn to be read
  useEffect(() => {
    if (of < 2 || still) return;
    const timer = setInterval(() => setTurn((t) => t + 1), everyMs);
    return () => clearInterval(timer);
  }, [of, everyMs, first, still]);
  const page = turn % of;
  return { shown: items.slice(page * perPage, (page + 1) * perPage), page: page + 1, of };
}
