'use client';
/** Hooks to look at one stream and to ask of it: the same for the gathering's screens and the planners'. */
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
import type { AskInput, StreamState } from '@/domain/deed';
import type { Refusal } from '@/domain/refusal';
import type { Origin } from '@/domain/words';
import type { Shown, Store } from './store';

export type AskExtra = { for?: string; origin?: Origin; saidAt?: number; blind?: boolean };

type ProviderProps<S extends StreamState> = {
  make: () => Store<S>;
  first?: () => Promise<void>;
  children: ReactNode;
};

/** `hooksFor<Gathering, GatheringDeeds>()`: one context, so that a screen can't ask the wrong stream. */
export function hooksFor<S extends StreamState, D>() {
  const Context = createContext<Store<S> | null>(null);

  /** `first` is what must be here before the store can start; the screens are drawn meanwhile. */
  function StoreProvider({ make, first, children }: ProviderProps<S>) {
    const [store] = useState(make);
    useEffect(() => {
      let here = true;
      if (first) void first().then(() => here && store.start());
      else store.start();
      return () => {
        here = false;
        store.close();
      };
    }, [store, first]);
    return <Context value={store}>{children}</Context>;
  }

  function useStore(): Store<S> {
    const store = useContext(Context);
    if (!store) throw new Error('a screen stands outside the provider of its stream');
    return store;
  }

  /** Looks at what is shown; the component is drawn again only when what it selects changes. */
  function useShown<T>(select: (shown: Shown<S>) => T, same: (a: T, b: T) => boolean = Object.is): T {
    const store = useStore();
    const last = useRef<{ shown: Shown<S>; select: typeof select; value: T } | null>(null);
    const pick = (shown: Shown<S>): T => {
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
  const useView = (): S => useShown((s) => s.view);

  /** Asks for a deed by its name; the ask is checked against that deed's own shape. */
  function useAsk() {
    const store = useStore();
    return useCallback(
      <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>, extra?: AskExtra): string | Refusal =>
        store.ask(deed, ask, extra),
      [store],
    );
  }

  /** Would it be done, as far as this device knows? Never before the page is alive: it was drawn without knowing. */
  function useCan() {
    const store = useStore();
    const alive = useSyncExternalStore(
      store.subscribe,
      () => true,
      () => false,
    );
    useView();
    return <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>): boolean =>
      alive && store.can(deed, ask) === true;
  }

  /** The server's time as this device knows it, renewed every `everyMs`; null until the page is alive. */
  function useNow(everyMs = 15_000): number | null {
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

  return { StoreProvider, useStore, useShown, useView, useAsk, useCan, useNow };
}
