/** Keeps the current item visible in a row that is wider than the screen. */
import { type RefObject, useEffect, useRef } from 'react';

/** For the scrolling row. `here` names the current item, so that the row follows when it changes. */
export function useInSight<E extends HTMLElement>(here: string): RefObject<E | null> {
  const row = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which part is current is read from the page
  useEffect(() => {
    const part = row.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (!part || !row.current) return;
    // Again when the fonts have loaded, or the screen was turned.
    const follow = new ResizeObserver(() => {
      // Scrolls only this row: scrollIntoView would move the page, too.
      if (row.current)
        row.current.scrollLeft = part.offsetLeft - (row.current.clientWidth - part.offsetWidth) / 2;
    });
    follow.observe(part);
    follow.observe(row.current);
    return () => follow.disconnect();
  }, [here]);
  return row;
}
