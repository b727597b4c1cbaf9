'use client';
/** What is going on: the circles of this slot as large as they are full, and what comes next. I12: counts, never names. */
import { useView } from '@/client/provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { circlesAt, sessionsIn, spaceOf } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Session } from '@/domain/gathering/state/session';
import type { Slot } from '@/domain/gathering/state/matrix';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { CircleBubble, chairs } from '@/ui/circle-bubble';
import { Icon } from '@/ui/icons';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

export function Now({ now }: SceneProps) {
  const view = useView();
  const say = useSay();
  const time = nowAndNext(view, now ?? 0);
  const here = circlesAt(view, time.now?.id ?? null);
  const few = here.length <= 4;
  const { shown, page, of } = usePages(here, few ? 4 : 6);
  const title = time.now
    ? `${say('wall.now')} · ${time.now.label} ${time.now.start}–${time.now.end}`
    : say('wall.now');
  return (
    <div className={`grid h-full gap-12 ${time.next ? 'grid-cols-[1fr_26%]' : 'grid-cols-1'}`}>
      <section className="flex min-h-0 min-w-0 flex-col">
        <Heading
          title={title}
          page={of > 1 ? say('wall.page', { page, of }) : null}
          aside={view.roaming > 0 ? <span>{say('wall.roaming', { n: view.roaming })}</span> : null}
        />
        {here.length === 0 ? (
          <p className="grid flex-1 place-items-center text-center text-3xl text-ink-soft">
            {say('wall.nothingNow')}
          </p>
        ) : (
          <ul
            className={`grid min-h-0 flex-1 grid-cols-2 gap-x-8 gap-y-4 pb-3 ${few ? 'grid-rows-2' : 'grid-rows-3'}`}
          >
            {shown.map((s) => (
              <Circle key={s.id} view={view} session={s} large={few} />
            ))}
          </ul>
        )}
      </section>
      {time.next && <Next view={view} slot={time.next} />}
    </div>
  );
}

const STATES = {
  planned: 'wall.notBegun',
  running: 'wall.running',
  ended: 'wall.over',
  cancelled: 'wall.over',
} as const;

/** In hundredths of the wall's width: the room a circle has, and how large it is drawn when there is enough. */
const ROOM = { few: 13, many: 11.8 };
const scaleFor = (people: number, room: number): number => {
  const width = (chairs(people).radius + 4.6) * 0.4168;
  return Math.min(room / 8.2, room / width);
};

/** The circle from above, a chair for each; where it is, and its title. */
function Circle({ view, session, large }: { view: Gathering; session: Session; large: boolean }) {
  const say = useSay();
  const topic = view.topics[session.topic];
  const title = topic?.title || say('wall.hidden');
  const long = title.length > 84;
  const columns = large ? 'grid-cols-[calc(var(--u)*13)_1fr]' : 'grid-cols-[calc(var(--u)*11.8)_1fr]';
  const size = large ? (long ? 'text-lg' : 'text-xl') : long ? 'text-base' : 'text-lg';
  return (
    <li className={`grid min-h-0 min-w-0 items-center gap-6 overflow-hidden ${columns}`}>
      <span className="grid place-items-center">
        <CircleBubble
          count={session.present}
          says={say('wall.present', { n: session.present })}
          scale={scaleFor(session.present, large ? ROOM.few : ROOM.many)}
          still={session.state !== 'running'}
        />
      </span>
      <div className="min-w-0">
        <p className="flex items-center gap-3 text-lg leading-snug">
          <Icon name="place" className="size-[1em] text-accent" />
          <span className="min-w-0 truncate">
            <b className="text-accent">{spaceOf(view, session)?.name}</b>
            <span className="text-base text-ink-soft"> · {say(STATES[session.state])}</span>
          </span>
        </p>
        <p
          className={`font-bold leading-tight ${size} ${large ? 'line-clamp-5' : long ? 'line-clamp-4' : 'line-clamp-3'}`}
        >
          <span className="mr-3 text-accent">{topicNumber(topic?.n ?? 0)}</span>
          {title}
        </p>
      </div>
    </li>
  );
}

/** So many fit beside the circles of now. */
const NEXT_ROOM = 5;

function Next({ view, slot }: { view: Gathering; slot: Slot }) {
  const say = useSay();
  const list = sessionsIn(view, slot.id);
  const { shown } = usePages(list, NEXT_ROOM);
  return (
    <aside className="flex min-h-0 min-w-0 flex-col">
      <Heading title={`${say('wall.next')} · ${slot.start}`} />
      <ul className="grid min-h-0 flex-1 grid-rows-5 gap-4 pb-3">
        {shown.map((s) => (
          <li key={s.id} className="min-h-0 overflow-hidden border-accent border-l-4 pl-5">
            <p className="line-clamp-2 font-semibold text-base leading-snug">
              <span className="mr-3 font-bold text-accent">{topicNumber(view.topics[s.topic]?.n ?? 0)}</span>
              {view.topics[s.topic]?.title || say('wall.hidden')}
            </p>
            <p className="truncate text-base text-ink-soft leading-snug">{spaceOf(view, s)?.name}</p>
          </li>
        ))}
        {list.length === 0 && <li className="text-ink-soft text-lg">{say('wall.nobodyPlaced')}</li>}
      </ul>
    </aside>
  );
}
