'use client';
/** Only what arrives moves: what was there when the page came stands still, and a slow phone has no time to move it. */
import { useEffect, useState } from 'react';

let alive = false;

/** Whether this was first drawn on a page already alive. */
export function useArriving(): boolean {
  const [arriving] = useState(() => alive);
  useEffect(() => {
    alive = true;
  }, []);
  return arriving;
}
