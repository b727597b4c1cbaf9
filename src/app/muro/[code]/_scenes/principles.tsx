'use client';
/** The principles and the law of two feet, for the opening circle. */
import { principlesOf } from '@/app/_shared/principles';
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Fit } from '@/ui/wall-fit';
import { useWallShape } from '@/ui/wall-frame';
import { type SceneProps, useRoom } from './scene';

/** Upright, a long sentence has more of the height than a short one, which has `least` and stays on one line. */
const partOf = (sentence: string, least: number): string =>
  `minmax(0, ${Math.max(least, sentence.length)}fr)`;

export function Principles({ now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const room = useRoom(now);
  const tight = room === 'tight';
  const banded = shape === 'upright' && room === 'banded';
  const principles = principlesOf(view);
  return (
    <div
      className={cx(
        'grid size-full grid-cols-[1fr_36%] upright-wall:grid-cols-1',
        tight
          ? 'grid-rows-[4fr_3fr] gap-[calc(var(--h)*0.6)]'
          : 'gap-[calc(var(--u)*2.4)] upright-wall:grid-rows-[3fr_2fr]',
      )}
    >
      <section className="flex min-h-0 flex-col ps-[calc(var(--u)*1)]">
        <h1 className={tight ? 'sr-only' : 'text-3xl text-accent leading-[1.2]'}>{say('wall.principles')}</h1>
        <ol
          className="grid min-h-0 flex-1"
          style={{
            gridTemplateRows:
              shape === 'upright'
                ? principles.map((key) => partOf(say(key), tight ? 24 : 34)).join(' ')
                : `repeat(${principles.length}, minmax(0, 1fr))`,
          }}
        >
          {principles.map((key, i) => (
            <li key={key} className="grid min-h-0 grid-cols-[auto_1fr] items-center gap-[calc(var(--u)*1.6)]">
              <b
                className={cx(
                  'text-accent tabular-nums leading-none',
                  tight ? 'text-xl' : 'text-[calc(var(--h)*9)] upright-wall:text-[calc(var(--h)*7)]',
                )}
              >
                {i + 1}
              </b>
              <Fit of={say(key)} max={7}>
                <b className="[text-wrap:balance]">{say(key)}</b>
              </Fit>
            </li>
          ))}
        </ol>
      </section>
      <section
        className={cx(
          '-my-[calc(var(--h)*1.2)] -me-[calc(var(--u)*1.2)] grid min-h-0 grid-rows-[auto_1fr] bg-panel text-panel-ink upright-wall:mt-0 upright-wall:-ms-[calc(var(--u)*1.2)]',
          tight
            ? 'gap-[calc(var(--h)*0.4)] px-[calc(var(--u)*2.2)] py-[calc(var(--h)*1)]'
            : 'gap-[calc(var(--h)*3)] p-[calc(var(--u)*2.4)]',
        )}
      >
        <h2 className={cx('leading-[1.15]', tight ? 'text-lg' : banded ? 'text-xl' : 'text-3xl')}>
          {say('wall.law')}
        </h2>
        <Fit of={say('wall.law.text')} max={7.4} place="start">
          {say('wall.law.text')}
        </Fit>
      </section>
    </div>
  );
}
