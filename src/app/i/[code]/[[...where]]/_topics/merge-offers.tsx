'use client';
/**
 * Merges this person has offered and that wait for the other convener (I5); those offered to them are at the top of
 * every page.
 */
import { useView } from '@/client/hooks/gathering-provider';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { isMine, useDo, useMe } from '../_frame/phone-hooks';

export function MergeOffers() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const act = useDo();
  const called = (t: Topic | undefined) => (t ? `${topicNumber(t.n)} «${t.title}»` : '');
  return Object.values(view.merges)
    .filter((m) => m.state === 'offered')
    .map((m) => {
      const [from, into] = [view.topics[m.from], view.topics[m.into]];
      if (!from || !into || !(isMine(from, me) || isMine(into, me))) return null;
      // One of the two was merged elsewhere meanwhile: nothing is left to answer.
      if (from.standing !== 'open' || into.standing !== 'open') return null;
      const awaited = isMine(from, m.by) ? into : from;
      if (isMine(awaited, me)) return null;
      return (
        <Card key={m.id} className="grid gap-2">
          <p>{say('merge.waiting', { from: called(from), into: called(into) })}</p>
          <Button
            size="small"
            className="justify-self-start"
            onClick={() => act('declineMerge', { merge: m.id })}
          >
            {say('swap.withdraw')}
          </Button>
        </Card>
      );
    });
}
