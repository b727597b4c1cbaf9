'use client';
/**
 * A button for actions that cannot be undone or that sign somebody out: it explains the effect, asks once more, and
 * shows failures.
 */
import { type ReactNode, useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { reloadUnderDialog } from '@/ui/close-on-back';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/notice';

type Props = {
  /** On the button, and as the question's title. */
  ask: string;
  title: string;
  /** On the button that confirms. */
  does: string;
  address: string;
  what: object;
  children: ReactNode;
  /** Called instead of a reload, on a page that stays as it is. */
  onDone?: () => void;
  small?: boolean;
};

export function Sure({ ask, title, does, address, what, children, onDone, small = true }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refusal | null>(null);
  const go = async () => {
    setBusy(true);
    const answer = await postJson(address, what);
    setBusy(false);
    if (!answer.ok) return setNo(answer);
    if (!onDone) return reloadUnderDialog();
    setOpen(false);
    onDone();
  };
  return (
    <>
      <Button
        kind="danger"
        {...(small ? { size: 'small' as const } : {})}
        onClick={() => {
          setNo(null);
          setOpen(true);
        }}
      >
        {ask}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        closeLabel={say('close')}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{say('cancel')}</Button>
            <Button kind="danger" busy={busy} onClick={() => void go()}>
              {does}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          {no && <Banner kind="bad" title={sayRefusal(say, no)} live />}
          {children}
        </div>
      </Dialog>
    </>
  );
}
