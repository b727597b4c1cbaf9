'use client';
/** Gives the screens of one gathering their store, and the hooks to look at it and to ask. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { AskInput } from '@/domain/deed';
import type { Refusal } from '@/domain/refusal';
import type { Origin } from '@/domain/words';
import type { Surface } from '@/protocol/wire';
import { gatheringStore } from './gathering';
import type { Initial, Shown, Store } from './store';

const Context = createContext<Store<Gathering> | null>(null);

type Props = {
  code: string;
  surface: Surface;
  initial?: Initial<Gathering>;
  origin?: Origin;
  children: ReactNode;
};

export function GatheringProvider({ code, surface, initial, origin, children }: Props) {
  const [store] = useState(() => gatheringStore(code, surface, initial, origin));
  useEffect(() => {
    store.start();
    return () => store.close();
  }, [store]);
  return <Context value={store}>{children}</Context>;
}

export function useStore(): Store<Gathering> {
  const store = useContext(Context);
  if (!store) throw new Error('a screen of a gathering stands outside its provider');
  return store;
}

/** Looks at what is shown; the component is drawn again only when what it selects changes. */
export function useShown<T>(
  select: (shown: Shown<Gathering>) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const store = useStore();
  const last = useRef<{ shown: Shown<Gathering>; select: typeof select; value: T } | null>(null);
  const pick = (shown: Shown<Gathering>): T => {
    const kept = last.current;
    // The question may change while what is shown doesn't, as when one walks from a topic to the next.
    if (kept && kept.shown === shown && kept.select === select) return kept.value;
    const value = select(shown);
    const settled = kept && same(kept.value, value) ? kept.value : value;
    last.current = { shown, select, value: settled };
    return settled;
  };
  return useSyncExternalStore(
    store.subscribe,
    () => pick(store.snapshot()),
    () => pick(store.first),
  );
}

/** The whole view: confirmed plus what this device has asked. */
export const useView = (): Gathering => useShown((s) => s.view);

export type AskExtra = { for?: string; origin?: Origin; saidAt?: number; blind?: boolean };

/** Asks for a deed by its name; the ask is checked against that deed's own shape. */
export function useAsk() {
  const store = useStore();
  return useCallback(
    <K extends keyof GatheringDeeds & string>(
      deed: K,
      ask: AskInput<GatheringDeeds[K]>,
      extra?: AskExtra,
    ): string | Refusal => store.ask(deed, ask, extra),
    [store],
  );
}

/** The server's time as this device knows it, renewed every `everyMs`; null until the page is alive. */
export function useNow(everyMs = 15_000): number | null {
  const store = useStore();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(store.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [store, everyMs]);
  return now;
}

/** A draft that survives reload and a killed tab: [text, change, forget]. */
export { useDraft } from './draft';
