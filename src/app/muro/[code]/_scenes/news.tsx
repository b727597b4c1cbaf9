'use client';
/** The news wall: published reports with their photographs, newest first, and how many are still being written. */
import { Photo } from '@/app/_shared/photo';
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { awaitedReports, hungReports } from '@/domain/gathering/report-queries';
import type { Report } from '@/domain/gathering/state/report';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Fit } from '@/ui/wall-fit';
import { useWallShape } from '@/ui/wall-frame';
import { TopicLine } from '@/ui/wall-strands';
import { Heading } from './heading';
import { usePages } from './pages';
import { type SceneProps, useTight } from './scene';
import { wallTopic } from './wall-topic';

export function News({ now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const known = useWritten();
  const tight = useTight(now);
  const hung = hungReports(view);
  const awaited = awaitedReports(view);
  const { shown, page, of } = usePages(hung, tight ? 1 : 2, { everyMs: 14_000, first: hung[0]?.topic.id });
  if (hung.length === 0)
    return (
      <div className="grid size-full content-center gap-8 text-center">
        <h1 className={cx('leading-[1.05]', tight ? 'text-4xl' : 'text-[calc(var(--h)*13)]')}>
          {say('wall.news')}
        </h1>
        {known && <p className="text-2xl text-ink-soft">{say('wall.newsEmpty')}</p>}
      </div>
    );
  return (
    <div className="flex size-full flex-col">
      <Heading
        tight={tight}
        title={say('wall.news')}
        aside={
          <b className={cx('text-accent leading-none', tight ? 'text-lg' : 'text-3xl upright-wall:text-2xl')}>
            {say('wall.handedIn', { n: hung.length, of: hung.length + awaited.length })}
          </b>
        }
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ul
        className={`grid min-h-0 flex-1 gap-[calc(var(--u)*1.2)] ${shown.length === 1 ? '' : shape === 'upright' ? 'grid-rows-2' : 'grid-cols-2'}`}
      >
        {shown.map(({ topic, report }) => (
          <Sheet key={topic.id} topic={topic} report={report} />
        ))}
      </ul>
      {awaited.length > 0 && (
        <p className="truncate pt-[calc(var(--h)*1)] pb-[0.15em] text-base text-ink-soft">
          {say('wall.awaited', { topics: awaited.map((t) => topicNumber(t.n)).join(', ') })}
        </p>
      )}
    </div>
  );
}

function Sheet({ topic, report }: { topic: Topic; report: Report }) {
  const say = useSay();
  const shape = useWallShape();
  const photo = report.photos.find((p) => !p.removed);
  const summary =
    report.fields.summary.text ||
    report.outcomeReason ||
    say.dynamic(`wall.outcome.${report.outcome}`, {}, 'wall.noSummary');
  const distances = report.fields.distances.text;
  return (
    <li
      className={`grid min-h-0 min-w-0 animate-arrive overflow-hidden rounded-lg bg-raised shadow-card ${photo ? (shape === 'square' ? 'grid-rows-[42%_minmax(0,1fr)]' : 'grid-cols-[40%_minmax(0,1fr)]') : ''}`}
    >
      {/* Whole, because it is mostly a sheet with words on it. */}
      {photo && (
        <Photo
          hash={photo.hash}
          w={photo.w}
          h={photo.h}
          alt={photo.caption || say('wall.photo')}
          className="h-full! min-h-0 rounded-none border-0 bg-sunken object-contain"
        />
      )}
      <div className="grid min-h-0 grid-rows-[auto_1fr_auto] gap-[calc(var(--h)*1.4)] px-[calc(var(--u)*1.8)] py-[calc(var(--h)*2)]">
        <div className="h-[calc(var(--h)*12)]">
          <Fit of={topic.title} max={5.4} place="start">
            <TopicLine topic={wallTopic(topic, say)} />
          </Fit>
        </div>
        <div className="min-h-0">
          <Fit of={summary} max={7.2} place="start">
            <span className="whitespace-pre-line">{summary}</span>
          </Fit>
        </div>
        {distances && (
          <div className="h-[calc(var(--h)*9)] border-accent border-s-4 ps-[calc(var(--u)*1)]">
            <Fit of={distances} max={3.8}>
              {distances}
            </Fit>
          </div>
        )}
      </div>
    </li>
  );
}
