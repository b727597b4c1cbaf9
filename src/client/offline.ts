'use client';
/** Over HTTPS or on this machine the app opens with no network too. On plain HTTP there is no such thing, and nothing lacks. */
import { useEffect } from 'react';

/** Not while the whole hall opens the page at once. */
const LATER = 3000;
const SPREAD = 7000;

/** Keeps the pages of a gathering for later. `fetchRest` brings what the page would only load when it is needed. */
export function useOffline(code: string, fetchRest: () => Promise<unknown>): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !window.isSecureContext) return;
    if (!('serviceWorker' in navigator)) return;
    const timer = setTimeout(
      () => void keep(code, fetchRest).catch(() => {}),
      LATER + Math.random() * SPREAD,
    );
    return () => clearTimeout(timer);
  }, [code, fetchRest]);
}

async function keep(code: string, fetchRest: () => Promise<unknown>): Promise<void> {
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  await fetchRest();
  const parts = performance
    .getEntriesByType('resource')
    .map((e) => new URL(e.name))
    .filter((url) => url.origin === window.location.origin)
    .map((url) => url.pathname);
  active?.postMessage({ parts, pages: [`/i/${code}`, `/atti/${code}`] });
}
