'use client';
/** Inside a circle: the number of people, the notes as they come, one's own note, start and end by its convener. */
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { liveCircles } from '@/domain/gathering/session-queries';
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

function Known({ session, topic }: { session: Session; topic: Topic }) {
  const say = useSay();
  const topicName = useTopicName();
  const view = useView();
  const name = useName();
  const slotName = useSlotName();
  const slot = view.slots.find((s) => s.id === session.slot);
  const space = view.spaces.find((s) => s.id === session.space);
  const notes = notesOn(view, topic.id).reverse();
  const known = useWritten(topic.id);
  const here = useMine()?.circle === session.id;
  const others = liveCircles(view).filter((s) => s.id !== session.id);
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
      <NoteForm key={session.id} topic={topic} session={session} />
      {here && <Presence session={session} topic={topic} />}
      <div className="-mt-3 grid justify-items-start text-sm">
        <Go to={`temi/${topicName(topic)}`} className="inline-flex min-h-11 items-center underline">
          {topic.convener ? say('circle.by', { name: name(topic.convener) }) : say('topic.nobody')}
        </Go>
      </div>
      <SpaceMap space={space} />
      {known ? (
        <Section title={say('topic.notes', { n: notes.length })}>
          {notes.length === 0 && <p className="text-ink-soft">{say('circle.noNotes')}</p>}
          <ul className="grid gap-2 empty:hidden">
            {notes.map((n) => (
              <NoteItem key={n.id} note={n} topicN={topic.n} />
            ))}
          </ul>
        </Section>
      ) : (
        <Skeleton label={say('loading')} lines={4} />
      )}
      <Holding session={session} topic={topic} />
      <CircleBar session={session} topic={topic} />
      {session.state === 'ended' && others.length > 0 && (
        <Section title={say('circle.others')}>
          <ul className="grid gap-2">
            {others.map((s) => (
              <CircleRow key={s.id} session={s.id} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
