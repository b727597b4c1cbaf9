'use client';
/** Opens and closes the vote: opening can be undone as long as nobody has voted, closing asks first. */
import { type ReactNode, useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useDraft, useView } from '@/client/hooks/gathering-provider';
import { DOTS_EACH } from '@/domain/gathering/state/voting';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { IconName } from '@/ui/icons';

/** The number of dots of each person, and if several may go on one topic: chosen before the vote is opened. */
export function useVoteChoice() {
  const code = useView().code;
  const [kept, keep] = useDraft(`${code}:vote`);
  const [quota = DOTS_EACH, cumulative = true] = kept ? (JSON.parse(kept) as [number, boolean]) : [];
  return {
    quota,
    cumulative,
    setQuota: (n: number) => keep(JSON.stringify([n, cumulative])),
    setCumulative: (on: boolean) => keep(JSON.stringify([quota, on])),
  };
}

export function useVoteDeeds(): {
  open: () => void;
  close: () => void;
  deed: { icon: IconName; says: string; hint: string; run: () => void };
  dialogs: ReactNode;
} {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const { voting } = useView();
  const { quota, cumulative } = useVoteChoice();
  const [sure, setSure] = useState(false);
  const open = () => {
    if (!ask('openVoting', { quota, cumulative })) return;
    tell(say('desk.voteOpened'), 'plain', {
      label: say('toast.undo'),
      onUndo: () => ask('withdrawVote', {}),
    });
  };
  const close = () => setSure(true);
  const dialogs = (
    <Dialog
      open={sure}
      onClose={() => setSure(false)}
      title={say('desk.closeVote')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" onClick={() => ask('closeVoting', {}) && setSure(false)}>
          {say('desk.closeVote')}
        </Button>
      }
    >
      <p>{say('desk.closeSure')}</p>
    </Dialog>
  );
  const deed =
    voting.state === 'open'
      ? {
          icon: 'lock' as const,
          says: say('desk.closeVote'),
          hint: say('desk.deed.closeVoteHint'),
          run: close,
        }
      : {
          icon: 'vote' as const,
          says: say('desk.openVote'),
          hint: say('desk.deed.openVoteHint', { n: quota }),
          run: open,
        };
  return { open, close, deed, dialogs };
}
