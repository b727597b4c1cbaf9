'use client';
/** Revising one's own note: the earlier words stay in its history. */
import { useState } from 'react';
import type { Note } from '@/domain/gathering/state/note';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useDraft } from '@/client/provider';
import { useDo } from '../frame/phone-hooks';
import { WordsFields } from './words-fields';

export function NoteEdit({ note, onDone }: { note: Note; onDone: () => void }) {
  const say = useSay();
  const act = useDo();
  const [text, setText, forget] = useDraft(`revise:${note.id}`, note.text);
  const [kind, setKind] = useState(note.kind);
  const save = () => {
    const before = { note: note.id, text: note.text, kind: note.kind };
    const done = act(
      'reviseNote',
      { note: note.id, text, kind },
      { say: say('saved'), undo: () => act('reviseNote', before) },
    );
    if (!done) return;
    forget();
    onDone();
  };
  return (
    <li className="grid gap-3 rounded-xl border-2 border-accent bg-raised p-3">
      <WordsFields label={say('note.revise')} text={text} onText={setText} kind={kind} onKind={setKind} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" size="small" onClick={save}>
          {say('save')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {say('cancel')}
        </Button>
      </div>
    </li>
  );
}
