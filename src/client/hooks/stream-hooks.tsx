'use client';
/** Hooks to read one stream and to send commands to it, shared by the gathering's screens and the planners'. */
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
import { yieldToMain } from '../scheduling/yield-to-main';
import type { ViewSnapshot, Replica } from '../replica/replica';

/** For selectors that make a new list each time: true if it holds the same items. */
export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const noChange = () => () => {};

/** False on the server and while the page is hydrated, so that the device first draws what the server drew; then true. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  );

export type AskExtra = { for?: string; origin?: Origin; saidAt?: number; blind?: boolean };

type ProviderProps<S extends StreamState> = {
  make: () => Replica<S>;
  first?: () => Promise<void>;
  children: ReactNode;
};

/** `hooksFor<Gathering, GatheringDeeds>()` makes one context, so that a screen cannot ask the wrong stream. */
export function hooksFor<S extends StreamState, D>() {
  const Context = createContext<Replica<S> | null>(null);

  /**
   * `first` must be resolved before the replica starts. In a browser it begins with the first drawing, so that what it loads
   * is under way while a slow phone hydrates the screens.
   */
  function ReplicaProvider({ make, first, children }: ProviderProps<S>) {
    const [{ replica, loaded }] = useState(() => ({
      replica: make(),
      loaded: typeof window === 'undefined' ? undefined : first?.(),
    }));
    useEffect(() => {
      let here = true;
      if (loaded) void loaded.then(yieldToMain).then(() => here && replica.start());
      else replica.start();
      return () => {
        here = false;
        replica.close();
      };
    }, [replica, loaded]);
    return <Context value={replica}>{children}</Context>;
  }

  function useReplica(): Replica<S> {
    const replica = useContext(Context);
    if (!replica) throw new Error('a screen stands outside the provider of its stream');
    return replica;
  }

  /** Reads the shown state. The component is drawn again only when the selected value changes. */
  function useShown<T>(select: (shown: ViewSnapshot<S>) => T, same: (a: T, b: T) => boolean = Object.is): T {
    const replica = useReplica();
    const last = useRef<{ shown: ViewSnapshot<S>; select: typeof select; value: T } | null>(null);
    const pick = (shown: ViewSnapshot<S>): T => {
      const kept = last.current;
      // The selector may change while the state does not, for instance when the reader goes from one topic to the next.
      if (kept && kept.shown === shown && kept.select === select) return kept.value;
      const value = select(shown);
      const settled = kept && same(kept.value, value) ? kept.value : value;
      last.current = { shown, select, value: settled };
      return settled;
    };
    return useSyncExternalStore(
      replica.subscribe,
      () => pick(replica.snapshot()),
      () => pick(replica.first),
    );
  }

  /** The whole view: the confirmed state plus this device's outbox. */
  const useView = (): S => useShown((s) => s.view);

  /** Sends a command by its name; its data is checked against that deed's own shape. */
  function useAsk() {
    const replica = useReplica();
    return useCallback(
      <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>, extra?: AskExtra): string | Refusal =>
        replica.ask(deed, ask, extra),
      [replica],
    );
  }

  /**
   * True if the command would be accepted, as far as this device knows. Always false before the page is hydrated,
   * because the server drew it without knowing.
   */
  function useCan() {
    const replica = useReplica();
    const alive = useHydrated();
    useView();
    return <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>): boolean =>
      alive && replica.can(deed, ask) === true;
  }

  /** The server's time as this device estimates it, updated every `everyMs`; null until the page is hydrated. */
  function useNow(everyMs = 15_000): number | null {
    const replica = useReplica();
    const [now, setNow] = useState<number | null>(null);
    useEffect(() => {
      let last = 0;
      const tick = () => {
        last = replica.now();
        setNow(last);
      };
      tick();
      const timer = setInterval(tick, everyMs);
      // A wrong clock that the server sets right, or one that slept, does not wait for the next tick.
      const unsubscribe = replica.subscribe(() => {
        if (Math.abs(replica.now() - last) > 2 * everyMs) tick();
      });
      return () => {
        clearInterval(timer);
        unsubscribe();
      };
    }, [replica, everyMs]);
    return now;
  }

  return { ReplicaProvider, useReplica, useShown, useView, useAsk, useCan, useNow };
}
