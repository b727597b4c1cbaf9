'use client';
/** Writing a note: one idea, its kind if one likes, signed or not. The draft stays on the phone until it is sent. */
import { type FormEvent, useState } from 'react';
import { useDraft } from '@/client/provider';
import { NOTE_KINDS, type NoteKind, type Session, type Topic } from '@/domain/gathering/state';
import { NOTE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { KIND_ICONS } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoicePills, Toggle } from '@/ui/choice';
import { Icon } from '@/ui/icons';
import { Card } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { newId, useDo } from './here';
import { Strip } from './strip';
import { useWhere } from './where';

export function NoteForm({ topic, session }: { topic: Topic; session: Session | null }) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const [text, setText, forget] = useDraft(`${code}:note:${session?.id ?? topic.id}`);
  const [kind, setKind] = useState<NoteKind>('altro');
  const [anonymous, setAnonymous] = useState(false);
  const write = (e: FormEvent) => {
    e.preventDefault();
    if (visible(text) === '') return;
    const note = newId();
    const ask = { note, topic: topic.id, session: session?.id ?? null, kind, text, anonymous };
    const done = act('writeNote', ask, {
      say: say('note.written'),
      undo: () => act('withdrawNote', { note }),
    });
    if (!done) return;
    forget();
    setKind('altro');
  };
  return (
    <Card>
      <form onSubmit={write} className="grid gap-3">
        <TextArea
          label={say('note.label')}
          hint={say('note.privacy')}
          value={text}
          onText={setText}
          max={NOTE_MAX}
          sayLeft={(n) => say('left', { n })}
          rows={3}
          placeholder={say('note.placeholder')}
        />
        <Strip>
          <ChoicePills
            legend={say('note.kind')}
            legendHidden
            choices={NOTE_KINDS.map((k) => ({
              value: k,
              label: say(`kind.${k}`),
              icon: <Icon name={KIND_ICONS[k]} />,
            }))}
            value={kind}
            onValue={setKind}
          />
        </Strip>
        <Toggle
          label={say('note.anonymous')}
          hint={say('note.anonymousMeans')}
          on={anonymous}
          onToggle={setAnonymous}
        />
        <Button type="submit" kind="primary" size="large" disabled={visible(text) === ''}>
          {say('note.write')}
        </Button>
      </form>
    </Card>
  );
}
