'use client';
/** Starting an action, or changing one's own: a title is enough, the rest can come. */
import { useState } from 'react';
import type { Action } from '@/domain/gathering/state/action';
import { NOTE_MAX, TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { TextArea } from '@/ui/text-area';
import { newId, useDo } from '../frame/phone-hooks';

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
  const [title, setTitle] = useState(action?.title ?? '');
  const [what, setWhat] = useState(action?.what ?? '');
  const [line, setLine] = useState({
    byWhen: action?.byWhen ?? '',
    nextStep: action?.nextStep ?? '',
    resources: action?.resources ?? '',
  });
  const save = () => {
    const words = { title, what, ...line, due: action?.due ?? null };
    const done = action
      ? act('reviseAction', { action: action.id, ...words }, { say: say('saved') })
      : act('startAction', { action: newId(), cluster, ...words }, { say: say('actions.started') });
    if (done) onClose();
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <TextArea label={say('actions.what')} value={title} onText={setTitle} max={TITLE_MAX} rows={2} />
      <TextArea
        label={say('actions.more')}
        aside={say('optional')}
        value={what}
        onText={setWhat}
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
          onChange={(e) => setLine((all) => ({ ...all, [field]: e.target.value }))}
        />
      ))}
      <Button type="submit" kind="primary" size="large" disabled={visible(title) === ''}>
        {say('save')}
      </Button>
    </form>
  );
}
