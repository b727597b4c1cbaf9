'use client';
/** Erases a withheld text for good: the only way by which words leave the log, with a reason and asked twice (E23). */
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { postJson } from '@/client/connection/post-json';
import { useView } from '@/client/hooks/gathering-provider';
import { LINE_MAX } from '@/domain/words';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Banner } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import type { HideableThing } from './hideable-texts';

export function Clearing({ thing, onClose }: { thing: HideableThing | null; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const { code } = useView();
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refusal | null>(null);
  const close = () => {
    setReason('');
    setSure(false);
    setNo(null);
    onClose();
  };
  const clear = async () => {
    if (!thing) return;
    setBusy(true);
    const answer = await postJson('/api/clear', { code, what: thing.what, id: thing.id, reason });
    setBusy(false);
    if (!answer.ok) return setNo(answer);
    close();
    tell(say('desk.clearDone', { number: thing.number }), 'good');
  };
  return (
    <Dialog
      open={thing !== null}
      onClose={close}
      title={say('desk.clearTitle', { number: thing?.number ?? '' })}
      closeLabel={say('close')}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            kind="danger"
            disabled={!sure || reason.trim() === ''}
            busy={busy}
            onClick={() => void clear()}
          >
            {say('desk.clear')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {no && <Banner kind="bad" title={sayRefusal(say, no)} live />}
        <blockquote className="break-words border-edge border-l-4 pl-4" dir="auto">
          {thing?.text}
        </blockquote>
        <p>{say('desk.clearWhat')}</p>
        <TextArea
          label={say('desk.clearReason')}
          hint={say('desk.clearReasonHint')}
          value={reason}
          onText={setReason}
          max={LINE_MAX}
          rows={2}
          data-first
        />
        <Toggle label={say('desk.clearSure')} on={sure} onToggle={setSure} />
      </div>
    </Dialog>
  );
}
