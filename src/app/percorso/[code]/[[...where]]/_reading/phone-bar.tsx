'use client';
/** On a phone the codebook slides up from below, and the next button is at the bottom. */
import { type ReactNode, useState } from 'react';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';

export function PhoneBar({
  onNext,
  children,
}: {
  onNext: () => void;
  children: (done: () => void) => ReactNode;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <div className="h-16 lg:hidden" />
      <div className="roomy:fixed inset-x-0 bottom-0 z-30 flex gap-2 border-line border-t bg-raised p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:hidden print:hidden">
        <Button wide icon="plus" onClick={() => setOpen(true)}>
          {say('reading.giveCode')}
        </Button>
        <Button wide kind="primary" icon="forward" onClick={onNext}>
          {say('reading.readNext')}
        </Button>
      </div>
      <BottomSheet open={open} onClose={close} title={say('planning.codici')} closeLabel={say('close')}>
        {children(close)}
      </BottomSheet>
    </>
  );
}
