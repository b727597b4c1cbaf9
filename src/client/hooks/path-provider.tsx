'use client';
/** Gives the planners' screens their path, live, and all notes of its gatherings, fetched whole. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type PathDeeds, programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import type { Along } from '@/domain/programming/path-texts';
import { fetchTexts } from '../connection/fetch-texts';
import { hooksFor } from './stream-hooks';
import { deviceStorage } from '../storage/device-storage';
import { socketWire } from '../connection/socket-wire';
import { Replica } from '../replica/replica';

const hooks = hooksFor<Path, PathDeeds>();
export const {
  useReplica: usePathReplica,
  useShown: usePathShown,
  useView: usePath,
  useAsk: usePathAsk,
  useNow: usePathNow,
} = hooks;

type Sources = Along & { ready: boolean; refresh: () => Promise<void> };
const nothing: Along = { said: [], meetings: [] };
const Context = createContext<Sources>({ ...nothing, ready: false, refresh: async () => {} });

export function PathProvider({ code, children }: { code: string; children: ReactNode }) {
  const [along, setAlong] = useState<Along | null>(null);
  const words = useRef(new Map<string, { text: string; withheld: boolean }>());
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const wanted = () => latest.current === mine;
    const next = await fetchTexts(code, wanted);
    if (!next || !wanted()) return;
    const found: typeof words.current = new Map(next.said.map((s) => [s.ref, s]));
    for (const m of next.meetings)
      for (const t of m.topics) found.set(t.ref, { text: t.title, withheld: t.withheld });
    words.current = found;
    setAlong(next);
  }, [code]);
  useEffect(() => {
    void refresh();
    const again = () => document.visibilityState === 'visible' && void refresh();
    document.addEventListener('visibilitychange', again);
    return () => {
      latest.current += 1;
      document.removeEventListener('visibilitychange', again);
    };
  }, [refresh]);
  const sources = useMemo(
    () => ({ ...(along ?? nothing), ready: along !== null, refresh }),
    [along, refresh],
  );
  return (
    <hooks.ReplicaProvider
      make={() =>
        new Replica<Path>({
          code,
          surface: 'desk',
          catalogue: programming as never,
          wire: socketWire,
          keep: deviceStorage(),
          look: (ref) => words.current.get(ref) ?? null,
        })
      }
    >
      <Context value={sources}>
        <Refetch refresh={refresh} />
        {children}
      </Context>
    </hooks.ReplicaProvider>
  );
}

/** The notes change with the linked gatherings and the assigned strands, whoever changes them. */
function Refetch({ refresh }: { refresh: () => Promise<void> }) {
  const meetings = usePathShown((s) => (s.ready ? s.confirmed.meetings : null));
  const strands = usePathShown((s) => (s.ready ? s.confirmed.strands : null));
  const seen = useRef({ meetings, strands });
  useEffect(() => {
    const before = seen.current;
    seen.current = { meetings, strands };
    const known = before.meetings !== null && before.strands !== null;
    const changed = before.meetings !== meetings || before.strands !== strands;
    if (known && changed) void refresh();
  }, [meetings, strands, refresh]);
  return null;
}

/** All notes along the path, and the gatherings they come from. */
export const useSources = (): Sources => useContext(Context);
