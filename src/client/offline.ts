'use client';
/** Prefetches for offline use: the other screens, and over HTTPS or on this machine the pages themselves. */
import { useEffect } from 'react';
import { retryImport } from './retry-import';

/** Not while the whole hall opens the page at once. */
const LATER = 3000;
const SPREAD = 7000;

/** Runs `fetchRest` to get what the page would otherwise load on demand, and caches the pages of a gathering. */
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

/**
 * From now on the page opens without a network. On plain HTTP there is no service worker, and the page works without
 * it.
 */
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
