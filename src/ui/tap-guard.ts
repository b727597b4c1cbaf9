'use client';
/**
 * Guards a control whose meaning changes on its own or by its own tap: a finger on its way aims at what stood there
 * before, and so does the second tap of two.
 */
import { type MouseEvent, useEffect, useState } from 'react';

/** Time in which a finger still aims at what it saw, in milliseconds. */
export const AIM_MS = 500;

const ignore = (e: MouseEvent) => {
  e.preventDefault();
  e.stopPropagation();
};

/**
 * Properties for the element around the controls, or for the control. For a moment after `meaning` has changed they
 * ignore taps and keys; not when it is first drawn. Two changes that cancel each other out are none.
 */
export function useTapGuard(meaning: string): { className?: string; onClickCapture?: typeof ignore } {
  const [aimed, setAimed] = useState(meaning);
  useEffect(() => {
    if (aimed === meaning) return;
    const timer = setTimeout(() => setAimed(meaning), AIM_MS);
    return () => clearTimeout(timer);
  }, [aimed, meaning]);
  return aimed === meaning ? {} : { className: 'pointer-events-none', onClickCapture: ignore };
}
