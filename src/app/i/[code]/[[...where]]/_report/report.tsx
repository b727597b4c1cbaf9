'use client';
/** The circle's report: read by everyone, written by its conveners or note-taker, field by field (E28). */
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { writesReport } from '@/domain/gathering/reports';
import { blankReport, OUTCOMES, REPORT_FIELDS } from '@/domain/gathering/state/report';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button, buttonClass } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Icon } from '@/ui/icons';
import { Banner, EmptyState, Skeleton } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { numbered } from '../_frame/address';
import { useDo, useMe, useTopicName } from '../_frame/phone-hooks';
import { NoTopic } from '../_topics/no-topic';
import { ReportField } from './report-field';
import { ReportPhotos } from './report-photos';
import { ReportRead } from './report-read';
import { ReportRows } from './report-rows';
import { Go } from '../_frame/navigation';

export function ReportPage({ number }: { number: string }) {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const topic = numbered(view, number);
  const known = useWritten(topic?.id);
  const me = useMe();
  const completes = useShown((s) => s.you?.completes);
  if (!topic) return <NoTopic />;
  const head = (
    <PageHeader
      over={`${topicNumber(topic.n)} · ${say('report.title')}`}
      title={topic.hidden ? say('topic.hidden') : topic.title}
    />
  );
  // A person who found it blank here might write over the existing one.
  if (!known)
    return (
      <>
        {head}
        <Skeleton label={say('loading')} lines={6} />
      </>
    );
  const report = view.reports[topic.id] ?? blankReport(topic.id);
  const mine = completes === topic.id || (me !== null && writesReport(view, topic, me, 'participant'));
  return (
    <>
      {head}
      <p className="-mt-3 flex flex-wrap items-center gap-2">
        <Badge tone={report.publishedAt === null ? 'plain' : 'good'}>
          {say(`report.is.${report.status}`)}
        </Badge>
        {report.fromNotes && <Badge tone="warn">{say('report.fromNotes')}</Badge>}
        <Go to={`temi/${topicName(topic)}`} className="inline-flex min-h-11 items-center text-sm underline">
          {say('report.toTopic')}
        </Go>
      </p>
      {mine ? <Writing topic={topic} /> : <Reading topic={topic} />}
    </>
  );
}

function Reading({ topic }: { topic: Topic }) {
  const say = useSay();
  const report = useView().reports[topic.id];
  if (!report || report.publishedAt === null)
    return (
      <EmptyState whole title={say('report.notYet')}>
        {say('report.notYetWhy')}
      </EmptyState>
    );
  return <ReportRead topic={topic} report={report} />;
}

function Writing({ topic }: { topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const me = useMe();
  const view = useView();
  const report = view.reports[topic.id];
  const ask = { topic: topic.id };
  const notes = (view.notesOf[topic.id] ?? []).length;
  if (!report)
    return (
      <Section title={say('report.begin')} intro={say('report.beginWhy')}>
        <div className="grid gap-2">
          {notes > 0 && (
            <Button kind="primary" icon="note" onClick={() => act('beginReport', ask)}>
              {say('report.fromTheNotes', { n: notes })}
            </Button>
          )}
          <Button
            kind={notes > 0 ? 'quiet' : 'primary'}
            onClick={() => act('beginReport', { ...ask, fromNotes: false })}
          >
            {say('report.blank')}
          </Button>
        </div>
      </Section>
    );
  const published = report.publishedAt !== null;
  const empty = visible(report.fields.summary.text) === '' && report.outcome === 'circle';
  return (
    <>
      {published && (
        <Banner kind="good" title={say('report.published')}>
          {say('report.publishedMeans')}
        </Banner>
      )}
      <p className="text-ink-soft">{say('report.together')}</p>
      {REPORT_FIELDS.map((field) => (
        <ReportField key={field} topic={topic.id} field={field} report={report} />
      ))}
      <ReportRows topic={topic.id} report={report} />
      {!view.minors && me !== null && <ReportPhotos topic={topic.id} report={report} />}
      <ChoicePills
        legend={say('report.outcome')}
        choices={OUTCOMES.filter((o) => o !== 'not_written').map((o) => ({
          value: o,
          label: say(`report.outcome.${o}`),
        }))}
        value={report.outcome}
        onValue={(outcome) => act('setOutcome', { ...ask, outcome })}
      />
      {!published && (
        <div className="grid gap-2">
          <Button
            kind="primary"
            size="large"
            icon="wall"
            disabled={empty}
            onClick={() => act('publishReport', ask, { say: say('report.hung') })}
          >
            {say('report.publish')}
          </Button>
          {empty && <p className="text-ink-soft text-sm">{say('report.needsSummary')}</p>}
        </div>
      )}
      <Go to="notizie" className={buttonClass('plain')}>
        <Icon name="wall" />
        {say('way.news')}
      </Go>
    </>
  );
}
