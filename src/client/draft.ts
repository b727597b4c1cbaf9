'use client';
/** Drafts: what is being typed stays on the device until it is sent or thrown away. */
import { useEffect, useMemo, useState } from 'react';
import { deviceKeep } from './keep';

/** `key` names the field for good, e.g. `PROVA:note:session-1`. */
export function useDraft(key: string, first = ''): [string, (text: string) => void, () => void] {
  const keep = useMemo(() => deviceKeep('cerchi:draft:'), []);
  const [text, setText] = useState(first);
  useEffect(() => {
    const kept = keep.get(key);
    if (kept !== null) setText(kept);
  }, [keep, key]);
  const change = (next: string) => {
    setText(next);
    if (next === '' || next === first) keep.remove(key);
    else keep.set(key, next);
  };
  const forget = () => {
    setText(first);
    keep.remove(key);
  };
  return [text, change, forget];
}
