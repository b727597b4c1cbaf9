'use client';
/** The topics this person convenes and the open question of each: a cell, an answer about a swap. */
import { useView } from '@/client/hooks/gathering-provider';
import { sessionsOf } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { buttonClass } from '@/ui/button';
import { Section } from '@/ui/surface';
import { isMine, useMe, useTopicName } from '../_frame/phone-hooks';
import { usePlaceName } from '../_frame/place-names';
import { MergeOffers } from '../_topics/merge-offers';
import { Offers } from '../_grid/swap-offers';
import { Go } from '../_frame/navigation';

export function MyTopics() {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const me = useMe();
  const placeName = usePlaceName();
  const mine = topicsInOrder(view).filter((t) => isMine(t, me));
  if (mine.length === 0) return null;
  return (
    <Section title={say('mine.title')}>
      <Offers />
      <MergeOffers />
      <ul className="grid gap-2">
        {mine.map((t) => {
          const sessions = sessionsOf(view, t.id);
          return (
            <li key={t.id} className="grid gap-2 rounded-xl border border-line bg-raised p-3">
              <Go to={`temi/${topicName(t)}`} className="py-1 font-semibold leading-snug">
                {topicNumber(t.n)} {t.title}
              </Go>
              <div className="flex flex-wrap items-center gap-2">
                {t.standing !== 'open' && <Badge tone="warn">{say(`standing.${t.standing}`)}</Badge>}
                {sessions.map((s) => (
                  <Badge key={s.id} icon="place">
                    {placeName(s)}
                  </Badge>
                ))}
                <Badge icon="heart">{say('topic.interested', { n: t.interested })}</Badge>
                {sessions.length === 0 && t.standing === 'open' && (
                  <Go to={`griglia/${topicName(t)}`} className={buttonClass('primary', 'small')}>
                    {say('topic.place')}
                  </Go>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
