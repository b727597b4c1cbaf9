'use client';
/** What does not fit turns pages by itself: the wall never scrolls and nobody has to touch it. */
import { useEffect, useState } from 'react';

type Turning = {
  /** Between pages. */
  everyMs?: number;
  /** What stands first: when something new comes there, the first page comes back, so that it is seen to arrive. */
  first?: string | undefined;
};

/** The number of pages may change while they turn. */
export function usePages<T>(
  items: readonly T[],
  perPage: number,
  { everyMs = 10_000, first }: Turning = {},
): { shown: T[]; page: number; of: number } {
  const of = Math.max(1, Math.ceil(items.length / perPage));
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState(first);
  if (first !== seen) {
    setSeen(first);
    setTurn(0);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has just arrived has a whole turn to be read
  useEffect(() => {
    if (of < 2) return;
    const timer = setInterval(() => setTurn((t) => t + 1), everyMs);
    return () => clearInterval(timer);
  }, [of, everyMs, first]);
  const page = turn % of;
  return { shown: items.slice(page * perPage, (page + 1) * perPage), page: page + 1, of };
}
