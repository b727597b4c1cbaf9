'use client';
/** The news wall on the phone: published reports, newest first, and those still awaited. */
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { awaitedReports, hungReports } from '@/domain/gathering/report-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { EmptyState, Progress, Skeleton } from '@/ui/notice';
import { Card, PageHeader, Section } from '@/ui/surface';
import { Announcements } from '../_frame/announcements';
import { isMine, useMe, useTopicName } from '../_frame/phone-hooks';
import { ReportRead } from '../_report/report-read';
import { Go } from '../_frame/navigation';

export function News() {
  const say = useSay();
  const known = useWritten();
  return (
    <>
      <PageHeader title={say('news.title')} intro={say('news.intro')} />
      <Announcements />
      {known ? <Hung /> : <Skeleton label={say('loading')} lines={6} />}
    </>
  );
}

function Hung() {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const me = useMe();
  const hung = hungReports(view);
  const awaited = awaitedReports(view);
  return (
    <>
      {hung.length + awaited.length > 0 && (
        <Progress
          value={hung.length}
          max={hung.length + awaited.length}
          label={say('news.handedIn')}
          text={say('news.of', { n: hung.length, of: hung.length + awaited.length })}
        />
      )}
      {hung.length === 0 && <EmptyState title={say('news.none')}>{say('news.noneYet')}</EmptyState>}
      <ul className="grid gap-4">
        {hung.map(({ topic, report }) => (
          <li key={topic.id}>
            <Card className="grid gap-3">
              <h2 className="text-lg">
                <Go to={`temi/${topicName(topic)}`}>
                  {topicNumber(topic.n)} {topic.title}
                </Go>
              </h2>
              <ReportRead topic={topic} report={report} level={3} />
            </Card>
          </li>
        ))}
      </ul>
      {awaited.length > 0 && (
        <Section title={say('news.awaited')} intro={say('news.awaitedHint')}>
          <ul className="grid gap-2">
            {awaited.map((t) => (
              <li key={t.id} className="flex flex-wrap items-center justify-between gap-2">
                <Go to={`temi/${topicName(t)}`} className="min-w-0 flex-1 py-2">
                  {topicNumber(t.n)} {t.title}
                </Go>
                {isMine(t, me) && (
                  <Go to={`resoconto/${topicName(t)}`} className={buttonClass('primary', 'small')}>
                    {say('report.write')}
                  </Go>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
