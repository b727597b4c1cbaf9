'use client';
/** The origin of some words: their reference, circle and number of people. Linked to the words themselves. */
import { usePath } from '@/client/hooks/path-provider';
import { useSay } from '@/i18n/words';
import { lastPart, wordsAddress } from './addresses';
import type { Where } from './source-lookup';

export function SourceLine({ code, refId, where }: { code: string; refId: string; where: Where }) {
  const say = useSay();
  const { sectors, about, papers, meetings } = usePath();
  const { said, meeting, topic, circle } = where;
  const sectorName = (id: string) => sectors[id]?.label ?? say('planning.sectorUnsaid');
  const sheet = said?.kind === 'paper' ? papers[lastPart(refId)] : undefined;
  const parts = [
    meeting?.title ?? (sheet ? meetings[sheet.meeting ?? '']?.title : about?.title),
    sheet?.where,
    topic?.title,
    circle && [circle.slot, circle.space].filter(Boolean).join(', '),
    circle && say('planning.circlePeople', { n: circle.people }),
    said?.sector && sectorName(said.sector),
  ].filter(Boolean);
  return (
    <p className="text-ink-soft text-sm">
      <a
        href={wordsAddress(code, refId)}
        className="-my-2.5 mr-2 inline-block py-2.5 font-bold text-accent tabular-nums"
      >
        {said?.cite ?? topic?.number ?? say.dynamic(`planning.source.${refId.split('/')[1]}`)}
        <span className="sr-only">, {say('planning.toWords')}</span>
      </a>
      <span>{parts.join(' · ')}</span>
    </p>
  );
}
