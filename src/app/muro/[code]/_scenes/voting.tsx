'use client';
/** During the vote the wall shows only how many have voted; afterwards, the result (I7). */
import { useView } from '@/client/hooks/gathering-provider';
import { standings } from '@/domain/gathering/vote-results';
import { topicNumber } from '@/domain/gathering/state/topic';
import { votersOf } from '@/domain/gathering/state/voting';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Fit } from '@/ui/wall-fit';
import { Calling } from './call-to-action';
import { Heading } from './heading';
import { useWallShape, type WallRoom } from '@/ui/wall-frame';
import { usePages } from './pages';
import { type SceneProps, useRoom } from './scene';

export function Voting({ address, now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const { state, quota } = view.voting;
  const voters = votersOf(view.voting);
  if (state === 'closed') return <Results now={now} />;
  return (
    <Calling now={now} title={say('wall.voting')} link={`${address}/i/${view.code}/voto`}>
      <div role="status">
        <p className="font-bold text-[min(calc(var(--h)*10),calc(var(--u)*6.4))] upright-wall:text-[calc(var(--u)*9)] tabular-nums leading-[1.1]">
          {say(state === 'open' ? 'wall.turnout' : 'wall.notOpen', { n: voters, of: view.people })}
        </p>
        {state === 'open' && (
          <span
            aria-hidden="true"
            className="mt-[calc(var(--h)*2)] block h-[calc(var(--h)*4)] rounded-full bg-sunken upright-wall:mt-[calc(var(--h)*1)] upright-wall:h-[calc(var(--h)*2)]"
          >
            <span
              className="block h-full rounded-full bg-accent transition-[width] duration-700"
              style={{ width: `${Math.min(100, (voters / Math.max(1, view.people)) * 100)}%` }}
            />
          </span>
        )}
      </div>
      <p className="text-2xl leading-[1.3] upright-wall:text-base">{say('wall.votingHow', { n: quota })}</p>
    </Calling>
  );
}

const ROWS: Record<WallRoom, number> = { whole: 6, banded: 5, tight: 5 };
/** Upright, each row keeps a title of two lines over its bar. */
const UPRIGHT_ROWS: Record<WallRoom, number> = { whole: 4, banded: 3, tight: 3 };

export function Results({ now }: { now: number | null }) {
  const say = useSay();
  const view = useView();
  const rows = standings(view);
  const shape = useWallShape();
  const room = useRoom(now);
  const most = Math.max(1, ...rows.map((r) => r.dots));
  const { shown, page, of } = usePages(rows, (shape === 'upright' ? UPRIGHT_ROWS : ROWS)[room], {
    everyMs: 12_000,
  });
  if (view.voting.state !== 'closed')
    return <p className="grid size-full place-items-center text-center text-3xl">{say('wall.noResults')}</p>;
  return (
    <div className="flex size-full flex-col">
      <Heading
        tight={room === 'tight'}
        title={say('wall.results')}
        aside={<b className="text-ink">{say('wall.voted', { n: votersOf(view.voting) })}</b>}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ol
        className="grid min-h-0 flex-1 gap-[calc(var(--h)*1)]"
        style={{
          gridTemplateRows: `repeat(${Math.max(room === 'whole' ? 4 : 3, shown.length)}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((r) => (
          <li
            key={r.id}
            className="grid min-h-0 grid-cols-[calc(var(--h)*14)_1fr] upright-wall:grid-cols-[calc(var(--h)*8)_1fr] grid-rows-[minmax(0,1fr)_auto] items-center gap-x-[calc(var(--u)*1.4)] gap-y-[calc(var(--h)*0.5)]"
          >
            <b
              className={cx(
                'row-span-2 text-end tabular-nums leading-none upright-wall:text-[calc(var(--h)*6)]',
                room === 'whole' ? 'text-[calc(var(--h)*9)]' : 'text-[calc(var(--h)*7)]',
              )}
            >
              {r.dots}
            </b>
            <Fit of={r.name} max={5} place="end">
              <b className="me-[0.5em] text-accent">{r.topics.map((t) => topicNumber(t.n)).join(' + ')}</b>
              {r.name || say('wall.hidden')}
            </Fit>
            <span
              aria-hidden="true"
              className={cx(
                'block rounded-full bg-sunken',
                // Thinner, so that a long title keeps its third line.
                room === 'tight' ? 'h-[calc(var(--h)*1)]' : 'h-[calc(var(--h)*2)]',
              )}
            >
              <span
                className="block h-full rounded-full bg-accent transition-[width] duration-700"
                style={{ width: `${(r.dots / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ol>
      {room !== 'tight' && (
        <p className="pt-[calc(var(--h)*1)] text-base text-ink-soft leading-[1.25]">{say('wall.allStay')}</p>
      )}
    </div>
  );
}
