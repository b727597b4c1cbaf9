'use client';
/** The importer in a dialog, beside the list it adds to. */
import { useState } from 'react';
import type { Imported } from '@/domain/programming/import-fields';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useMayWrite } from '../path-commands';
import { ImportSheet } from './import-sheet';

export function ImportDialog({ code, what }: { code: string; what: Imported }) {
  const say = useSay();
  const may = useMayWrite();
  const [open, setOpen] = useState(false);
  if (!may) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" icon="download" onClick={() => setOpen(true)} className="print:hidden">
        {say('planning.importList')}
      </Button>
      <Dialog wide open={open} onClose={close} title={say('planning.importList')} closeLabel={say('close')}>
        <ImportSheet code={code} what={what} onDone={close} />
      </Dialog>
    </>
  );
}
