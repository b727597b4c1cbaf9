'use client';
/** Revising one's own note: the earlier words stay in its history. */
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/hooks/gathering-provider';
import type { Note } from '@/domain/gathering/state/note';
import { visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useWhere } from '../_frame/navigation';
import { useDo } from '../_frame/phone-hooks';
import { WordsFields } from './words-fields';

export function NoteEdit({ note, onDone }: { note: Note; onDone: () => void }) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const now = { text: note.text, kind: note.kind };
  const draft = useFormDraft(`${code}:revise:${note.id}`, now);
  const save = () => {
    const ask = { note: note.id, ...draft.values };
    const undo = () => act('reviseNote', { note: note.id, ...now });
    if (draft.touched && !act('reviseNote', ask, { say: say('saved'), undo })) return;
    draft.forget();
    onDone();
  };
  return (
    <li className="grid gap-3 rounded-xl border-2 border-accent bg-raised p-3">
      <FormConflicts draft={draft} now={now} by="me" />
      <WordsFields
        label={say('note.revise')}
        text={draft.values.text}
        onText={(text) => draft.set('text', text)}
        kind={draft.values.kind}
        onKind={(kind) => draft.set('kind', kind)}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          size="small"
          disabled={draft.overtaken.length > 0 || visible(draft.values.text) === ''}
          onClick={save}
        >
          {say('save')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            draft.forget();
            onDone();
          }}
        >
          {say('cancel')}
        </Button>
      </div>
    </li>
  );
}
