'use client';
/** The form to start or change an action: a title is enough, the rest can follow. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/hooks/gathering-provider';
import type { Action } from '@/domain/gathering/state/action';
import { NOTE_MAX, TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { TextArea } from '@/ui/text-area';
import { useWhere } from '../_frame/navigation';
import { newId, useDo } from '../_frame/phone-hooks';

type Props = { open: boolean; action?: Action; cluster: string | null; onClose: () => void };

export function ActionForm({ open, action, cluster, onClose }: Props) {
  const say = useSay();
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say(action ? 'steer.edit' : 'actions.start')}
      closeLabel={say('close')}
    >
      {open && <Fields {...(action ? { action } : {})} cluster={cluster} onClose={onClose} />}
    </BottomSheet>
  );
}

function Fields({ action, cluster, onClose }: Omit<Props, 'open'>) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const now = {
    title: action?.title ?? '',
    what: action?.what ?? '',
    byWhen: action?.byWhen ?? '',
    nextStep: action?.nextStep ?? '',
    resources: action?.resources ?? '',
  };
  const draft = useFormDraft(`${code}:action:${action?.id ?? `new-${cluster ?? ''}`}`, now);
  const { title, what, ...line } = draft.values;
  const save = () => {
    const words = { ...draft.values, due: action?.due ?? null };
    const done = action
      ? !draft.touched || act('reviseAction', { action: action.id, ...words }, { say: say('saved') })
      : act('startAction', { action: newId(), cluster, ...words }, { say: say('actions.started') });
    if (!done) return;
    draft.forget();
    onClose();
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <FormConflicts draft={draft} now={now} by="me" />
      <TextArea
        label={say('actions.what')}
        value={title}
        onText={(text) => draft.set('title', text)}
        max={TITLE_MAX}
        rows={2}
      />
      <TextArea
        onPaste={pasteFormatted}
        label={say('actions.more')}
        aside={say('optional')}
        value={what}
        onText={(text) => draft.set('what', text)}
        max={NOTE_MAX}
        rows={3}
      />
      {(
        [
          ['byWhen', 'actions.byWhen'],
          ['nextStep', 'actions.next'],
          ['resources', 'actions.resources'],
        ] as const
      ).map(([field, key]) => (
        <TextInput
          key={field}
          label={say(key)}
          aside={say('optional')}
          value={line[field]}
          onChange={(e) => draft.set(field, e.target.value)}
        />
      ))}
      <Button
        type="submit"
        kind="primary"
        size="large"
        disabled={draft.overtaken.length > 0 || visible(title) === ''}
      >
        {say('save')}
      </Button>
    </form>
  );
}
