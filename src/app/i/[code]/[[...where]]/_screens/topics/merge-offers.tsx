'use client';
/** Merges offered to me and by me: the other convener's word decides (I5). */
import { useView } from '@/client/provider';
import { hasMet } from '@/domain/gathering/queries';
import type { Merge } from '@/domain/gathering/state/merge';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { isMine, useDo, useMe } from '../frame/phone-hooks';

export function MergeOffers() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const act = useDo();
  // Once the circle it flows into has begun, the way back is a split (E10).
  const accept = (m: Merge) => {
    const undo = () => act('undoMerge', { merge: m.id }, { say: say('join.undone') });
    act(
      'acceptMerge',
      { merge: m.id },
      { say: say('merge.done'), ...(hasMet(view, m.into) ? {} : { undo }) },
    );
  };
  const called = (t: Topic | undefined) => (t ? `${topicNumber(t.n)} «${t.title}»` : '');
  return Object.values(view.merges)
    .filter((m) => m.state === 'offered')
    .map((m) => {
      const [from, into] = [view.topics[m.from], view.topics[m.into]];
      if (!from || !into || !(isMine(from, me) || isMine(into, me))) return null;
      // One of the two went elsewhere meanwhile: nothing is left to answer.
      if (from.standing !== 'open' || into.standing !== 'open') return null;
      const awaited = isMine(from, m.by) ? into : from;
      const asked = isMine(awaited, me);
      return (
        <Card key={m.id} tone={asked ? 'accent' : 'plain'} className="grid gap-2" role="status">
          <p>{say(asked ? 'merge.asked' : 'merge.waiting', { from: called(from), into: called(into) })}</p>
          <div className="flex flex-wrap gap-2">
            {asked && (
              <Button kind="primary" size="small" onClick={() => accept(m)}>
                {say('swap.accept')}
              </Button>
            )}
            <Button size="small" onClick={() => act('declineMerge', { merge: m.id })}>
              {say(asked ? 'merge.decline' : 'swap.withdraw')}
            </Button>
          </div>
        </Card>
      );
    });
}
