'use client';
/** Counts the codings of each code, once for a whole screen. */
import { useMemo } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { type Count, codedSources, counts } from '@/domain/programming/analysis';
import type { Said } from '@/domain/programming/source-text';

export function useCoded(said: readonly Said[]) {
  const path = usePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only codings and codes are read
  return useMemo(() => codedSources(path, said), [path.codings, path.codes, said]);
}

export function useCounts(said: readonly Said[]): (code: string) => Count {
  const coded = useCoded(said);
  return useMemo(() => {
    const rows = new Map(counts(coded).rows.map((r) => [r.code, r]));
    return (code) => rows.get(code) ?? { code, notes: 0, sessions: 0, sectors: 0, topics: [] };
  }, [coded]);
}
