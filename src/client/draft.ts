'use client';
/** Drafts: what is being typed stays on the device until it is sent or thrown away. */
import { useEffect, useMemo, useState } from 'react';
import { deviceStorage, storageFull } from './device-storage';

/** `key` names the field for good, e.g. `PROVA:note:session-1`. */
export function useDraft(key: string, first = ''): [string, (text: string) => void, () => void] {
  const keep = useMemo(() => deviceStorage('cerchi:draft:'), []);
  const [text, setText] = useState(first);
  useEffect(() => {
    const kept = keep.get(key);
    if (kept !== null) setText(kept);
  }, [keep, key]);
  const change = (next: string) => {
    setText(next);
    if (next === '' || next === first) drop();
    else storageFull.mark(key, keep.set(key, next));
  };
  const drop = () => {
    keep.remove(key);
    storageFull.mark(key, true);
  };
  const forget = () => {
    setText(first);
    drop();
  };
  return [text, change, forget];
}
