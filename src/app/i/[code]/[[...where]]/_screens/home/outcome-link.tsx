'use client';
/** After the day: what became of what was said, on the same link the participants already have. */
import { useShown } from '@/client/provider';
import type { Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useWhere } from '../frame/navigation';

const AFTER: readonly Phase[] = ['closing', 'completing', 'concluded', 'archived'];

export function FateLink() {
  const say = useSay();
  const { code } = useWhere();
  const phase = useShown((s) => s.view.phase);
  if (!AFTER.includes(phase)) return null;
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg">{say('fate.title')}</h2>
      <p>{say('fate.hint')}</p>
      <Button href={`/esiti/${code}`} icon="forward" wide>
        {say('fate.open')}
      </Button>
    </Card>
  );
}
