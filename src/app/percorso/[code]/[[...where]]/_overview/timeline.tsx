'use client';
/** The phases in a vertical line, with undated ones left undated. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { phasesInOrder } from '@/domain/programming/path-phases';
import { useSay } from '@/i18n/words';
import { placeOf } from '../_shared/addresses';
import { When } from '../_meetings/dates';

export function Timeline({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const phases = phasesInOrder(path);
  const meetings = standingOnes(path.meetings);
  if (phases.length === 0)
    return (
      <a href={placeOf(code, 'incontri')} className="py-2 underline">
        {say('planning.noPhases')}
      </a>
    );
  return (
    <ol className="grid gap-4 border-accent border-l-4 pl-4">
      {phases.map((p) => (
        <li key={p.id} className="grid gap-0.5">
          <a href={placeOf(code, 'incontri')} className="font-semibold">
            {p.label}
          </a>
          <span className="flex flex-wrap items-center gap-x-3 text-sm">
            <When of={p} />
            <span className="text-ink-soft">
              {say('planning.meetingsCount', { n: meetings.filter((m) => m.phase === p.id).length })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
