'use client';
/** The news wall: reports as they are hung, newest first, and how many are still being written. */
import { useView, useWritten } from '@/client/provider';
import { awaitedReports, hungReports } from '@/domain/gathering/queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Heading } from './heading';
import { usePages } from './pages';

export function News() {
  const say = useSay();
  const view = useView();
  const known = useWritten();
  const hung = hungReports(view);
  const awaited = awaitedReports(view);
  const { shown, page, of } = usePages(hung, 2, { everyMs: 14_000, first: hung[0]?.topic.id });
  if (hung.length === 0)
    return (
      <div className="grid h-full content-center gap-8 text-center">
        <h1 className="text-4xl">{say('wall.news')}</h1>
        {known && <p className="text-2xl text-ink-soft">{say('wall.newsEmpty')}</p>}
      </div>
    );
  return (
    <div className="flex h-full flex-col">
      <Heading
        title={say('wall.news')}
        aside={<span>{say('wall.handedIn', { n: hung.length, of: hung.length + awaited.length })}</span>}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ul className={`grid min-h-0 flex-1 gap-6 ${hung.length === 1 ? 'grid-cols-1' : 'grid-cols-2'}`}>
        {shown.map(({ topic, report }) => (
          <li
            key={topic.id}
            className="flex min-h-0 animate-arrive flex-col gap-4 overflow-hidden rounded-lg border-2 border-line bg-raised px-8 py-6 shadow-card"
          >
            <p className="line-clamp-2 shrink-0 font-bold text-2xl leading-tight">
              <span className="mr-4 text-accent">{topicNumber(topic.n)}</span>
              {topic.title || say('wall.hidden')}
            </p>
            <Summary
              text={
                report.fields.summary.text ||
                report.outcomeReason ||
                say.dynamic(`wall.outcome.${report.outcome}`, {}, 'wall.noSummary')
              }
              brief={report.fields.distances.text !== ''}
            />
            {report.fields.distances.text && (
              <p className="line-clamp-2 border-accent border-l-4 pl-5 text-lg">
                {report.fields.distances.text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {awaited.length > 0 && (
        <p className="truncate py-4 text-base text-ink-soft">
          {say('wall.awaited', { topics: awaited.map((t) => topicNumber(t.n)).join(', ') })}
        </p>
      )}
    </div>
  );
}

/** Few words are said large; many are cut where the sheet ends, and read whole on the phone. */
function Summary({ text, brief }: { text: string; brief: boolean }) {
  const large = text.length <= 150;
  const size = large ? 'text-2xl' : text.length <= 320 ? 'text-xl' : 'text-lg';
  const lines = large ? 'line-clamp-6' : brief ? 'line-clamp-5' : 'line-clamp-7';
  return <p className={`${lines} ${size} leading-snug`}>{text}</p>;
}
