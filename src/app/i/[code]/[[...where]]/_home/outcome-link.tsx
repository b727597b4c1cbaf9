'use client';
/** After the day: a link to the outcomes, at the address the participants already have. */
import { keepOwnLines, ownLineRefs } from '@/client/storage/own-line-marks';
import { useShown, useReplica } from '@/client/hooks/gathering-provider';
import type { Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useMe } from '../_frame/phone-hooks';
import { useWhere } from '../_frame/navigation';

/** On the way to the public page this phone remembers its owner's lines, so that they can be found there. */
export function useKeepOwnLines(): () => void {
  const replica = useReplica();
  const { code } = useWhere();
  const me = useMe();
  return () => {
    if (me) keepOwnLines(code, ownLineRefs(replica.snapshot().view, me));
  };
}

const AFTER: readonly Phase[] = ['closing', 'completing', 'concluded', 'archived'];

export function FateLink() {
  const say = useSay();
  const { code } = useWhere();
  const phase = useShown((s) => s.view.phase);
  const keep = useKeepOwnLines();
  if (!AFTER.includes(phase)) return null;
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg">{say('fate.title')}</h2>
      <p>{say('fate.hint')}</p>
      <Button href={`/esiti/${code}`} icon="forward" wide onClick={keep}>
        {say('fate.open')}
      </Button>
    </Card>
  );
}
