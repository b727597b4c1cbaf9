'use client';
/** Reads out a value that changes often now and then, not at every change. */
import { useEffect, useRef, useState } from 'react';

/** Time between two sentences, in milliseconds. */
export const DIGEST_MS = 60_000;

/**
 * Empty until the text changes, then the newest text at most once in `everyMs`. The first one waits too: whoever opens
 * the page has just read it there.
 */
export function useDigest(text: string, everyMs = DIGEST_MS): string {
  const [said, say] = useState('');
  const last = useRef({ text, at: Date.now() });
  useEffect(() => {
    if (text === last.current.text) return;
    const left = Math.max(0, last.current.at + everyMs - Date.now());
    const timer = setTimeout(() => {
      last.current = { text, at: Date.now() };
      say(text);
    }, left);
    return () => clearTimeout(timer);
  }, [text, everyMs]);
  return said;
}
