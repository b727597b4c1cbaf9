'use client';
/** A button that asks the device for one photograph. */
import { useRef } from 'react';
import { Button } from '@/ui/button';

type Props = { busy: boolean; onFile: (file: File | undefined) => Promise<void>; children: string };

export function PhotoPicker({ busy, onFile, children }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hidden
        onChange={(e) => {
          void onFile(e.target.files?.[0]);
          // The same file can be chosen again.
          e.target.value = '';
        }}
      />
      <Button icon="plus" busy={busy} onClick={() => picker.current?.click()}>
        {children}
      </Button>
    </>
  );
}
