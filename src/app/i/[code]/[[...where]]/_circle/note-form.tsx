'use client';
/** Writing a note in a circle: one idea, its kind if one likes, signed or not. */
import { memo, useState } from 'react';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { newId, useDo } from '../_frame/phone-hooks';
import { WordsForm } from './words-form';

type Props = { topic: string; session: string | null };

/** Drawn for what is typed in it, and not for what comes from others. */
export const NoteForm = memo(function NoteForm({ topic, session }: Props) {
  const say = useSay();
  const act = useDo();
  const [anonymous, setAnonymous] = useState(false);
  return (
    <WordsForm
      draft={`note:${session ?? topic}`}
      label={say('note.label')}
      placeholder={say('note.placeholder')}
      doLabel={say('note.write')}
      onSay={(said) => {
        const note = newId();
        const ask = { note, topic, session, anonymous, ...said };
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
});
