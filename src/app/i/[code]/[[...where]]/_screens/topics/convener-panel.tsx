'use client';
/** What belongs to who convenes a topic: what comes next in sight, the rest folded away. */
import { useState } from 'react';
import { useShown } from '@/client/provider';
import type { Session } from '@/domain/gathering/state/session';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { Fold } from '@/ui/fold';
import { Icon } from '@/ui/icons';
import { useDo } from '../frame/phone-hooks';
import { Joining } from './convener-actions';
import { StrandPicker } from './strands';
import { TopicWords } from './topic-words';
import { Go } from '../frame/navigation';

type Props = { topic: Topic; sessions: Session[] };

export function Steering({ topic, sessions }: Props) {
  const say = useSay();
  const act = useDo();
  const [editing, setEditing] = useState(false);
  const queued = useShown((s) => s.view.queue.includes(topic.id));
  const number = topicNumber(topic.n);
  const withdraw = () =>
    act(
      'withdrawTopic',
      { topic: topic.id },
      { say: say('topic.withdrawn'), undo: () => act('restoreTopic', { topic: topic.id }) },
    );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {sessions.length > 0 && (
          <Go to={`griglia/${number}`} className={buttonClass()}>
            <Icon name="place" />
            {say('steer.again')}
          </Go>
        )}
        {topic.announcedAt === null && (
          <Button
            icon="speech"
            aria-pressed={queued}
            onClick={() => act(queued ? 'leaveQueue' : 'joinQueue', { topic: topic.id })}
          >
            {say(queued ? 'queue.leave' : 'queue.join')}
          </Button>
        )}
        <Button kind="plain" flush icon="edit" onClick={() => setEditing(true)}>
          {say('steer.edit')}
        </Button>
      </div>
      <Fold title={say('steer.more')}>
        <div className="grid justify-items-start gap-1">
          <Joining topic={topic} />
          <Button kind="plain" flush icon="hide" onClick={withdraw}>
            {say('steer.withdraw')}
          </Button>
        </div>
      </Fold>
      <Revising topic={topic} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

function Revising({ topic, open, onClose }: { topic: Topic; open: boolean; onClose: () => void }) {
  const say = useSay();
  const act = useDo();
  const [title, setTitle] = useState(topic.title);
  const [line, setLine] = useState(topic.line);
  const [strands, setStrands] = useState(topic.strands);
  const save = () => {
    const before = { topic: topic.id, title: topic.title, line: topic.line, strands: topic.strands };
    const done = act(
      'reviseTopic',
      { topic: topic.id, title, line, strands },
      { say: say('saved'), undo: () => act('reviseTopic', before) },
    );
    if (done) onClose();
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say('steer.edit')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" onClick={save}>
          {say('save')}
        </Button>
      }
    >
      <TopicWords title={title} onTitle={setTitle} line={line} onLine={setLine} />
      <StrandPicker values={strands} onValues={setStrands} />
    </BottomSheet>
  );
}
