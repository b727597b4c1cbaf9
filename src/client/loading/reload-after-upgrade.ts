/** Reloads the page when the server answers but lacks the parts this page asks for: it was upgraded meanwhile. */
import { onlyHere } from '../storage/device-storage';

/** Minimum time between two such reloads, in milliseconds: a page that still lacks its parts has another fault. */
const SELDOM = 60_000;

/**
 * Written text is on the device and is sent from the next page. If the device had no room for it, the page is
 * not reloaded.
 */
export async function reloadAfterUpgrade(): Promise<void> {
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (onlyHere() || (came?.type === 'reload' && performance.now() < SELDOM)) return;
  const reached = await fetch('/healthz', { cache: 'no-store' }).then(
    (r) => r.ok,
    () => false,
  );
  if (reached && !onlyHere()) location.reload();
}
