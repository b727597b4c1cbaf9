'use client';
/** The common input of every view of the analysis, and the names of codes. */
import { useCallback } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import type { Coded } from '@/domain/programming/analysis';
import { codeNow } from '@/domain/programming/codes';
import type { Said } from '@/domain/programming/source-text';

export type ViewProps = { code: string; said: readonly Said[]; coded: readonly Coded[] };

export function useLabel(): (code: string) => string {
  const path = usePath();
  return useCallback((code) => codeNow(path, code)?.label ?? '', [path]);
}
