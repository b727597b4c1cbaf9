'use client';
/** Leaves and erases: the name and the code are deleted, contributions stay, unsigned (E35). */
import { useState } from 'react';
import { forgetPerson } from '@/client/storage/device-storage';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { useWhere } from '../_frame/navigation';

export function EraseMe() {
  const say = useSay();
  const { code } = useWhere();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="danger" className="justify-self-start" onClick={() => setOpen(true)}>
        {say('erase.title')}
      </Button>
      <BottomSheet
        open={open}
        onClose={() => setOpen(false)}
        title={say('erase.title')}
        closeLabel={say('close')}
      >
        <p>{say('erase.what')}</p>
        <form
          method="post"
          action="/api/erase-me"
          className="flex flex-wrap gap-2"
          onSubmit={() => forgetPerson(code)}
        >
          <input type="hidden" name="code" value={code} />
          <Button type="submit" kind="danger">
            {say('erase.do')}
          </Button>
          <Button onClick={() => setOpen(false)}>{say('cancel')}</Button>
        </form>
      </BottomSheet>
    </>
  );
}
