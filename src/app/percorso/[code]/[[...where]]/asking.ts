'use client';
/** Asks of the path from its screens; a refusal known at once is said at once. */
import { useSayingNo } from '@/app/_page/answers';
import { usePathAsk, usePathShown } from '@/client/path';
import type { PathDeeds } from '@/domain/programming/catalogue';

export const useDo = () => useSayingNo<PathDeeds>(usePathAsk());

/** Facilitators read a path and change nothing of it. */
export const useMayWrite = (): boolean =>
  usePathShown((s) => s.you?.role === 'planner' || s.you?.role === 'owner');
