'use client';
/** What does not fit turns pages by itself: the wall never scrolls and nobody has to touch it. */
import { useEffect, useState } from 'react';

/** `everyMs` between pages; the number of pages may change while they turn. */
export function usePages<T>(
  items: readonly T[],
  perPage: number,
  everyMs = 10_000,
): { shown: T[]; page: number; of: number } {
  const of = Math.max(1, Math.ceil(items.length / perPage));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (of < 2) return;
    const timer = setInterval(() => setTurn((t) => t + 1), everyMs);
    return () => clearInterval(timer);
  }, [of, everyMs]);
  const page = turn % of;
  return { shown: items.slice(page * perPage, (page + 1) * perPage), page: page + 1, of };
}
