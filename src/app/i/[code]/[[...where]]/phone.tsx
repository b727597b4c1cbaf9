'use client';
/** The phone's screens. */
import { useView } from '@/client/provider';

export function Phone({ where }: { where: string[] }) {
  const view = useView();
  return (
    <main>
      <h1>{view.title}</h1>
      <p>{view.question}</p>
      <p>{where.join('/')}</p>
    </main>
  );
}
