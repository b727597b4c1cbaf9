'use client';
/** Which topics this phone has already laid before its owner's eyes; it never leaves the device. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { deviceStorage } from '@/client/device-storage';

export function useSeen(code: string): [ReadonlySet<string>, (id: string) => void] {
  const keep = useMemo(() => deviceStorage('cerchi:seen:'), []);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setSeen(new Set((keep.get(code) ?? '').split(' ').filter(Boolean)));
  }, [keep, code]);
  const mark = useCallback(
    (id: string) => {
      const before = (keep.get(code) ?? '').split(' ').filter(Boolean);
      if (!before.includes(id)) keep.set(code, [...before, id].join(' '));
    },
    [keep, code],
  );
  // What was unseen when the board opened stays marked as new until it is opened again.
  return [seen, mark];
}
