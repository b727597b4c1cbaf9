'use client';
/** The gathering's numbers: people, topics and notes, and its code. */
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { useSay } from '@/i18n/words';

export function Numbers() {
  const say = useSay();
  const view = useView();
  const known = useWritten();
  const market = hasMarket(view.format);
  const topics = topicsInOrder(view).filter((t) => t.standing === 'open').length;
  const notes = Object.values(view.notes).filter((n) => !n.withdrawn).length;
  const ideas = Object.values(view.ideas).filter((i) => !i.withdrawn).length;
  return (
    <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <Count label={say('desk.people', { n: view.people })} value={view.people} />
      {market && <Count label={say('desk.topics', { n: topics })} value={topics} />}
      {market ? (
        <Count label={say('desk.notes', { n: known ? notes : 2 })} value={known ? notes : '…'} />
      ) : (
        <Count label={say('desk.ideas')} value={known ? ideas : '…'} />
      )}
      <Count label={say('desk.code')} value={view.code} after />
    </dl>
  );
}

function Count({ label, value, after }: { label: string; value: number | string; after?: boolean }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className={`text-ink-soft text-sm ${after ? '' : 'order-2'}`}>{label}</dt>
      <dd className={`font-bold text-lg tabular-nums ${after ? 'tracking-widest' : ''}`}>{value}</dd>
    </div>
  );
}
