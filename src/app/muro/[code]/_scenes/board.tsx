'use client';
/** The board as topics arrive: newest first, so that a convener sees their own sheet appear. */
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { isNew, topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/icons';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, type WallShape } from '@/ui/wall-frame';
import { TopicNumber } from '@/ui/wall-strands';
import { Calling } from './call-to-action';
import { Heading } from './heading';
import { usePages } from './pages';
import { type SceneProps, useTight } from './scene';
import { wallTopic } from './wall-topic';

/** As large as the number of sheets allows: posters while they are few, small sheets when they are many. */
const MOST: Record<WallShape, number> = { wide: 4, square: 3, upright: 1 };
const ROWS: Record<WallShape, number> = { wide: 3, square: 3, upright: 5 };
const TIGHT_ROWS = 3;

function gridOf(topics: number, shape: WallShape, tight: boolean): { columns: number; rows: number } {
  const columns = topics <= 3 ? 1 : topics <= 6 ? Math.min(2, MOST[shape]) : MOST[shape];
  const most = tight ? TIGHT_ROWS : ROWS[shape];
  return { columns, rows: Math.min(most, Math.max(topics <= 3 ? 3 : 2, Math.ceil(topics / columns))) };
}

export function Board({ address, now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const topics = topicsInOrder(view)
    .filter((t) => t.standing === 'open')
    .reverse();
  const tight = useTight(now);
  const { columns, rows } = gridOf(topics.length, shape, tight);
  const { shown, page, of } = usePages(topics, columns * rows, { first: topics[0]?.id });
  // E12: marks new topics; while all are new, none is marked.
  const some = now !== null && topics.some((t) => !isNew(t, now));
  if (topics.length === 0)
    return (
      <Calling now={now} title={say('wall.board.empty')} link={`${address}/i/${view.code}/proponi`}>
        <p className="text-2xl text-ink-soft leading-[1.3]">{say('wall.board.emptyHow')}</p>
      </Calling>
    );
  return (
    <div className="flex size-full flex-col">
      <Heading
        tight={tight}
        title={say('wall.board')}
        aside={
          <b className={cx('text-accent leading-none', tight ? 'text-xl' : 'text-3xl')}>
            {say('wall.topics', { n: topics.length })}
          </b>
        }
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ul
        className="grid min-h-0 flex-1 gap-[calc(var(--u)*1)]"
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((t) => (
          <Sheet
            key={t.id}
            topic={t}
            large={topics.length <= 3}
            fresh={some && now !== null && isNew(t, now)}
          />
        ))}
      </ul>
    </div>
  );
}

/** A few topics lie directly on the wall; many are on sheets. */
function Sheet({ topic, large, fresh }: { topic: Topic; large: boolean; fresh: boolean }) {
  const say = useSay();
  const label = useShown((s) => (topic.convener ? s.people[topic.convener] : undefined));
  const who = topic.convener === null ? say('wall.noConvener') : (label ?? '');
  const { number, title, strands } = wallTopic(topic, say);
  return (
    <li
      className={`grid min-h-0 min-w-0 animate-arrive grid-rows-[1fr_auto] px-[calc(var(--u)*1.2)] py-[calc(var(--h)*0.8)] ${large ? 'border-accent border-s-8' : 'rounded-lg bg-raised shadow-card'}`}
    >
      <Fit of={title + number} max={large ? 8 : 5.6} place={large ? 'centre' : 'start'}>
        <b className="[text-wrap:balance]">
          <TopicNumber number={number} strands={strands} /> {title}
        </b>
      </Fit>
      <p className="flex min-w-0 items-center gap-[0.6em] text-base leading-[1.25]">
        <span className="min-w-0 truncate pb-[0.1em] text-ink-soft">{who}</span>
        {topic.interested > 0 && (
          <span className="flex shrink-0 items-center gap-[0.3em] text-ink-soft tabular-nums">
            <Icon name="heart" className="size-[0.95em]" />
            <span aria-hidden="true">{topic.interested}</span>
            <span className="sr-only">{say('wall.interested', { n: topic.interested })}</span>
          </span>
        )}
        {fresh && (
          <span className="ms-auto shrink-0 rounded-full bg-accent px-[0.6em] font-bold text-accent-ink">
            {say('wall.new')}
          </span>
        )}
      </p>
    </li>
  );
}
