'use client';
/** The name of something of the path, as a link to it. */
import { usePath } from '@/client/hooks/path-provider';
import type { Grounded } from '@/domain/programming/evidence';
import type { Path } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { addressOf } from './addresses';

export function nameOf(path: Path, what: Grounded, id: string): string | null {
  switch (what) {
    case 'need':
      return path.needs[id]?.title ?? null;
    case 'proposal':
      return path.proposals[id]?.title ?? null;
    case 'table':
      return path.tables[id]?.name ?? null;
    case 'project': {
      const p = path.projects[id];
      return p ? `${p.code} ${p.title}` : null;
    }
    case 'goal': {
      const g = path.goals[id];
      return g ? `${g.code} ${g.statement}` : null;
    }
  }
}

export function ThingLink({ code, what, id }: { code: string; what: Grounded; id: string }) {
  const say = useSay();
  const path = usePath();
  return (
    <a href={addressOf(code, what, id)} className="underline underline-offset-4">
      {nameOf(path, what, id) ?? say('planning.gone')}
    </a>
  );
}

/** Several of them, or a word for none. */
export function ThingLinks({ code, what, ids }: { code: string; what: Grounded; ids: readonly string[] }) {
  const say = useSay();
  if (ids.length === 0) return <span className="text-ink-soft">{say('planning.none')}</span>;
  return (
    <ul className="grid gap-1">
      {ids.map((id) => (
        <li key={id}>
          <ThingLink code={code} what={what} id={id} />
        </li>
      ))}
    </ul>
  );
}
