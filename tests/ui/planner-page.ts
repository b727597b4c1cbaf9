/** A planner's page without a server: the path's own rules decide what is asked, and what reads the path is drawn again. */
import { useSyncExternalStore } from 'react';
import * as hooks from '@/client/hooks/path-provider';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { opened, planner } from '../domain/programming/opened';
import { standIn } from '../stand-in';

type Bench = ReturnType<typeof opened>;
type Shown = { view: Bench['state']; link: string; you: { role: string } };

let bench = opened();
let shown: Shown = { view: bench.state, link: 'live', you: { role: 'planner' } };
/** No gathering was held: all words are on the path's own paper. */
const none = { said: [], meetings: [] };
let sources = { ...none, ready: true };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const useWhole = (): Shown => useSyncExternalStore(subscribe, () => shown);

/** Commands that the page sent, in order. */
export const asked: { type: string; ask: Record<string, unknown> }[] = [];

export function show(link: string, ready: boolean): void {
  sources = { ...none, ready };
  shown = { ...shown, link, view: { ...bench.state } };
  for (const listener of listeners) listener();
}

/** A page of this path, whose words and connection are there, until the test ends. */
export function openPage(path: Bench): void {
  standIn(hooks, provider);
  bench = path;
  asked.length = 0;
  show('live', true);
}

/** In place of `@/client/hooks/path-provider`. */
export const provider = {
  usePath: () => useWhole().view,
  usePathShown: <T>(pick: (s: Shown) => T): T => pick(useWhole()),
  useSources: () => {
    useWhole();
    return sources;
  },
  usePathAsk:
    () =>
    (type: string, ask: Record<string, unknown>): string | Refusal => {
      asked.push({ type, ask });
      const answer = bench.ask(planner, type, ask);
      show(shown.link, sources.ready);
      return isRefusal(answer) ? answer : answer.cmd;
    },
};
