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
import { eachLine } from '../connection/json-lines';
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
  const refresh = useCallback(async () => {
    const next: Along = { said: [], meetings: [] };
    const found: typeof words.current = new Map();
    // A gathering is a line, and is read in a task of its own: a year of them is several megabytes.
    const refused = await eachLine(`/api/path/${code}/said`, (line) => {
      const { said, meetings } = line as Along;
      for (const s of said) {
        next.said.push(s);
        found.set(s.ref, s);
      }
      for (const m of meetings) {
        next.meetings.push(m);
        for (const t of m.topics) found.set(t.ref, { text: t.title, withheld: t.withheld });
      }
    });
    if (refused) return;
    words.current = found;
    setAlong(next);
  }, [code]);
  useEffect(() => {
    void refresh().catch(() => {});
    const again = () => document.visibilityState === 'visible' && void refresh().catch(() => {});
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
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
    if (known && changed) void refresh().catch(() => {});
  }, [meetings, strands, refresh]);
  return null;
}

/** All notes along the path, and the gatherings they come from. */
export const useSources = (): Sources => useContext(Context);
