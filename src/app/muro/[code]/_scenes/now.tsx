'use client';
/** The circles under way: each a disc that fills, its space first, and the minutes left. I12: counts, never names. */
import { useView } from '@/client/hooks/gathering-provider';
import { nowAndNext, slotSpan } from '@/domain/gathering/clock';
import { circlesAt, spaceOf } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Slot } from '@/domain/gathering/state/matrix';
import type { Session } from '@/domain/gathering/state/session';
import { useSay } from '@/i18n/words';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, type WallShape } from '@/ui/wall-frame';
import { WallSeats } from '@/ui/wall-seats';
import { TopicLine } from '@/ui/wall-strands';
import { PageMark } from './page-mark';
import { usePages } from './pages';
import { type SceneProps, useRoom } from './scene';
import { wallTopic } from './wall-topic';

/** Maximum number of cells on a wall, the clock's own among them. */
const CELLS: Record<WallShape, { columns: number; rows: number }> = {
  wide: { columns: 3, rows: 4 },
  square: { columns: 2, rows: 5 },
  upright: { columns: 1, rows: 5 },
};

/** Cells that remain of `CELLS` when a band takes the height of some rows. */
function mostOf(shape: WallShape, taken: number): { columns: number; rows: number } {
  const { columns, rows } = CELLS[shape];
  return { columns, rows: rows - taken };
}

/** Rows that the band above takes. A wall that is not upright has room for all of them. */
function useTaken(now: number | null): number {
  const shape = useWallShape();
  const room = useRoom(now);
  if (shape !== 'upright' || room === 'whole') return 0;
  return room === 'tight' ? 2 : 1;
}

/** Up to this many cells fill the wall in one column. */
const FEW = 2;

/** Two columns as long as their rows are high enough, then three. */
function gridOf(cells: number, shape: WallShape, taken: number): { columns: number; rows: number } {
  const most = mostOf(shape, taken);
  const columns = shape === 'upright' || cells <= FEW ? 1 : shape === 'square' || cells <= 8 ? 2 : 3;
  return {
    columns,
    rows: Math.max(
      shape === 'upright' ? 3 : Math.min(2, cells),
      Math.min(most.rows, Math.ceil(cells / columns)),
    ),
  };
}

export function Now({ now }: SceneProps) {
  const view = useView();
  const say = useSay();
  const shape = useWallShape();
  const time = nowAndNext(view, now ?? 0);
  const here = circlesAt(view, time.now?.id ?? null);
  const taken = useTaken(now);
  const most = mostOf(shape, taken);
  const { shown, page, of } = usePages(here, most.columns * most.rows - 1);
  const { columns, rows } = gridOf(shown.length + 1, shape, taken);
  const few = shape !== 'upright' && shown.length < FEW;
  // Until any circle has begun, the clock says once what each of them would say.
  const first = here.length > 1 && here.every((s) => s.state === 'planned');
  return (
    <div className="relative flex size-full flex-col">
      <h1 className="sr-only">{say('wall.now')}</h1>
      {/* Names written from the left end in its corner, where the wall itself is read from the right. */}
      <PageMark
        page={page}
        of={of}
        className="absolute end-0 top-0 text-ink-soft leading-[1.15] rtl:static rtl:self-end"
      />
      {here.length === 0 && !time.now && !time.next ? (
        <p className="grid size-full place-items-center text-center text-3xl text-ink-soft">
          {say('wall.nothingNow')}
        </p>
      ) : (
        <ul
          className="grid min-h-0 w-full flex-1 gap-x-[calc(var(--u)*1.6)] gap-y-[calc(var(--h)*1)]"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
            gridAutoFlow: columns > 1 ? 'column' : 'row',
          }}
        >
          {shown.map((s) => (
            <Circle key={s.id} view={view} session={s} first={first} few={few} />
          ))}
          <Clock view={view} now={now} slot={time.now} next={time.next} first={first} few={few} />
        </ul>
      )}
    </div>
  );
}

const IS = { planned: 'planned', running: 'running', ended: 'ended', cancelled: 'ended' } as const;

type CircleProps = { view: Gathering; session: Session; first: boolean; few: boolean };

/** A circle from above, a seat for each person; its space, its title, and its state only when unexpected. */
function Circle({ view, session, first, few }: CircleProps) {
  const say = useSay();
  const topic = wallTopic(view.topics[session.topic], say);
  const at = spaceOf(view, session);
  const space = at?.name ?? '';
  const capacity = at?.capacity === undefined ? '' : say('space.capacity', { n: at.capacity });
  const from = session.movedFrom.at(-1);
  const before = from && view.spaces.find((p) => p.id === from.space)?.name;
  const state =
    session.state === 'ended'
      ? say('wall.circleOver')
      : before && before !== space
        ? say('wall.movedFrom', { space: before })
        : session.state === 'planned' && !first
          ? say('wall.circlePlanned')
          : '';
  return (
    <li className="grid min-h-0 min-w-0 grid-cols-[auto_1fr] grid-rows-[minmax(0,1fr)] items-center gap-[calc(var(--u)*1.2)]">
      <span className="block aspect-square h-full max-h-[calc(var(--h)*24)] max-w-[calc(var(--u)*13)]">
        <WallSeats
          count={session.present}
          says={say('wall.present', { n: session.present })}
          strand={topic.strands[0] ?? null}
          is={session.present > 0 && session.state === 'planned' ? 'running' : IS[session.state]}
        />
      </span>
      <Fit
        of={`${space} ${capacity} ${topic.title} ${state}`}
        max={few ? 8 : 5}
        tail={
          state && (
            <span className="mt-[0.2em] inline-block max-w-full rounded-md bg-ink px-[0.5em] font-bold text-[max(0.7em,calc(var(--h)*3.06))] text-surface">
              {state}
            </span>
          )
        }
      >
        <span className="block pb-[0.06em] font-bold text-[1.65em] upright-wall:text-[1.3em] leading-[1.08]">
          {space}
          {capacity && session.state !== 'ended' && (
            <span className="ms-[0.5em] inline-block font-normal text-[max(0.6em,calc(var(--h)*3.06))] text-ink-soft">
              {capacity}
            </span>
          )}
        </span>
        <span className="block">
          <TopicLine topic={topic} />
        </span>
      </Fit>
    </li>
  );
}

/** Room for one digit of the minutes, in hundredths of the wall's height. */
const DIGIT = 8.4;

type ClockProps = {
  view: Gathering;
  now: number | null;
  slot: Slot | null;
  next: Slot | null;
  first: boolean;
  few: boolean;
};

/** The clock takes the place of one circle: minutes left, the end time, and people who are walking about. */
function Clock({ view, now, slot, next, first, few }: ClockProps) {
  const say = useSay();
  const left = slot && now !== null ? Math.max(0, Math.ceil((slotSpan(view, slot).to - now) / 60_000)) : null;
  const lines = [
    slot && first ? say('wall.circlePlanned') : '',
    slot ? say('wall.slotEnds', { slot: slot.label, time: slot.end }) : '',
    !slot && next ? say('wall.slotStarts', { slot: next.label, time: next.start }) : '',
    view.roaming > 0 ? say('wall.walking', { n: view.roaming }) : '',
  ].filter(Boolean);
  return (
    <li className="grid min-h-0 min-w-0 grid-cols-[auto_1fr] grid-rows-[minmax(0,1fr)] items-center gap-[calc(var(--u)*1.6)] overflow-hidden rounded-lg bg-panel px-[calc(var(--u)*1.8)] py-[calc(var(--h)*0.6)] text-panel-ink">
      {left !== null ? (
        <span className="h-full" style={{ width: `calc(var(--h) * ${String(left).length * DIGIT})` }}>
          <Fit of={String(left)} max={15} min={4}>
            <b className="block text-center tabular-nums leading-none">{left}</b>
          </Fit>
        </span>
      ) : (
        <span />
      )}
      <Fit of={`${left} ${lines.join()}`} max={few ? 8 : 4}>
        {left !== null && (
          <span className="block font-bold text-[1.5em] leading-[1.1] upright-wall:text-[1.1em]">
            {say('wall.minutes', { n: left })}
          </span>
        )}
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </Fit>
    </li>
  );
}
