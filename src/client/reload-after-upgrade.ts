/** Begins the page anew where the room is reached but has not the parts this page asks for: it was upgraded meanwhile. */
import { onlyHere } from './device-storage';

/** A page that begins anew and still lacks them has another trouble: it does so this seldom, in ms. */
const SELDOM = 60_000;

/** What was written is on the device, and goes from the next page; where the device had no room for it, nothing is done. */
export async function reloadAfterUpgrade(): Promise<void> {
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (onlyHere() || (came?.type === 'reload' && performance.now() < SELDOM)) return;
  const reached = await fetch('/healthz', { cache: 'no-store' }).then(
    (r) => r.ok,
    () => false,
  );
  if (reached && !onlyHere()) location.reload();
}
