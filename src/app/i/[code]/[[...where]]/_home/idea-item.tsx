'use client';
/** An idea in the list: its author may correct it or take it back, anyone may flag it. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { useState } from 'react';
import { useDo, useMe, useName } from '../_frame/phone-hooks';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft, useShown } from '@/client/hooks/gathering-provider';
import { ideaNumber } from '@/domain/gathering/formats';
import type { Idea } from '@/domain/gathering/state/idea';
import { NOTE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/text-area';
import { WordsItem } from '../_circle/words-item';

export function IdeaItem({ idea }: { idea: Idea }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const zone = useShown((s) => s.view.timezone);
  const mine = useMe() === idea.author;
  const [editing, setEditing] = useState(false);
  if (editing) return <Edit idea={idea} onDone={() => setEditing(false)} />;
  return (
    <WordsItem
      what="idea"
      of={idea}
      number={ideaNumber(idea.n)}
      mine={mine}
      text={idea.hidden ? say('note.hidden') : idea.text}
      author={idea.origin === 'carta' ? '' : name(idea.author)}
      time={say.time(idea.saidAt ?? idea.at, zone)}
      onEdit={() => setEditing(true)}
      onWithdraw={() => act('withdrawIdea', { idea: idea.id })}
    />
  );
}

function Edit({ idea, onDone }: { idea: Idea; onDone: () => void }) {
  const say = useSay();
  const act = useDo();
  const now = { text: idea.text };
  const draft = useFormDraft(`revise:${idea.id}`, now);
  const { text } = draft.values;
  const save = () => {
    if (draft.touched && !act('reviseIdea', { idea: idea.id, text, kind: idea.kind }, { say: say('saved') }))
      return;
    draft.forget();
    onDone();
  };
  const cancel = () => {
    draft.forget();
    onDone();
  };
  return (
    <li className="grid gap-2">
      <FormConflicts draft={draft} now={now} by="me" />
      <TextArea
        onPaste={pasteFormatted}
        label={say('idea.label')}
        value={text}
        onText={(next) => draft.set('text', next)}
        max={NOTE_MAX}
        rows={3}
      />
      <div className="flex gap-2">
        <Button
          kind="primary"
          size="small"
          disabled={draft.overtaken.length > 0 || visible(text) === ''}
          onClick={save}
        >
          {say('save')}
        </Button>
        <Button size="small" onClick={cancel}>
          {say('cancel')}
        </Button>
      </div>
    </li>
  );
}
