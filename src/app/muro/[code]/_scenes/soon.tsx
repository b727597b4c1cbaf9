'use client';
/** Before a slot: a departures board with hour, space, topic, and the minutes left. */
import { useView } from '@/client/hooks/gathering-provider';
import { nowAndNext, slotSpan } from '@/domain/gathering/clock';
import { sessionsIn, spaceOf } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, type WallRoom, type WallShape } from '@/ui/wall-frame';
import { WallRing } from '@/ui/wall-ring';
import { TopicLine } from '@/ui/wall-strands';
import { PageMark } from './page-mark';
import { usePages } from './pages';
import { type SceneProps, useRoom } from './scene';
import { wallTopic } from './wall-topic';

/** As many minutes as the ring can show. */
const RING_MINUTES = 15;
const ROWS: Record<WallShape, number> = { wide: 10, square: 8, upright: 4 };
/** Upright, under a band: each row keeps a title of two lines. */
const UPRIGHT_ROWS: Record<WallRoom, number> = { whole: 4, banded: 3, tight: 2 };

export function Soon({ now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const room = useRoom(now);
  const tight = room === 'tight';
  const rows = shape === 'upright' ? UPRIGHT_ROWS[room] : ROWS[shape];
  const { next } = nowAndNext(view, now ?? 0);
  const sessions = next ? sessionsIn(view, next.id) : [];
  const { shown, page, of } = usePages(sessions, rows);
  if (!next)
    return (
      <p className="grid size-full place-items-center text-center text-3xl text-ink-soft">
        {say('wall.nothingNow')}
      </p>
    );
  const left = now === null ? null : Math.max(0, Math.ceil((slotSpan(view, next).from - now) / 60_000));
  return (
    <div className="grid size-full grid-cols-[30%_1fr] upright-wall:grid-cols-1 upright-wall:grid-rows-[auto_1fr]">
      <section className="-my-[calc(var(--h)*1.2)] -ms-[calc(var(--u)*1.2)] flex flex-col justify-between gap-4 bg-panel px-[calc(var(--u)*2)] py-[calc(var(--h)*2)] text-panel-ink upright-wall:-me-[calc(var(--u)*1.2)] upright-wall:mb-0 upright-wall:flex-row upright-wall:items-center">
        <div className="upright-wall:w-[calc(var(--u)*44)]">
          <h1 className="text-[calc(var(--h)*5)] leading-[1.05] upright-wall:text-[calc(var(--h)*4)]">
            <span className="block">{say('wall.soonAt')}</span>
            <span
              className={cx(
                'block h-[min(calc(var(--h)*21),calc(var(--u)*14))] whitespace-nowrap tabular-nums',
                tight ? 'upright-wall:h-[calc(var(--u)*12)]' : 'upright-wall:h-[calc(var(--u)*19)]',
              )}
            >
              <Fit of={next.start} max={17} min={5}>
                {next.start}
              </Fit>
            </span>
            <span className="block">{say('wall.soonGo')}</span>
          </h1>
          <PageMark page={page} of={of} />
        </div>
        {left !== null && (
          <p className="flex items-center gap-[calc(var(--u)*1)]">
            <span
              className={cx(
                'w-[calc(var(--u)*13)]',
                tight ? 'upright-wall:w-[calc(var(--h)*11)]' : 'upright-wall:w-[calc(var(--h)*14)]',
              )}
            >
              <WallRing left={left / RING_MINUTES}>
                <b className="text-[calc(var(--u)*6)] tabular-nums leading-none upright-wall:text-[calc(var(--h)*6)]">
                  {left}
                </b>
              </WallRing>
            </span>
            <b className="max-w-[calc(var(--h)*18)] text-[calc(var(--h)*4)] leading-[1.1] [overflow-wrap:break-word] upright-wall:max-w-[calc(var(--u)*22)] upright-wall:text-[calc(var(--h)*3.06)]">
              {say('wall.minutesLeft', { n: left })}
            </b>
          </p>
        )}
      </section>
      <ul
        className="grid min-h-0 ps-[calc(var(--u)*2)]"
        style={{ gridTemplateRows: `repeat(${Math.max(Math.min(3, rows), shown.length)}, minmax(0, 1fr))` }}
      >
        {shown.map((s) => {
          const topic = wallTopic(view.topics[s.topic], say);
          const space = spaceOf(view, s)?.name ?? '';
          return (
            <li
              key={s.id}
              className="grid min-h-0 grid-cols-[2fr_3fr] gap-[calc(var(--u)*1.4)] border-line border-b-2 last:border-b-0 square-wall:block"
            >
              {shape === 'wide' ? (
                <>
                  <Fit of={space} max={7}>
                    <b>{space}</b>
                  </Fit>
                  <Fit of={topic.title} max={4.8}>
                    <TopicLine topic={topic} />
                  </Fit>
                </>
              ) : (
                <Fit of={`${space} ${topic.title}`} max={4.4}>
                  <b className={cx('block leading-[1.1]', tight ? 'text-[1.15em]' : 'text-[1.35em]')}>
                    {space}
                  </b>
                  <TopicLine topic={topic} />
                </Fit>
              )}
            </li>
          );
        })}
        {sessions.length === 0 && (
          <li className="self-center text-2xl text-ink-soft">{say('wall.nobodyPlaced')}</li>
        )}
      </ul>
    </div>
  );
}
