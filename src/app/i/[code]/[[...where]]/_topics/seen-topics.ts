'use client';
/** Topics this phone has already shown; the list never leaves the device. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { deviceStorage } from '@/client/storage/device-storage';

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
  // Topics unseen when the board opened stay marked as new until it is opened again.
  return [seen, mark];
}
