'use client';
/** Keeps the answers in sight while one walks from part to part: a way back must outlive the page it was made on. */
import type { ReactNode } from 'react';
import { AnswersOf } from '@/app/_page/answers';
import { usePathShown, usePathStore } from '@/client/path';

export function Answering({ children }: { children: ReactNode }) {
  const store = usePathStore();
  const told = usePathShown((s) => s.told);
  return (
    <AnswersOf told={told} onDismiss={(id) => store.dismiss(id)}>
      {children}
    </AnswersOf>
  );
}
