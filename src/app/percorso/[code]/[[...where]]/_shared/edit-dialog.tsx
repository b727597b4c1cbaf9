'use client';
/** Edits an entry of a register, or adds one, in a dialog that returns the focus. */
import { useState } from 'react';
import { useSay } from '@/i18n/words';
import { Button, type ButtonKind } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { IconName } from '@/ui/icons';
import { ThingForm, type Values } from './form';
import type { FormField } from './form-fields';

export function EditDialog({
  name,
  title,
  label,
  icon = 'edit',
  kind,
  now,
  fields,
  submit,
  onSubmit,
  onRemove,
}: {
  name: string;
  title: string;
  /** The button that opens it; the dialog's title by default. */
  label?: string;
  icon?: IconName;
  kind?: ButtonKind;
  now: Values;
  fields: readonly FormField[];
  submit?: string;
  onSubmit: (changed: Values) => boolean;
  onRemove?: () => boolean;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" kind={kind} icon={icon} onClick={() => setOpen(true)} className="print:hidden">
        {label ?? title}
      </Button>
      <Dialog wide open={open} onClose={close} title={title} closeLabel={say('close')}>
        <ThingForm
          {...{ name, now, fields }}
          submit={submit ?? say('planning.save')}
          onCancel={close}
          onSubmit={(changed) => {
            const went = onSubmit(changed);
            if (went) close();
            return went;
          }}
        />
        {onRemove && (
          <div className="border-line border-t pt-3">
            {/* The dialog is removed with its entry. */}
            <Button size="small" kind="danger" onClick={onRemove}>
              {say('planning.remove')}
            </Button>
          </div>
        )}
      </Dialog>
    </>
  );
}
