'use client';
/** Announcing topics: one name as large as the wall, the title, the seconds left, and the next three. */
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { SPEAKING_SECONDS, speaking, turns } from '@/domain/gathering/speaking-turns';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { QrCode } from '@/ui/qr-code';
import { Fit } from '@/ui/wall-fit';
import { useWallShape } from '@/ui/wall-frame';
import { WallRing } from '@/ui/wall-ring';
import { TopicLine } from '@/ui/wall-strands';
import type { SceneProps } from './scene';
import { wallTopic } from './wall-topic';

export function Announcing({ address, now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const people = useShown((s) => s.people);
  const turn = now === null ? null : speaking(view, now);
  const lit = turn ? view.topics[turn.topic] : undefined;
  const name = (lit?.convener && people[lit.convener]) || '';
  const topic = lit && wallTopic(lit, say);
  const shape = useWallShape();
  // An upright wall is narrow for its height, and letters are measured by the height.
  const least = shape === 'upright' ? { name: 4.2, title: 3.4 } : { name: 7, title: 4.5 };
  const next = turns(view).slice(0, shape === 'upright' ? 2 : 3);
  return (
    <div
      className={cx(
        '-mx-[calc(var(--u)*1.2)] -my-[calc(var(--h)*1.2)] grid h-[calc(100%+var(--h)*2.4)] grid-cols-[1fr_36%] grid-rows-[1fr_auto] upright-wall:grid-cols-2',
        next.length > 0
          ? 'upright-wall:grid-rows-[minmax(0,1.4fr)_auto_minmax(0,1fr)]'
          : 'upright-wall:grid-rows-[minmax(0,1fr)_auto]',
      )}
    >
      <div
        className={cx(
          'grid min-h-0 min-w-0 grid-rows-[auto_1.15fr_1fr] upright-wall:col-span-2 px-[calc(var(--u)*2.6)] py-[calc(var(--h)*3)] upright-wall:py-[calc(var(--h)*1.4)]',
          next.length === 0 && 'row-span-2 upright-wall:row-span-1',
        )}
      >
        {topic ? (
          <>
            <p className="font-bold text-2xl text-accent">{say('wall.speaksNow')}</p>
            {/* Without the convener's name, the title gets its place. */}
            {name ? (
              <div className="min-h-0 animate-arrive" key={topic.number}>
                <Fit of={name} max={34} min={least.name}>
                  <b className="leading-none">{name}</b>
                </Fit>
              </div>
            ) : (
              <span />
            )}
            <h1 className="min-h-0" aria-label={topic.title}>
              <Fit of={topic.title} max={name ? 9.5 : 14} min={least.title} place="start">
                <TopicLine topic={topic} />
              </Fit>
            </h1>
          </>
        ) : (
          <div className="row-span-3 grid min-h-0 grid-rows-[1.3fr_1fr]">
            <h1 className="min-h-0">
              <Fit of={say('wall.announcing')} max={15} place="end">
                {say('wall.announcing')}
              </Fit>
            </h1>
            <Fit of={say('wall.announcingHow')} max={5} place="start">
              <span className="block pt-[0.6em] text-ink-soft">{say('wall.announcingHow')}</span>
            </Fit>
          </div>
        )}
      </div>
      <div className="grid place-items-center bg-panel text-panel-ink upright-wall:py-[calc(var(--h)*2)]">
        {turn ? (
          <span className="w-[calc(var(--u)*28)] upright-wall:w-[calc(var(--u)*36)]">
            <WallRing left={turn.left / SPEAKING_SECONDS}>
              {turn.left > 0 ? (
                <>
                  <b className="block text-[calc(var(--u)*13)] tabular-nums leading-none upright-wall:text-[calc(var(--u)*14)]">
                    {turn.left}
                  </b>
                  <span className="text-[max(calc(var(--u)*2.4),calc(var(--h)*3.06))]">
                    {say('wall.secondsWord', { n: turn.left })}
                  </span>
                </>
              ) : (
                <b className="text-[calc(var(--u)*6)]">{say('wall.thanks')}</b>
              )}
            </WallRing>
          </span>
        ) : (
          <QrCode
            value={`${address}/i/${view.code}`}
            label={`${address}/i/${view.code}`}
            className="size-[calc(var(--u)*24)] upright-wall:size-[calc(var(--u)*36)]"
          />
        )}
      </div>
      {next.length > 0 && <Waiting next={next} />}
      <div className="flex items-center gap-[calc(var(--u)*1.6)] upright-wall:row-start-2 upright-wall:col-start-2 upright-wall:flex-col upright-wall:justify-center bg-panel-deep px-[calc(var(--u)*2)] py-[calc(var(--h)*2)] text-panel-ink">
        {turn && (
          <QrCode
            value={`${address}/i/${view.code}`}
            label={`${address}/i/${view.code}`}
            className="size-[calc(var(--h)*18)] shrink-0 upright-wall:size-[calc(var(--h)*13)]"
          />
        )}
        <p className="text-lg leading-[1.2] upright-wall:text-base">
          {say('wall.wantTurn')}
          <b className="block tracking-[0.15em]">{view.code}</b>
        </p>
      </div>
    </div>
  );
}

/** The next three know that they are next. */
function Waiting({ next }: { next: readonly string[] }) {
  const say = useSay();
  const view = useView();
  const people = useShown((s) => s.people);
  return (
    <div className="flex h-[calc(var(--h)*26)] upright-wall:h-auto min-h-0 min-w-0 upright-wall:col-span-2 items-center gap-[calc(var(--u)*2)] overflow-hidden bg-sunken px-[calc(var(--u)*2.6)]">
      <b className="text-2xl text-accent">{say('wall.next')}</b>
      <ol
        aria-label={say('wall.nextTurns')}
        className="grid h-full min-w-0 flex-1 grid-cols-3 grid-rows-[minmax(0,1fr)] gap-[calc(var(--u)*1.6)] upright-wall:grid-cols-1 upright-wall:grid-rows-2"
      >
        {next.map((id) => {
          const topic = view.topics[id];
          const { title, number } = wallTopic(topic, say);
          const name = (topic?.convener && people[topic.convener]) || number;
          return (
            <li
              key={id}
              className="my-[calc(var(--h)*2)] upright-wall:my-[calc(var(--h)*0.8)] min-h-0 min-w-0 border-accent border-s-4 ps-[calc(var(--u)*1)]"
            >
              <Fit of={name + title} max={4.2}>
                <b className="block text-[1.25em] leading-[1.1]">{name}</b>
                {title}
              </Fit>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
