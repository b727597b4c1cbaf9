'use client';
/**
 * A helper's actions for somebody without a phone: a topic, its cell, a note. Secret deeds people do themselves, at the
 * totem.
 */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { type AskExtra, useDraft, useView } from '@/client/hooks/gathering-provider';
import { isConvener, topicsInOrder } from '@/domain/gathering/topic-queries';
import { NOTE_KINDS, type NoteKind } from '@/domain/gathering/state/note';
import { topicNumber } from '@/domain/gathering/state/topic';
import { NOTE_MAX, TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Section } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { PlaceTopic } from './place-topic';

type Props = { who: string; extra: AskExtra };

export function OnBehalf({ who, extra }: Props) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const [title, setTitle, forgetTitle] = useDraft(`${view.code}:help:topic:${who}`);
  const [text, setText, forgetText] = useDraft(`${view.code}:help:note:${who}`);
  const [topic, setTopic] = useState('');
  const [kind, setKind] = useState<NoteKind>('altro');
  const topics = topicsInOrder(view).filter((t) => t.standing === 'open');
  const hers = topics.some((t) => t.id === topic && isConvener(t, who));
  const sessions = Object.values(view.sessions).filter((s) => s.topic === topic && s.state !== 'cancelled');
  const session = sessions.findLast((s) => s.state !== 'planned') ?? sessions[0];
  /** A wrong person or topic is undone where it was chosen. */
  const done = (onUndo: () => void) => tell(say('help.done'), 'good', { label: say('toast.undo'), onUndo });
  const propose = () => {
    const made = nanoid(14);
    if (!ask('proposeTopic', { topic: made, title }, extra)) return;
    forgetTitle();
    // A new topic next needs its cell.
    setTopic(made);
    done(() => ask('withdrawTopic', { topic: made }, extra));
  };
  const write = () => {
    const note = nanoid(14);
    if (!ask('writeNote', { note, topic, session: session?.id ?? null, kind, text }, extra)) return;
    forgetText();
    done(() => ask('withdrawNote', { note }, extra));
  };
  return (
    <div className="grid gap-7">
      <Section level={3} title={say('help.topic')}>
        <TextArea label={say('propose.label')} value={title} onText={setTitle} max={TITLE_MAX} rows={2} />
        <Button disabled={visible(title) === ''} onClick={propose} className="justify-self-start">
          {say('help.propose')}
        </Button>
      </Section>
      <Section level={3} title={say('help.onTopic')}>
        <Select
          label={say('help.which')}
          value={topic}
          onChange={(e) => setTopic(e.target.value)}
          options={[
            { value: '', label: say('help.choose') },
            ...topics.map((t) => ({ value: t.id, label: `${topicNumber(t.n)} ${t.title}` })),
          ]}
        />
        {topic && (
          <>
            {hers && <PlaceTopic key={topic} topic={topic} extra={extra} />}
            <p className="text-ink-soft text-sm">{say('help.secret')}</p>
            <Select
              label={say('desk.paperKind')}
              value={kind}
              onChange={(e) => setKind(e.target.value as NoteKind)}
              options={NOTE_KINDS.map((k) => ({ value: k, label: say(`kind.${k}`) }))}
            />
            <TextArea
              onPaste={pasteFormatted}
              label={say('note.label')}
              hint={say('note.privacy')}
              value={text}
              onText={setText}
              max={NOTE_MAX}
              rows={3}
            />
            <Button disabled={visible(text) === ''} onClick={write} className="justify-self-start">
              {say('help.write')}
            </Button>
          </>
        )}
      </Section>
    </div>
  );
}
