'use client';
/** The planners' own strands for each topic, beside the convener's, which they cannot change. */
import { useState } from 'react';
import { useSources, usePath } from '@/client/hooks/path-provider';
import type { AlongTopic } from '@/domain/programming/path-texts';
import { STRANDS } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { StrandBadge } from '@/ui/badge';
import { CheckPills } from '@/ui/choice';
import { Disclosure } from '@/ui/disclosure';
import { usePathDo, useMayWrite } from '../path-commands';
import { Pages } from '../_shared/pagination';

const A_PAGE = 25;

export function TopicStrands() {
  const say = useSay();
  const may = useMayWrite();
  const { meetings } = useSources();
  const topics = meetings.flatMap((m) => m.topics).filter((t) => !t.withheld);
  const [page, setPage] = useState(1);
  if (topics.length === 0 || !may) return null;
  const last = Math.ceil(topics.length / A_PAGE);
  const here = Math.min(page, last);
  return (
    <Disclosure
      title={say('analysis.classify')}
      className="rounded-xl border border-line bg-raised px-4 py-1 print:hidden"
    >
      <p className="max-w-prose text-ink-soft">{say('analysis.classifyHint')}</p>
      <ul className="grid gap-4 py-4">
        {topics.slice((here - 1) * A_PAGE, here * A_PAGE).map((t) => (
          <OneTopic key={t.ref} topic={t} />
        ))}
      </ul>
      <Pages here={here} last={last} n={topics.length} size={A_PAGE} onPage={setPage} />
    </Disclosure>
  );
}

function OneTopic({ topic }: { topic: AlongTopic }) {
  const say = useSay();
  const ask = usePathDo();
  const own = usePath().strands[topic.ref] ?? [];
  const name = (s: (typeof STRANDS)[number]) => say(`reading.strand.${s}`);
  return (
    <li className="grid gap-2 border-line border-t pt-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">
          {topic.number} {topic.title}
        </p>
        <p className="flex flex-wrap gap-1.5 text-ink-soft text-sm">
          {say('analysis.convener')}
          {topic.strands.length === 0 && ` ${say('reading.untold')}`}
          {topic.strands.map((s) => (
            <StrandBadge key={s} strand={s} short label={name(s)} />
          ))}
        </p>
      </div>
      <CheckPills
        legend={say('analysis.classifyOne', { topic: topic.number })}
        legendHidden
        values={own}
        onValues={(strands) => ask('classifyTopic', { ref: topic.ref, strands })}
        choices={STRANDS.map((s) => ({ value: s, label: s }))}
      />
    </li>
  );
}
