'use client';
/** Writing a note: one idea, its kind if one likes, signed or not. The draft stays on the phone until it is sent. */
import { type FormEvent, useState } from 'react';
import { useDraft } from '@/client/provider';
import type { NoteKind, Session, Topic } from '@/domain/gathering/state';
import { visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Card } from '@/ui/surface';
import { newId, useDo } from './here';
import { useWhere } from './where';
import { WordsFields } from './words-fields';

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
        <WordsFields
          label={say('note.label')}
          placeholder={say('note.placeholder')}
          text={text}
          onText={setText}
          kind={kind}
          onKind={setKind}
        />
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
