'use client';
/** Prefetches for offline use: the other screens, and over HTTPS or on this machine the pages themselves. */
import { useEffect } from 'react';
import { retryImport } from './retry-import';

/** Not while the whole hall opens the page at once. */
const LATER = 3000;
const SPREAD = 7000;

/** Brings with `fetchRest` what the page would only load when it is opened, and keeps the pages of a gathering for later. */
export function useOffline(code: string, fetchRest: () => Promise<unknown>): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') return;
    const later = () =>
      retryImport(fetchRest)
        .then(() => keep(code))
        .catch(() => {});
    const timer = setTimeout(later, LATER + Math.random() * SPREAD);
    return () => clearTimeout(timer);
  }, [code, fetchRest]);
}

/** Opens with no network at all from now on. On plain HTTP there is no such thing, and nothing lacks. */
async function keep(code: string): Promise<void> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const parts = performance
    .getEntriesByType('resource')
    .map((e) => new URL(e.name))
    .filter((url) => url.origin === window.location.origin)
    .map((url) => url.pathname);
  active?.postMessage({ parts, pages: [`/i/${code}`, `/atti/${code}`] });
}
