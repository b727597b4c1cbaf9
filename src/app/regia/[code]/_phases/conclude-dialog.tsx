'use client';
/** The dialog before a gathering is concluded: what nobody can know or change afterwards, and a second confirmation. */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

type Props = { concluding: { open: boolean; stay: () => void; go: () => void } };

export function ConcludeDialog({ concluding: { open, stay, go } }: Props) {
  const say = useSay();
  return (
    <Dialog
      open={open}
      onClose={stay}
      title={say('desk.concludeTitle')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" onClick={go}>
          {say('desk.conclude')}
        </Button>
      }
    >
      <p>{say('desk.concludeSure')}</p>
    </Dialog>
  );
}
