/** Keeps the part one stands in within sight, in a row of parts that is wider than the screen. */
import { type RefObject, useEffect, useRef } from 'react';

/** For the row that scrolls. `here` names the part, so that the row follows when it changes. */
export function useInSight<E extends HTMLElement>(here: string): RefObject<E | null> {
  const row = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which part is current is read from the page
  useEffect(() => {
    const part = row.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (!part || !row.current) return;
    // Again when its letters have come, or the screen was turned.
    const follow = new ResizeObserver(() => {
      // Only this row is moved: to bring it into view would move the page, too.
      if (row.current)
        row.current.scrollLeft = part.offsetLeft - (row.current.clientWidth - part.offsetWidth) / 2;
    });
    follow.observe(part);
    follow.observe(row.current);
    return () => follow.disconnect();
  }, [here]);
  return row;
}
