'use client';
/** Splits a code: the chosen words go to a new one, the others stay. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import type { Code, Coding } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { checkClass } from '@/ui/checkbox-marks';
import { usePathDo } from '../path-commands';

export function SplitDialog({ one, codings }: { one: Code; codings: readonly Coding[] }) {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const split = () => {
    const part = { id: nanoid(14), label: label.trim(), codings: [...chosen] };
    if (!ask('splitCode', { id: one.id, parts: [part] })) return;
    setOpen(false);
    setLabel('');
    setChosen(new Set());
    tell(say('codebook.didSplit', { label: part.label, n: chosen.size }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('undoReshape', { what: 'code', id: one.id }),
    });
  };
  return (
    <>
      {/* The dialog stays when all words have moved: removed with its page, it would leave a history entry. */}
      {codings.length > 0 && (
        <Button size="small" icon="split" onClick={() => setOpen(true)}>
          {say('codebook.split')}
        </Button>
      )}
      <Dialog
        wide
        open={open}
        onClose={() => setOpen(false)}
        title={say('codebook.splitTitle', { label: one.label })}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={label.trim() === '' || chosen.size === 0} onClick={split}>
            {say('codebook.splitMove', { n: chosen.size })}
          </Button>
        }
      >
        <TextInput
          label={say('codebook.splitLabel')}
          value={label}
          onChange={(e) => setLabel(e.target.value)}
          autoFocus
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">{say('codebook.splitWhich')}</legend>
          {codings.map((c) => (
            <label
              key={c.id}
              className="flex min-h-11 items-start gap-3 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="checkbox"
                checked={chosen.has(c.id)}
                onChange={() => turn(c.id)}
                className={checkClass}
              />
              <span className="min-w-0 wrap-anywhere">«{c.quote}»</span>
            </label>
          ))}
        </fieldset>
      </Dialog>
    </>
  );
}
