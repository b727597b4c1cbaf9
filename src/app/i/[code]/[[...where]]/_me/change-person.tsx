'use client';
/** Hands the phone to somebody else: asks first, and shows the code that brings this person back (E16). */
import { useState } from 'react';
import { forgetPerson } from '@/client/storage/device-storage';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { useWhere } from '../_frame/navigation';
import { spaced } from './recovery-code';

export function ChangePerson({ recovery }: { recovery: string | null }) {
  const say = useSay();
  const { code } = useWhere();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="swap" className="justify-self-start" onClick={() => setOpen(true)}>
        {say('me.change')}
      </Button>
      <BottomSheet open={open} onClose={close} title={say('me.changeAsk')} closeLabel={say('close')}>
        <p>{say(recovery ? 'me.changeCode' : 'me.changeNoCode')}</p>
        {recovery && (
          <p className="select-all font-bold font-mono text-3xl tracking-widest">{spaced(recovery)}</p>
        )}
        <form
          method="post"
          action="/api/leave-seat"
          onSubmit={() => forgetPerson(code)}
          className="flex flex-wrap gap-2"
        >
          <input type="hidden" name="code" value={code} />
          <Button type="submit" kind="primary" icon="swap">
            {say('me.changeDo')}
          </Button>
          <Button onClick={close}>{say('me.changeStay')}</Button>
        </form>
      </BottomSheet>
    </>
  );
}
