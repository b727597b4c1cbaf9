'use client';
/** A convener's panel: the next step visible, the rest folded away. */
import { useState } from 'react';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft, useShown } from '@/client/hooks/gathering-provider';
import type { Session } from '@/domain/gathering/state/session';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { Disclosure } from '@/ui/disclosure';
import { Icon } from '@/ui/icons';
import { useDo } from '../_frame/phone-hooks';
import { Joining } from './convener-actions';
import { useRestoreTopic } from './restore-topic';
import { StrandPicker } from './strands';
import { TopicWords } from './topic-fields';
import { Go, useWhere } from '../_frame/navigation';

type Props = { topic: Topic; sessions: Session[] };

export function Steering({ topic, sessions }: Props) {
  const say = useSay();
  const act = useDo();
  const restore = useRestoreTopic();
  const [editing, setEditing] = useState(false);
  const queued = useShown((s) => s.view.queue.includes(topic.id));
  const number = topicNumber(topic.n);
  const withdraw = () =>
    act('withdrawTopic', { topic: topic.id }, { say: say('topic.withdrawn'), undo: () => restore(topic.id) });
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
      <Disclosure title={say('steer.more')}>
        <div className="grid justify-items-start gap-1">
          <Joining topic={topic} />
          <Button kind="plain" flush icon="hide" onClick={withdraw}>
            {say('steer.withdraw')}
          </Button>
        </div>
      </Disclosure>
      <Revising topic={topic} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

function Revising({ topic, open, onClose }: { topic: Topic; open: boolean; onClose: () => void }) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const now = { title: topic.title, line: topic.line, strands: topic.strands };
  const draft = useFormDraft(`${code}:revise:${topic.id}`, now);
  const { title, line, strands } = draft.values;
  const save = () => {
    const undo = () => act('reviseTopic', { topic: topic.id, ...now });
    const done = act('reviseTopic', { topic: topic.id, ...draft.values }, { say: say('saved'), undo });
    if (!done) return;
    draft.forget();
    onClose();
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say('steer.edit')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" disabled={draft.overtaken.length > 0 || visible(title) === ''} onClick={save}>
          {say('save')}
        </Button>
      }
    >
      <FormConflicts draft={draft} now={now} by={null} />
      <TopicWords
        {...{ title, line }}
        onTitle={(text) => draft.set('title', text)}
        onLine={(text) => draft.set('line', text)}
      />
      <StrandPicker values={strands} onValues={(chosen) => draft.set('strands', chosen)} />
    </BottomSheet>
  );
}
