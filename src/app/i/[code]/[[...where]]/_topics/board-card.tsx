'use client';
/** A topic on the board: its number, words, convener, state, and "mi interessa" in one tap. */
import { useStrandName } from '@/app/_shared/strand-name';
import { memo, useEffect, useRef } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import { sessionsOf, spaceOf } from '@/domain/gathering/session-queries';
import { noteNumber } from '@/domain/gathering/state/note';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { TopicCard } from '@/ui/topic-card';
import { noteFound } from './topic-filter';
import { isMine, useMe, useName, useTopicName } from '../_frame/phone-hooks';
import { InterestButton } from './interest';
import { Mark } from '../_frame/delivery-status';
import { useCapacity, usePlaceName } from '../_frame/place-names';
import { addressOf, useOpen, useWhere } from '../_frame/navigation';

/** A card on screen for this long counts as seen, in milliseconds. */
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

type Props = {
  topic: Topic;
  fresh: boolean;
  /** Search words: where a note contains them, it is shown. */
  words: string;
  onSeen: (id: string) => void;
};

export const BoardCard = memo(function BoardCard({ topic, fresh, words, onSeen }: Props) {
  const say = useSay();
  const name = useName();
  const me = useMe();
  const { code } = useWhere();
  const open = useOpen();
  const placeName = usePlaceName();
  const card = useLooked(topic.id, onSeen);
  const capacity = useCapacity();
  const places = useShown((s) =>
    sessionsOf(s.view, topic.id)
      .map((x) => [placeName(x), capacity(spaceOf(s.view, x))].filter(Boolean).join(' · '))
      .join(', '),
  );
  const note = useShown((s) => noteFound(s.view, topic, words));
  const strandName = useStrandName();
  const number = topicNumber(topic.n);
  const to = `temi/${useTopicName()(topic)}`;
  return (
    <li ref={card}>
      <TopicCard
        level={2}
        number={number}
        title={topic.hidden ? say('topic.hidden') : topic.title}
        convener={topic.convener ? name(topic.convener) : say('topic.nobody')}
        strands={topic.strands.map((strand) => ({ strand, label: strandName(strand) }))}
        {...(note
          ? { line: say('board.inNote', { note: noteNumber(topic.n, note.n), text: note.text }) }
          : {})}
        interest={topic.interested > 0 && say('topic.interested', { n: topic.interested })}
        where={places || say('topic.unplaced')}
        {...(fresh ? { flag: say('board.new') } : {})}
        {...(topic.standing !== 'open'
          ? { state: <Badge tone="warn">{say(`standing.${topic.standing}`)}</Badge> }
          : {})}
        quiet={topic.standing !== 'open'}
        href={addressOf(code, to)}
        onOpen={open(to)}
        {...(isMine(topic, me) ? { delivery: <Mark id={topic.id} /> } : {})}
        actions={<InterestButton topic={topic} />}
      />
    </li>
  );
});
