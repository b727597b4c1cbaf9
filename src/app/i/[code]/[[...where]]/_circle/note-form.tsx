'use client';
/** Writing a note in a circle: one idea, its kind if one likes, signed or not. */
import { useState } from 'react';
import type { Session } from '@/domain/gathering/state/session';
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { newId, useDo } from '../_frame/phone-hooks';
import { WordsForm } from './words-form';

export function NoteForm({ topic, session }: { topic: Topic; session: Session | null }) {
  const say = useSay();
  const act = useDo();
  const [anonymous, setAnonymous] = useState(false);
  return (
    <WordsForm
      draft={`note:${session?.id ?? topic.id}`}
      label={say('note.label')}
      placeholder={say('note.placeholder')}
      doLabel={say('note.write')}
      onSay={(said) => {
        const note = newId();
        const ask = { note, topic: topic.id, session: session?.id ?? null, anonymous, ...said };
        return act('writeNote', ask, {
          say: say('note.written'),
          undo: () => act('withdrawNote', { note }),
        });
      }}
      below={
        <Toggle
          label={say('note.anonymous')}
          hint={say('note.anonymousMeans')}
          on={anonymous}
          onToggle={setAnonymous}
        />
      }
    />
  );
}
