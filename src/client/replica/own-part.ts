'use client';
/** Reads the reader's own part of a page that the server draws once for everybody. */
import { useSyncExternalStore } from 'react';
import type { OwnPart } from '@/protocol/own-part';
import { OWN_ELEMENT } from '@/protocol/page-header';

let found: { text: string; own: OwnPart } | null = null;

/** Null on a page that was drawn for its reader alone. */
export function ownPart(): OwnPart | null {
  const text = document.getElementById(OWN_ELEMENT)?.textContent ?? '';
  if (found?.text === text) return found.own;
  try {
    found = { text, own: JSON.parse(text) as OwnPart };
    return found.own;
  } catch {
    return null;
  }
}

const never = () => () => {};

/** The seat's recovery code: as the page was drawn with it, else from the reader's own part. */
export function useRecovery(drawn: string | null): string | null {
  return useSyncExternalStore(
    never,
    () => drawn ?? ownPart()?.recovery ?? null,
    () => drawn,
  );
}
