'use client';
/**
 * Moves between the planners' pages by changing the address alone: all of them are drawn from the path on this device, so that
 * they open at once and without a network.
 */
import { usePathname } from 'next/navigation';
import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { onDialogEntry } from '@/ui/close-on-back';

/** The next page is a new one, shown from its top; a page the person goes back to keeps its position. */
let walked = false;

const pageOf = (address: string): string => address.split('?', 1)[0] ?? '';

export function goTo(address: string): void {
  const { pathname, search } = window.location;
  if (address === pathname + search) {
    window.scrollTo(0, 0);
    return;
  }
  walked = pageOf(address) !== pathname;
  // From a dialog, the next address replaces the dialog's history entry, so that Back does not find an empty one.
  if (onDialogEntry()) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
}

/** The parts of this page's address after the path's code. */
export const useRest = (): string[] =>
  (usePathname() ?? '').split('/').slice(3).filter(Boolean).map(decodeURIComponent);

/** Opens links to pages of this path without leaving the page; any other link, and any key held with it, is the browser's. */
export function useOwnLinks(code: string): void {
  useEffect(() => {
    const own = `/percorso/${code}`.toUpperCase();
    const follow = (e: MouseEvent) => {
      if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
      const link = e.target instanceof Element ? e.target.closest('a') : null;
      if (!link?.href || link.target || link.hasAttribute('download')) return;
      const to = new URL(link.href);
      if (to.origin !== window.location.origin || to.hash) return;
      if (!`${to.pathname}/`.toUpperCase().startsWith(`${own}/`)) return;
      e.preventDefault();
      goTo(to.pathname + to.search);
    };
    // After every handler of the page, which may have followed the link in its own way.
    window.addEventListener('click', follow);
    return () => window.removeEventListener('click', follow);
  }, [code]);
}

/** Shows a new page from its top, and tells it to people who do not see it change. */
export function useArrival(main: RefObject<HTMLElement | null>): void {
  const page = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs for every new address
  useLayoutEffect(() => {
    if (!walked) return;
    walked = false;
    window.scrollTo(0, 0);
    // A page that begins in a field of its own keeps it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [page, main]);
}
