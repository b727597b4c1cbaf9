'use client';
/** What is going on: the circles of this slot as large as they are full, and what comes next. I12: counts, never names. */
import { useView } from '@/client/provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { circlesAt, sessionsIn, spaceOf } from '@/domain/gathering/queries';
import { type Gathering, type Session, type Slot, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene-for';

export function Now({ now }: SceneProps) {
  const view = useView();
  const say = useSay();
  const time = nowAndNext(view, now ?? 0);
  const here = circlesAt(view, time.now?.id ?? null);
  const { shown, page, of } = usePages(here, 6);
  const title = time.now
    ? `${say('wall.now')} · ${time.now.label} ${time.now.start}–${time.now.end}`
    : say('wall.now');
  return (
    <div className="grid h-full grid-cols-[1fr_28%] gap-12">
      <section className="flex min-h-0 flex-col">
        <Heading
          title={title}
          page={of > 1 ? say('wall.page', { page, of }) : null}
          aside={view.roaming > 0 ? <span>{say('wall.roaming', { n: view.roaming })}</span> : null}
        />
        {here.length === 0 ? (
          <p className="grid flex-1 place-items-center text-2xl text-ink-soft">{say('wall.nothingNow')}</p>
        ) : (
          <ul className="grid min-h-0 flex-1 grid-cols-2 grid-rows-3 gap-5 pb-3">
            {shown.map((s) => (
              <Circle key={s.id} view={view} session={s} />
            ))}
          </ul>
        )}
      </section>
      <Next view={view} slot={time.next} />
    </div>
  );
}

const STATES = {
  planned: 'wall.notBegun',
  running: 'wall.running',
  ended: 'wall.over',
  cancelled: 'wall.over',
} as const;

function Circle({ view, session }: { view: Gathering; session: Session }) {
  const say = useSay();
  const topic = view.topics[session.topic];
  // Area grows with people; the number is written, so size is never the only sign.
  const size = 6.5 + Math.min(1, Math.sqrt(session.present) / 5) * 4.5;
  return (
    <li className="flex min-h-0 items-center gap-6 overflow-hidden rounded-lg bg-raised px-6 py-3 shadow-card">
      <span
        className={`grid shrink-0 place-items-center rounded-full border-[0.35em] border-accent font-bold text-2xl tabular-nums transition-all duration-700 ${session.state === 'running' ? 'bg-accent-soft' : 'bg-raised'}`}
        style={{ width: `calc(var(--u) * ${size})`, height: `calc(var(--u) * ${size})` }}
      >
        <span aria-hidden="true">{session.present}</span>
        <span className="sr-only">{say('wall.present', { n: session.present })}</span>
      </span>
      <div className="min-w-0">
        <p className="line-clamp-3 font-bold text-lg leading-tight">
          <span className="mr-3 text-accent">{topicNumber(topic?.n ?? 0)}</span>
          {topic?.title || say('wall.hidden')}
        </p>
        <p className="mt-1 truncate text-base">
          {spaceOf(view, session)?.name} · {say(STATES[session.state])}
        </p>
      </div>
    </li>
  );
}

function Next({ view, slot }: { view: Gathering; slot: Slot | null }) {
  const say = useSay();
  const list = slot ? sessionsIn(view, slot.id) : [];
  const { shown } = usePages(list, 6);
  if (!slot) return <aside />;
  return (
    <aside className="flex min-h-0 flex-col">
      <Heading title={`${say('wall.next')} · ${slot.start}`} />
      <ul className="grid content-start gap-5 overflow-hidden">
        {shown.map((s) => (
          <li key={s.id} className="border-accent border-l-4 pl-5">
            <p className="line-clamp-2 font-semibold text-base leading-snug">
              <span className="mr-3 font-bold text-accent">{topicNumber(view.topics[s.topic]?.n ?? 0)}</span>
              {view.topics[s.topic]?.title || say('wall.hidden')}
            </p>
            <p className="truncate text-base text-ink-soft">{spaceOf(view, s)?.name}</p>
          </li>
        ))}
        {list.length === 0 && <li className="text-ink-soft text-lg">{say('wall.nobodyPlaced')}</li>}
      </ul>
    </aside>
  );
}
