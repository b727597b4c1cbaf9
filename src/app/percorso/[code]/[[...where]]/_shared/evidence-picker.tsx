'use client';
/** Picks the words that found, support or contradict something: first found, then linked. */
import { useState } from 'react';
import type { Grounded } from '@/domain/programming/evidence';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Dialog } from '@/ui/dialog';
import { FindWords } from './word-search';
import { KeepWords } from './evidence-links';

type Props = { open: boolean; onClose: () => void; what: Grounded; target: string };

export function PickWords({ open, onClose, what, target }: Props) {
  const say = useSay();
  const [chosen, setChosen] = useState<Said | null>(null);
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={say('planning.linkWords')}
      closeLabel={say('planning.done')}
    >
      {chosen ? (
        <KeepWords said={chosen} what={what} target={target} onDone={() => setChosen(null)} />
      ) : (
        <FindWords what={what} target={target} onChoose={setChosen} />
      )}
    </Dialog>
  );
}
