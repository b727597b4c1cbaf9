'use client';
/** Sends the path's commands from its screens; an expected refusal is shown at once. */
import { useSayingNo } from '@/app/_shared/desk-commands';
import { usePathAsk, usePathShown } from '@/client/hooks/path-provider';
import type { PathDeeds } from '@/domain/programming/catalogue';

export const usePathDo = () => useSayingNo<PathDeeds>(usePathAsk());

/** Facilitators read a path and change nothing of it. */
export const useMayWrite = (): boolean =>
  usePathShown((s) => s.you?.role === 'planner' || s.you?.role === 'owner');
