'use client';
/** One topic, with everything that its state and the person's part in it allow. */
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { notesOn } from '@/domain/gathering/note-queries';
import { sessionsOf } from '@/domain/gathering/session-queries';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { Banner, Skeleton } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { CircleRow } from '../_circle/circle-row';
import { CopyLink } from '../_frame/copy-link';
import { numbered } from '../_frame/address';
import { isMine, useDo, useMe, useName, useTopicName } from '../_frame/phone-hooks';
import { InterestButton } from './interest';
import { Mark } from '../_frame/delivery-status';
import { NoTopic } from './no-topic';
import { NoteItem } from '../_circle/note-item';
import { Offers } from '../_grid/swap-offers';
import { useRestoreTopic } from './restore-topic';
import { Strands } from './strands';
import { Steering } from './convener-panel';
import { JoiningNow, OfferHelp, PartAgain } from './convener-actions';
import { MergeOffers } from './merge-offers';
import { ReportRead } from '../_report/report-read';
import { Go } from '../_frame/navigation';

export function TopicPage({ number }: { number: string }) {
  const topic = useShown((s) => numbered(s.view, number));
  return topic ? <Known topic={topic} /> : <NoTopic />;
}

function Known({ topic }: { topic: Topic }) {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const me = useMe();
  const act = useDo();
  const restore = useRestoreTopic();
  const name = useName();
  const mine = isMine(topic, me);
  // Not by its delivery: whatever this phone still sends about it is no reason to doubt its number.
  const arrived = useShown((s) => s.confirmed.topics[topic.id] !== undefined);
  const sessions = sessionsOf(view, topic.id);
  const notes = notesOn(view, topic.id);
  const known = useWritten(topic.id);
  const into = topic.mergedInto ? view.topics[topic.mergedInto] : undefined;
  const from = topic.splitFrom ? view.topics[topic.splitFrom] : undefined;
  const conveners = [topic.convener, ...topic.coConveners].filter((c) => c !== null);
  const adopt = () => act('adoptTopic', { topic: topic.id }, { say: say('topic.adopted') });
  return (
    <>
      <PageHeader
        over={arrived ? topicNumber(topic.n) : say('topic.numberComing')}
        title={topic.hidden ? say('topic.hidden') : topic.title}
        {...(topic.line && !topic.hidden ? { intro: topic.line } : {})}
      />
      <div className="-mt-3 flex flex-wrap items-center gap-2">
        <Strands of={topic.strands} />
      </div>
      {topic.standing === 'withdrawn' && (
        <Banner
          kind="warn"
          action={
            mine ? (
              <Button size="small" icon="undo" onClick={() => restore(topic.id)}>
                {say('topic.restore')}
              </Button>
            ) : undefined
          }
        >
          {say('topic.withdrawn')}
        </Banner>
      )}
      {into && (
        <Banner kind="info">
          <Go to={`temi/${topicName(into)}`} className="underline">
            {say('topic.mergedInto', { topic: `${topicNumber(into.n)} ${into.title}` })}
          </Go>
        </Banner>
      )}
      {into && mine && <PartAgain topic={topic} />}
      {from && (
        <p className="text-ink-soft">
          <Go to={`temi/${topicName(from)}`} className="underline">
            {say('topic.splitFrom', { topic: topicNumber(from.n) })}
          </Go>
        </p>
      )}
      <div className="grid gap-3">
        <p className="flex items-center gap-2">
          <Icon name="person" />
          <span>
            {conveners.length > 0
              ? say('topic.conveners', { n: conveners.length, names: conveners.map(name).join(', ') })
              : say('topic.nobody')}
          </span>
          {mine && <Mark id={topic.id} />}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <InterestButton topic={topic} />
          {topic.interested > 0 && (
            <span className="text-sm tabular-nums">{say('topic.interested', { n: topic.interested })}</span>
          )}
          <CopyLink to={`temi/${topicNumber(topic.n)}`} />
        </div>
        {topic.convener === null && topic.standing === 'open' && (
          <Button kind="primary" icon="hand" onClick={adopt}>
            {say('topic.adopt')}
          </Button>
        )}
      </div>
      {!mine && <OfferHelp topic={topic} />}
      <Offers />
      {mine && <MergeOffers />}
      <Section title={say('topic.where')}>
        {sessions.length === 0 && <p className="text-ink-soft">{say('topic.unplacedWhy')}</p>}
        {sessions.length === 0 && mine && topic.standing === 'open' && (
          <Go to={`griglia/${topicName(topic)}`} className={`${buttonClass('primary')} justify-self-start`}>
            <Icon name="place" />
            {say('topic.place')}
          </Go>
        )}
        <ul className="grid gap-2 empty:hidden">
          {sessions.map((s) => (
            <CircleRow
              key={s.id}
              session={s.id}
              when={view.slots.find((x) => x.id === s.slot)?.start ?? ''}
            />
          ))}
        </ul>
      </Section>
      {mine && topic.standing === 'open' && (
        <Section title={say('steer.title')}>
          <JoiningNow topic={topic} />
          <Steering topic={topic} sessions={sessions} />
        </Section>
      )}
      {known ? <TopicText topic={topic} mine={mine} /> : <Skeleton label={say('loading')} lines={4} />}
      {notes.length > 0 && (
        <Section title={say('topic.notes', { n: notes.length })}>
          <ul className="grid gap-2">
            {notes.map((n) => (
              <NoteItem key={n.id} note={n} topicN={topic.n} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** The report: read once published, started by people who may write it. */
function TopicText({ topic, mine }: { topic: Topic; mine: boolean }) {
  const say = useSay();
  const topicName = useTopicName();
  const me = useMe();
  const view = useView();
  const report = view.reports[topic.id];
  const writes = mine || sessionsOf(view, topic.id).some((s) => s.noteTaker !== null && s.noteTaker === me);
  const hung = report !== undefined && report.publishedAt !== null;
  if (!hung && !(writes && sessionsOf(view, topic.id).length > 0)) return null;
  return (
    <Section title={say('report.title')}>
      {writes && (
        <Go to={`resoconto/${topicName(topic)}`} className={buttonClass(hung ? 'quiet' : 'primary')}>
          <Icon name="note" />
          {say(report ? 'report.goOn' : 'report.write')}
        </Go>
      )}
      {hung && <ReportRead topic={topic} report={report} level={3} />}
    </Section>
  );
}
