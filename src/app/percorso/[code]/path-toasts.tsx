'use client';
/** Keeps toasts visible while the person moves from part to part: an undo must outlive the page it was made on. */
import type { ReactNode } from 'react';
import { AnswersOf } from '@/app/_shared/desk-toasts';
import type { RefusingReplica } from '@/app/_shared/refused-words';
import { usePathShown, usePathReplica } from '@/client/hooks/path-provider';

export function Answering({ children }: { children: ReactNode }) {
  const replica = usePathReplica();
  const told = usePathShown((s) => s.told);
  // The current view is drawn beside the text: it may change while the toast waits.
  usePathShown((s) => (s.told.length > 0 ? s.view : null));
  return (
    <AnswersOf told={told} replica={replica as RefusingReplica} writer={() => null}>
      {children}
    </AnswersOf>
  );
}
