'use client';
/** Revising one's own note: the earlier words stay in its history. */
import { useState } from 'react';
import { NOTE_KINDS, type Note } from '@/domain/gathering/state';
import { NOTE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { KIND_ICONS } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Icon } from '@/ui/icons';
import { TextArea } from '@/ui/text-area';
import { useDraft } from '@/client/provider';
import { useDo } from './here';
import { Strip } from './strip';

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
      <TextArea
        label={say('note.revise')}
        hint={say('note.privacy')}
        value={text}
        onText={setText}
        max={NOTE_MAX}
        sayLeft={(n) => say('left', { n })}
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
