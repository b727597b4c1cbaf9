'use client';
/**
 * Animates only elements that arrive later: the page's first content stands still, and a slow phone has no time to
 * animate it.
 */
import { useEffect, useState } from 'react';

let alive = false;

/** True if the element was first drawn on a hydrated page. */
export function useArriving(): boolean {
  const [arriving] = useState(() => alive);
  useEffect(() => {
    alive = true;
  }, []);
  return arriving;
}
