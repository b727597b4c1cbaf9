'use client';
/** Earlier words of the path, to read before proposing: they inspire and fill nothing in (S24). */
import { useEffect, useState } from 'react';
import type { Inspiration as Said } from '@/domain/programming/inspiration';
import { INSPIRATIONS_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Badge } from '@/ui/badge';
import { useWhere } from '../_frame/navigation';
import { Disclosure } from '@/ui/disclosure';

type Props = { chosen: readonly string[]; onChosen: (ids: string[]) => void };

export function Inspiration({ chosen, onChosen }: Props) {
  const say = useSay();
  const { code } = useWhere();
  const [said, setSaid] = useState<Said[]>([]);
  useEffect(() => {
    fetch(`/api/inspiration/${code}`)
      .then((r) => r.json())
      .then((told: { ideas?: Said[] }) => setSaid(told.ideas ?? []))
      .catch(() => {
        // Without a network people propose without it.
      });
  }, [code]);
  if (said.length === 0) return null;
  const meetings = [...new Set(said.map((s) => s.where))];
  const turn = (id: string) =>
    onChosen(chosen.includes(id) ? chosen.filter((x) => x !== id) : [...chosen, id].slice(-INSPIRATIONS_MAX));
  return (
    <Disclosure
      title={say('inspiration.title', { n: said.length })}
      className="rounded-xl border border-line bg-raised px-4 py-2"
    >
      <p className="mb-3 text-ink-soft text-sm">{say('inspiration.why')}</p>
      {meetings.map((where) => (
        <Disclosure key={where} title={where} className="border-line border-t">
          <ul className="grid gap-2">
            {said
              .filter((s) => s.where === where)
              .map((s) => (
                <li key={s.id} className="grid justify-items-start gap-1.5 border-line border-t pt-2">
                  <p dir="auto">{s.text}</p>
                  <div className="flex flex-wrap items-center gap-2">
                    <Badge>{say(`kind.${s.kind}`)}</Badge>
                    <Button
                      size="small"
                      kind="plain"
                      icon={chosen.includes(s.id) ? 'check' : 'bulb'}
                      aria-pressed={chosen.includes(s.id)}
                      onClick={() => turn(s.id)}
                    >
                      {say('inspiration.mark')}
                    </Button>
                  </div>
                </li>
              ))}
          </ul>
        </Disclosure>
      ))}
    </Disclosure>
  );
}
