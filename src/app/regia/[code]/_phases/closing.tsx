'use client';
/** The end of the day and of the record: one closing word each if wished, then a seal that anyone can check. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { postJson } from '@/client/connection/post-json';
import { useView } from '@/client/hooks/gathering-provider';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Section } from '@/ui/surface';

export function Closing() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const freeze = async () => {
    setSure(false);
    setBusy(true);
    const told = await postJson('/api/freeze', { code: view.code });
    setBusy(false);
    if (!told.ok) tell(sayRefusal(say, told), 'bad');
  };
  const ready = view.phase === 'concluded' || view.phase === 'archived';
  return (
    <Section title={say('desk.closing')}>
      <Toggle
        label={say('desk.word')}
        hint={say('desk.wordHint')}
        on={view.closingWord}
        onToggle={(on) => ask('setClosingWord', { on })}
      />
      {view.frozen ? (
        <p className="break-all">
          {say('desk.frozen', {
            date: say.date(view.frozen.at, 'long', view.timezone),
            hash: view.frozen.hash,
          })}
        </p>
      ) : (
        <>
          <p className="text-ink-soft">{say(ready ? 'desk.freezeHint' : 'desk.freezeWhen')}</p>
          <div>
            <Button icon="lock" disabled={!ready} busy={busy} onClick={() => setSure(true)}>
              {say('desk.freeze')}
            </Button>
          </div>
        </>
      )}
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={say('desk.freeze')}
        closeLabel={say('close')}
        actions={
          <Button kind="danger" onClick={() => void freeze()}>
            {say('desk.freeze')}
          </Button>
        }
      >
        <p>{say('desk.freezeSure')}</p>
      </Dialog>
    </Section>
  );
}
