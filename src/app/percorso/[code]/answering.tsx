'use client';
/** Keeps the answers in sight while one walks from part to part: a way back must outlive the page it was made on. */
import type { ReactNode } from 'react';
import { AnswersOf } from '@/app/_page/answers';
import type { RefusingStore } from '@/app/_page/refused-words';
import { usePathShown, usePathStore } from '@/client/path';

export function Answering({ children }: { children: ReactNode }) {
  const store = usePathStore();
  const told = usePathShown((s) => s.told);
  // What stands is drawn beside the words: it may change while they wait.
  usePathShown((s) => (s.told.length > 0 ? s.view : null));
  return (
    <AnswersOf told={told} store={store as RefusingStore} writer={() => null}>
      {children}
    </AnswersOf>
  );
}
