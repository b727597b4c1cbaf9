'use client';
/** A topic on the board: its number, words, who convenes it, where it stands, and "mi interessa" in one tap. */
import { memo, useEffect, useRef } from 'react';
import { useShown } from '@/client/provider';
import { sessionsOf } from '@/domain/gathering/queries';
import { type Topic, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { isMine, useMe, useName } from './here';
import { InterestButton } from './interest';
import { Mark } from './mark';
import { usePlaceName } from './placing';
import { Strands } from './strands';
import { Go } from './where';

/** On screen for this long counts as looked at. */
const A_LOOK = 1200;

function useLooked(id: string, onSeen: (id: string) => void) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const el = card.current;
    if (!el || typeof IntersectionObserver === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const eye = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry?.isIntersecting) timer = setTimeout(() => onSeen(id), A_LOOK);
      },
      { threshold: 0.6 },
    );
    eye.observe(el);
    return () => {
      clearTimeout(timer);
      eye.disconnect();
    };
  }, [id, onSeen]);
  return card;
}

type Props = { topic: Topic; fresh: boolean; onSeen: (id: string) => void };

export const TopicCard = memo(function TopicCard({ topic, fresh, onSeen }: Props) {
  const say = useSay();
  const name = useName();
  const me = useMe();
  const placeName = usePlaceName();
  const card = useLooked(topic.id, onSeen);
  const places = useShown((s) => sessionsOf(s.view, topic.id).map(placeName).join(', '));
  const number = topicNumber(topic.n);
  return (
    <li ref={card} className="grid gap-2.5 rounded-xl border border-line bg-raised p-4 shadow-card">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-bold text-ink-soft tabular-nums">{number}</span>
        {fresh && <Badge tone="accent">{say('board.new')}</Badge>}
        {topic.standing !== 'open' && <Badge tone="warn">{say(`standing.${topic.standing}`)}</Badge>}
        <Strands of={topic.strands} short />
        {isMine(topic, me) && <Mark id={topic.id} />}
      </div>
      <Go to={`temi/${number}`} className="-my-1 py-1 font-semibold text-lg leading-snug">
        {topic.hidden ? say('topic.hidden') : topic.title}
      </Go>
      <p className="text-ink-soft text-sm">
        {topic.convener ? name(topic.convener) : say('topic.nobody')}
        {' · '}
        {places || say('topic.unplaced')}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm tabular-nums">{say('topic.interested', { n: topic.interested })}</span>
        <InterestButton topic={topic} />
      </div>
    </li>
  );
});
