'use client';
/** The board filling as topics arrive: newest first, so that who has just spoken sees the sheet go up. */
import { useShown, useView } from '@/client/provider';
import { isNew, topicsInOrder } from '@/domain/gathering/queries';
import { type Topic, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { StrandShape } from '@/ui/badge';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene-for';

export function Board({ now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const topics = topicsInOrder(view)
    .filter((t) => t.standing === 'open')
    .reverse();
  const few = topics.length <= 4;
  const { shown, page, of } = usePages(topics, few ? 4 : 6);
  if (topics.length === 0)
    return (
      <div className="grid h-full content-center gap-8 text-center">
        <h1 className="text-4xl">{say('wall.board.empty')}</h1>
        <p className="text-2xl text-ink-soft">{say('wall.board.emptyHow')}</p>
      </div>
    );
  return (
    <div className="flex h-full flex-col">
      <Heading
        title={say('wall.board')}
        aside={<span>{say('wall.topics', { n: topics.length })}</span>}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ul
        className={`grid min-h-0 flex-1 gap-5 pb-3 ${few ? 'grid-cols-2 grid-rows-2' : 'grid-cols-3 grid-rows-2'}`}
      >
        {shown.map((t) => (
          <Sheet key={t.id} topic={t} fresh={now !== null && isNew(t, now)} />
        ))}
      </ul>
    </div>
  );
}

function Sheet({ topic, fresh }: { topic: Topic; fresh: boolean }) {
  const say = useSay();
  const label = useShown((s) => (topic.convener ? s.people[topic.convener] : undefined));
  const size = topic.title.length > 110 ? 'text-lg' : topic.title.length > 50 ? 'text-xl' : 'text-2xl';
  return (
    <li className="grid min-h-0 animate-arrive grid-rows-[auto_1fr_auto] gap-2 overflow-hidden rounded-lg border-2 border-line bg-raised px-7 py-5 shadow-card">
      <p className="flex items-center gap-5 text-base">
        <span className="font-bold text-accent text-xl">{topicNumber(topic.n)}</span>
        {topic.strands.map((s) => (
          <StrandShape key={s} strand={s} className="size-[1.1em]" />
        ))}
        {fresh && (
          <span className="rounded-full border-2 border-accent px-4 font-bold text-accent">
            {say('wall.new')}
          </span>
        )}
      </p>
      <p className={`line-clamp-4 min-h-0 self-start font-bold leading-tight ${size}`}>
        {topic.title || say('wall.hidden')}
      </p>
      <p className="flex justify-between gap-5 text-base text-ink-soft">
        <span className="truncate">{topic.convener === null ? say('wall.noConvener') : (label ?? '')}</span>
        {topic.interested > 0 && (
          <span className="shrink-0 tabular-nums">{say('wall.interested', { n: topic.interested })}</span>
        )}
      </p>
    </li>
  );
}
