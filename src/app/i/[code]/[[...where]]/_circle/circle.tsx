'use client';
/** Inside a circle: the number of people, the notes as they come, one's own note, start and end by its convener. */
import { sameItems, useShown, useWritten } from '@/client/hooks/gathering-provider';
import { liveCircles, slotOf, spaceOf } from '@/domain/gathering/session-queries';
import { notesOn } from '@/domain/gathering/note-queries';
import type { Session } from '@/domain/gathering/state/session';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { buttonClass } from '@/ui/button';
import { EmptyState, Skeleton } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { CircleRow } from './circle-row';
import { CircleBar } from './circle-bar';
import { Holding } from './start-end';
import { useMine, useName, useTopicName } from '../_frame/phone-hooks';
import { NoteItem } from './note-item';
import { NoteForm } from './note-form';
import { useSlotName } from '../_frame/place-names';
import { Presence } from './presence';
import { SpaceMap } from '../_frame/space-map';
import { Go } from '../_frame/navigation';

export function Circle({ id }: { id: string }) {
  const say = useSay();
  const session = useShown((s) => s.view.sessions[id]);
  const topic = useShown((s) => s.view.topics[s.view.sessions[id]?.topic ?? '']);
  if (!session || !topic)
    return (
      <EmptyState
        whole
        title={say('circle.missing')}
        action={
          <Go to="cerchi" className={buttonClass()}>
            {say('way.circles')}
          </Go>
        }
      >
        {say('circle.missingWhy')}
      </EmptyState>
    );
  return <Known session={session} topic={topic} />;
}

/** Most facts of a full hall are of other circles: nothing here but what they change is drawn for them. */
function Known({ session, topic }: { session: Session; topic: Topic }) {
  const say = useSay();
  const topicName = useTopicName();
  const name = useName();
  const slotName = useSlotName();
  const slot = useShown((s) => slotOf(s.view, session));
  const space = useShown((s) => spaceOf(s.view, session));
  const here = useMine()?.circle === session.id;
  return (
    <>
      <PageHeader
        over={`${topicNumber(topic.n)} · ${space?.name ?? ''} · ${slotName(slot)}`}
        title={topic.hidden ? say('topic.hidden') : topic.title}
      />
      <div className="-mt-3 flex flex-wrap items-center gap-2 text-sm empty:hidden">
        {session.part > 1 && <Badge>{say('circle.part', { n: session.part })}</Badge>}
        {!here && session.state === 'running' && <Badge tone="good">{say('circle.running')}</Badge>}
        {session.state === 'ended' && <Badge>{say('circle.ended')}</Badge>}
        {session.state === 'cancelled' && <Badge tone="warn">{say('circle.cancelled')}</Badge>}
        {session.movedFrom.length > 0 && <Badge tone="warn">{say('circle.moved')}</Badge>}
      </div>
      {!here && <Presence session={session} topic={topic} />}
      <NoteForm key={session.id} topic={topic.id} session={session.id} />
      {here && <Presence session={session} topic={topic} />}
      <div className="-mt-3 grid justify-items-start text-sm">
        <Go to={`temi/${topicName(topic)}`} className="inline-flex min-h-11 items-center underline">
          {topic.convener ? say('circle.by', { name: name(topic.convener) }) : say('topic.nobody')}
        </Go>
      </div>
      <SpaceMap space={space} />
      <Notes topic={topic.id} topicN={topic.n} />
      <Holding session={session} topic={topic} />
      <CircleBar session={session} topic={topic} />
      {session.state === 'ended' && <OtherCircles than={session.id} />}
    </>
  );
}

/** The notes of the topic, newest first. */
function Notes({ topic, topicN }: { topic: string; topicN: number }) {
  const say = useSay();
  const known = useWritten(topic);
  const notes = useShown((s) => notesOn(s.view, topic), sameItems);
  if (!known) return <Skeleton label={say('loading')} lines={4} />;
  return (
    <Section title={say('topic.notes', { n: notes.length })}>
      {notes.length === 0 && <p className="text-ink-soft">{say('circle.noNotes')}</p>}
      {/* Isolated, they are painted once, and not again for each letter in the box above. */}
      <ul className="isolate grid gap-2 empty:hidden">
        {[...notes].reverse().map((n) => (
          <NoteItem key={n.id} note={n} topicN={topicN} />
        ))}
      </ul>
    </Section>
  );
}

/** Circles under way that people may go on to. */
function OtherCircles({ than }: { than: string }) {
  const say = useSay();
  const others = useShown((s) => liveCircles(s.view).map((c) => c.id), sameItems).filter((id) => id !== than);
  if (others.length === 0) return null;
  return (
    <Section title={say('circle.others')}>
      <ul className="grid gap-2">
        {others.map((id) => (
          <CircleRow key={id} session={id} />
        ))}
      </ul>
    </Section>
  );
}
