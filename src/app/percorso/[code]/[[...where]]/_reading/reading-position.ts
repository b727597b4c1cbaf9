'use client';
/** The reader's position: all sources, their reading state, the filters; all of it in the address. */
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { deviceStorage } from '@/client/storage/device-storage';
import { usePath, usePathShown, useSources } from '@/client/hooks/path-provider';
import { type Read, reads, type Sought } from '@/domain/programming/reading-queue';
import { type Said, saidOnPaper } from '@/domain/programming/source-text';
import type { Path } from '@/domain/programming/state';

/** In the order of the path: phase by phase, and within each in the order of writing. */
export function useAllSaid(): { said: Said[]; ready: boolean } {
  const path = usePath();
  const { said, ready } = useSources();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of the path changes with every coding
  const all = useMemo(() => {
    const order = (s: Said) => (s.phase ? (path.phases[s.phase]?.order ?? 999) : 999);
    return [...said, ...saidOnPaper(path)].sort((a, b) => order(a) - order(b));
  }, [said, path.id, path.papers, path.meetings, path.phases]);
  return { said: all, ready };
}

const keep = () => deviceStorage('cerchi:reading:');
const listeners = new Set<() => void>();
/** A setting of this device, such as reading as the second reader. */
export function useHabit(name: string, first: boolean): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => keep().get(name) ?? String(first),
    () => String(first),
  );
  const change = useCallback(
    (next: boolean) => {
      keep().set(name, String(next));
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [on === 'true', change];
}

/** True if this device reads as the second reader on this path. */
export const useSecond = (): [boolean, (on: boolean) => void] =>
  useHabit(`${usePathShown((s) => s.view.id)}:second`, false);

export function useReads(path: Path, second: boolean): (ref: string) => Read {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the path are read
  return useMemo(() => reads(path, second), [path.codings, path.readings, path.codes, second]);
}

/** The query parameter of each filter. */
const NAMES = {
  words: 'cerca',
  state: 'stato',
  gathering: 'incontro',
  phase: 'fase',
  kind: 'fonte',
  voice: 'tipo',
  sector: 'ambito',
  strand: 'filone',
  topic: 'tema',
  slot: 'turno',
  code: 'voce',
  by: 'chi',
} as const satisfies Partial<Record<keyof Sought, string>>;
export type ReadingFilter = keyof typeof NAMES;
export const FILTERS = Object.keys(NAMES) as ReadingFilter[];

export function useWhere(code: string) {
  const [pathname = '', text = ''] = useAddress().split('?', 2);
  const rest = pathname.split('/').slice(4).filter(Boolean);
  const sought = useMemo(() => {
    const params = new URLSearchParams(text);
    const found: Record<string, string> = {};
    for (const filter of FILTERS) {
      const value = params.get(NAMES[filter]);
      if (value) found[filter] = value;
    }
    return { ...found, ...(params.has('stella') ? { star: true } : {}) } as Sought;
  }, [text]);
  const address = useCallback(
    (ref: string | null, next: Sought = sought, page = 1) => {
      const params = new URLSearchParams();
      for (const filter of FILTERS) if (next[filter]) params.set(NAMES[filter], next[filter]);
      if (next.star) params.set('stella', '1');
      if (page > 1) params.set('pagina', String(page));
      const tail = params.toString();
      return `/percorso/${code}/raccolta${ref ? `/${ref}` : ''}${tail ? `?${tail}` : ''}`;
    },
    [code, sought],
  );
  return {
    ref: rest.length === 3 ? rest.join('/') : null,
    page: Math.max(1, Number(new URLSearchParams(text).get('pagina')) || 1),
    sought,
    address,
  };
}

/** The address that was walked to last, until the router has followed. */
let ahead: string | null = null;
const walkers = new Set<() => void>();
const followWalk = (listener: () => void) => {
  walkers.add(listener);
  return () => void walkers.delete(listener);
};
/** Of no use once the browser is somewhere else. */
const walkedTo = (): string | null =>
  ahead !== null && ahead === window.location.pathname + window.location.search ? ahead : null;

/**
 * The address of this page. The router follows a walk only when it has time for it: a key pressed meanwhile would act on the
 * text before. So a walk is drawn at once.
 */
function useAddress(): string {
  const pathname = usePathname() ?? '';
  const query = useSearchParams()?.toString() ?? '';
  const router = query ? `${pathname}?${query}` : pathname;
  const walked = useSyncExternalStore(followWalk, walkedTo, () => null);
  useLayoutEffect(() => {
    if (ahead === router) ahead = null;
  }, [router]);
  return walked ?? router;
}

/** Moves by changing the address alone, without fetching the page again. */
export function walkTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  ahead = address;
  for (const walker of walkers) walker();
}
