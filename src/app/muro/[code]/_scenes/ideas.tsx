'use client';
/** A meeting of prompts on the wall: the present prompt, and the ideas as they come, newest first. */
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { ideaNumber } from '@/domain/gathering/formats';
import { useSay } from '@/i18n/words';
import { QrCode } from '@/ui/qr-code';
import { cx } from '@/ui/cx';
import { Fit } from '@/ui/wall-fit';
import { useWallShape } from '@/ui/wall-frame';
import { PageMark } from './page-mark';
import { usePages } from './pages';
import { type SceneProps, useTight } from './scene';

/** Prompts listed at once, while none is being discussed: an upright wall has the height of one. */
const LISTED = { wide: 4, square: 4, upright: 1 } as const;

export function Ideas({ address, now: at }: SceneProps) {
  const say = useSay();
  const view = useView();
  const known = useWritten();
  const shape = useWallShape();
  const tight = useTight(at);
  const { prompts, speakers } = view.programme;
  const now = prompts.find((p) => p.id === view.prompt);
  const ideas = Object.values(view.ideas)
    .filter((i) => !i.withdrawn && !i.hidden && (!now || i.prompt === now.id))
    .sort((a, b) => b.n - a.n);
  const listed = usePages(now || tight ? [] : prompts, LISTED[shape]).shown;
  const rows = shape !== 'upright' ? 6 : tight ? 2 : listed.length > 0 ? 3 : 4;
  const { shown, page, of } = usePages(ideas, rows, { first: ideas[0]?.id });
  const link = `${address}/i/${view.code}`;
  const question = now?.text ?? (view.question || view.title);
  return (
    <div
      className={cx(
        'grid size-full',
        tight ? 'gap-[calc(var(--h)*1)]' : 'gap-[calc(var(--u)*3)]',
        shape !== 'upright'
          ? 'grid-cols-[1fr_1.35fr]'
          : listed.length > 0
            ? 'grid-rows-[4fr_3fr]'
            : tight
              ? 'grid-rows-2'
              : 'grid-rows-[3fr_4fr]',
      )}
    >
      <section
        className={cx(
          'grid min-h-0 min-w-0 grid-rows-[1fr_auto_auto_auto]',
          tight ? 'gap-[calc(var(--h)*0.6)]' : 'gap-[calc(var(--h)*2)]',
        )}
      >
        <h1 className="min-h-0">
          <Fit of={question} max={11} place="start">
            <span className="[text-wrap:balance]">{question}</span>
          </Fit>
        </h1>
        <ol className="grid gap-[calc(var(--h)*1.4)] empty:hidden">
          {listed.map((p) => (
            <li key={p.id} className="h-[calc(var(--h)*8.6)] border-accent border-s-4 ps-[calc(var(--u)*1)]">
              <Fit of={p.text} max={3.8}>
                {p.text}
              </Fit>
            </li>
          ))}
        </ol>
        {speakers.length > 0 && !tight && (
          <p className="truncate pb-[0.1em] text-lg text-ink-soft">{speakers.join(' · ')}</p>
        )}
        <div className="flex items-center gap-[calc(var(--u)*1.6)]">
          <QrCode
            value={link}
            label={link}
            className={cx(
              'shrink-0',
              tight
                ? 'size-[calc(var(--h)*9)]'
                : 'size-[calc(var(--h)*22)] upright-wall:size-[calc(var(--h)*13)]',
            )}
          />
          <p className="text-lg leading-[1.25] upright-wall:text-base">{say('wall.ideasHow')}</p>
        </div>
      </section>
      <section className="flex min-h-0 min-w-0 flex-col">
        <div className="mb-[calc(var(--h)*1)] flex items-baseline justify-between text-ink-soft tabular-nums">
          <b className="text-3xl text-accent leading-none">
            {ideas.length > 0 && say('wall.ideas', { n: ideas.length })}
          </b>
          <PageMark page={page} of={of} />
        </div>
        {ideas.length === 0 ? (
          <p className="grid flex-1 place-items-center text-2xl text-ink-soft">
            {known && say('wall.ideasNone')}
          </p>
        ) : (
          <ul
            className="grid min-h-0 flex-1 gap-[calc(var(--h)*1)]"
            style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}
          >
            {shown.map((i) => (
              <li
                key={i.id}
                className="grid min-h-0 animate-arrive grid-cols-[auto_1fr] items-center gap-[calc(var(--u)*1.2)] rounded-lg bg-raised px-[calc(var(--u)*1.2)]"
              >
                <b className="text-accent tabular-nums">{ideaNumber(i.n)}</b>
                <Fit of={i.text} max={4.2}>
                  {i.text}
                </Fit>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
