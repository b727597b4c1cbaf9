'use client';
/** Merges a code into another: its words are read through the other from then on. It can be undone at any time. */
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { codesInUse } from '@/domain/programming/codes';
import type { Code } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { usePathShown } from '@/client/hooks/path-provider';
import { usePathDo } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { goTo } from '../_shared/path-router';

export function MergeDialog({ one, times }: { one: Code; times: number }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const code = usePathShown((s) => s.view.code);
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState('');
  const others = codesInUse(path)
    .filter((c) => c.id !== one.id)
    .sort((a, b) => a.label.localeCompare(b.label, 'it'));
  const merge = () => {
    if (!ask('mergeCode', { id: one.id, into })) return;
    tell(say('codebook.didMerge', { from: one.label, into: path.codes[into]?.label ?? '' }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('unmergeCode', { id: one.id }),
    });
    goTo(placeOf(code, 'codici', into));
  };
  if (others.length === 0) return null;
  return (
    <>
      <Button size="small" icon="merge" onClick={() => setOpen(true)}>
        {say('codebook.merge')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say('codebook.mergeTitle', { label: one.label })}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={into === ''} onClick={merge}>
            {say('codebook.merge')}
          </Button>
        }
      >
        <p>{say('codebook.mergeHint', { n: times })}</p>
        <Select
          label={say('codebook.mergeInto')}
          value={into}
          onChange={(e) => setInto(e.target.value)}
          options={[
            { value: '', label: say('codebook.choose') },
            ...others.map((c) => ({ value: c.id, label: c.label })),
          ]}
        />
      </Dialog>
    </>
  );
}
