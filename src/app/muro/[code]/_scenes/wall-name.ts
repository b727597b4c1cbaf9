'use client';
/** The name of this wall: from its address, or set from the desk and kept as long as its window. */
import { useCallback, useEffect, useState } from 'react';

const keyOf = (code: string): string => `cerchi:wall:${code}`;

/** A name set from the desk wins over the one in the address. Null until one is known. */
export function useWallName(
  code: string,
  given: string | undefined,
): [string | null, (name: string) => void] {
  const [name, setName] = useState<string | null>(given ?? null);
  useEffect(() => {
    try {
      const kept = sessionStorage.getItem(keyOf(code));
      if (kept) setName(kept);
    } catch {
      // Without storage the desk names it again after a reload.
    }
  }, [code]);
  const rename = useCallback(
    (to: string) => {
      setName(to);
      try {
        sessionStorage.setItem(keyOf(code), to);
      } catch {
        // Without storage the name is lost at a reload.
      }
    },
    [code],
  );
  return [name, rename];
}
