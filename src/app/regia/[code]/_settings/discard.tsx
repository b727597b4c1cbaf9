'use client';
/** Discards a gathering opened by mistake, which nobody has joined, and restores it. */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';

export function Discard() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const { people, phase, discardedAt } = useView();
  if (people > 0 || phase !== 'draft' || discardedAt !== null) return null;
  const onUndo = () => ask('discardGathering', { discarded: false });
  const discard = () =>
    ask('discardGathering', { discarded: true }) &&
    tell(say('desk.discarded'), 'plain', { label: say('toast.undo'), onUndo });
  return (
    <Button size="small" kind="danger" onClick={discard}>
      {say('desk.discard')}
    </Button>
  );
}

/** Over the desk of a discarded one. */
export function Discarded() {
  const say = useSay();
  const ask = useDeskDo();
  if (useView().discardedAt === null) return null;
  return (
    <Banner
      kind="warn"
      title={say('desk.discarded')}
      action={
        <Button size="small" onClick={() => ask('discardGathering', { discarded: false })}>
          {say('desk.takeBack')}
        </Button>
      }
    />
  );
}
