'use client';
/**
 * Prefetches for offline use: the other screens, and over HTTPS or on this machine the pages themselves. Nothing of it begins
 * while somebody types.
 */
import { useEffect } from 'react';
import { typingPause } from '../scheduling/typing-pause';
import { retryImport } from './retry-import';

/** Not while the whole hall opens the page at once. */
const LATER = 3000;
const SPREAD = 7000;

/**
 * Runs `fetchRest` to get what the page would otherwise load on demand, and caches these pages, by their paths. `fetchRest` is
 * given what to await before each part.
 */
export function useOffline(
  pages: readonly string[],
  fetchRest?: (pause: () => Promise<void>) => Promise<unknown>,
): void {
  const paths = pages.join(' ');
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') return;
    const { pause, end } = typingPause();
    const later = () =>
      Promise.resolve(fetchRest && retryImport(() => fetchRest(pause)))
        .then(pause)
        .then(() => keep(paths.split(' ')))
        .catch(() => {})
        .finally(end);
    const timer = setTimeout(later, LATER + Math.random() * SPREAD);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [paths, fetchRest]);
}

/** On plain HTTP there is no service worker, and pages work without it. */
const hasWorker = (): boolean => window.isSecureContext && 'serviceWorker' in navigator;

/**
 * Puts a fetched book where the service worker looks for it when there is no network. False on plain HTTP: there only a file
 * that was saved outlives the network.
 */
export async function keepBook(address: string, answer: Response): Promise<boolean> {
  if (!hasWorker()) return false;
  await navigator.serviceWorker.register('/sw.js');
  await (await caches.open('cerchi-pages')).put(new URL(address, window.location.href).href, answer);
  return true;
}

/** From now on these pages open without a network. */
async function keep(pages: readonly string[]): Promise<void> {
  if (!hasWorker()) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const parts = performance
    .getEntriesByType('resource')
    .map((e) => new URL(e.name))
    .filter((url) => url.origin === window.location.origin)
    .map((url) => url.pathname);
  active?.postMessage({ parts, pages });
}
