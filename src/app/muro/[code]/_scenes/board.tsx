'use client';
/** The board filling as topics arrive: newest first, so that who has just spoken sees the sheet go up. */
import { useShown, useView } from '@/client/provider';
import { isNew, topicsInOrder } from '@/domain/gathering/queries';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { StrandLetters } from '@/ui/wall-strands';
import { Calling } from './calling';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

/** As large as the number of sheets allows: a poster while they are few, a wall of sheets when they are many. */
type Look = { room: number; grid: string; size: (letters: number) => string };
const ONE: Look = { room: 1, grid: 'grid-cols-1', size: (n) => (n > 90 ? 'text-3xl' : 'text-4xl') };
const TWO: Look = { room: 2, grid: 'grid-cols-2', size: (n) => (n > 90 ? 'text-2xl' : 'text-3xl') };
const FEW: Look = {
  room: 4,
  grid: 'grid-cols-2 grid-rows-2',
  // Two lines of the largest, three of the next: a notice or a ribbon above takes the room of a fourth.
  size: (n) => (n > 90 ? 'text-xl' : n > 46 ? 'text-2xl' : 'text-3xl'),
};
const SOME: Look = {
  room: 6,
  grid: 'grid-cols-3 grid-rows-2',
  size: (n) => (n > 100 ? 'text-lg' : n > 50 ? 'text-xl' : 'text-2xl'),
};
const MANY: Look = {
  room: 9,
  grid: 'grid-cols-3 grid-rows-3',
  size: (n) => (n > 84 ? 'text-base' : 'text-lg'),
};
const LOOKS = [ONE, TWO, FEW, SOME];

export function Board({ address, now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const topics = topicsInOrder(view)
    .filter((t) => t.standing === 'open')
    .reverse();
  const look = LOOKS.find((l) => topics.length <= l.room) ?? MANY;
  const { shown, page, of } = usePages(topics, look.room, { first: topics[0]?.id });
  // E12: new among others; while the board is being born all are, and none need say so.
  const some = now !== null && topics.some((t) => !isNew(t, now));
  if (topics.length === 0)
    return (
      <Calling title={say('wall.board.empty')} link={`${address}/i/${view.code}/proponi`}>
        <p className="text-2xl text-ink-soft leading-normal">{say('wall.board.emptyHow')}</p>
      </Calling>
    );
  return (
    <div className="flex h-full flex-col">
      <Heading
        title={say('wall.board')}
        aside={<span>{say('wall.topics', { n: topics.length })}</span>}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ul className={`grid min-h-0 flex-1 gap-5 pb-3 ${look.grid}`}>
        {shown.map((t) => (
          <Sheet
            key={t.id}
            topic={t}
            size={look.size(t.title.length)}
            dense={look === MANY}
            fresh={some && now !== null && isNew(t, now)}
          />
        ))}
      </ul>
    </div>
  );
}

type SheetProps = {
  topic: Topic;
  size: string;
  /** Among many: who convenes it stands beside the number, and the rest is left to the phone. */
  dense: boolean;
  fresh: boolean;
};

function Sheet({ topic, size, dense, fresh }: SheetProps) {
  const say = useSay();
  const label = useShown((s) => (topic.convener ? s.people[topic.convener] : undefined));
  const who = topic.convener === null ? say('wall.noConvener') : (label ?? '');
  return (
    <li className="flex min-h-0 animate-arrive flex-col gap-1 overflow-hidden rounded-lg border-2 border-line bg-raised px-7 py-4 shadow-card">
      <p className="flex items-center gap-4 text-base leading-tight">
        <span className="shrink-0 font-bold text-accent text-xl">{topicNumber(topic.n)}</span>
        <StrandLetters strands={topic.strands} />
        {dense && <span className="min-w-0 truncate text-ink-soft">{who}</span>}
        {fresh && (
          <span className="ml-auto shrink-0 rounded-full bg-accent px-4 font-bold text-accent-ink">
            {say('wall.new')}
          </span>
        )}
      </p>
      <p className={`line-clamp-4 min-h-0 text-balance font-bold leading-tight ${size}`}>
        {topic.title || say('wall.hidden')}
      </p>
      {!dense && (
        <p className="mt-auto flex shrink-0 justify-between gap-5 text-base text-ink-soft leading-tight">
          <span className="truncate">{who}</span>
          {topic.interested > 0 && (
            <span className="shrink-0 tabular-nums">{say('wall.interested', { n: topic.interested })}</span>
          )}
        </p>
      )}
    </li>
  );
}
