'use client';
/** Rarely needed tools: the record, paper, the front desk, the totem, corrections of the gathering itself. */
import { CopyButton } from '@/app/_shared/copy-button';
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { GatheringSettings } from '../_settings/gathering-settings';
import { Discard } from '../_settings/discard';

export function Tools({ address, mayRevise }: { address: string; mayRevise: boolean }) {
  const say = useSay();
  const { code } = useView();
  return (
    <div className="flex flex-wrap gap-2">
      <Button href={`/segreteria/${code}`} icon="edit" size="small">
        {say('desk.secretariat')}
      </Button>
      <Button href={`/totem/${code}`} icon="people" size="small">
        {say('desk.totem')}
      </Button>
      <Button href={`/stampa/${code}`} icon="print" size="small">
        {say('desk.print')}
      </Button>
      <Button href={`/atti/${code}`} icon="book" size="small">
        {say('desk.openRecord')}
      </Button>
      {mayRevise && <GatheringSettings />}
      {mayRevise && <Discard />}
      <CopyButton text={`${address}/i/${code}`} label={say('desk.copyInvite')} />
    </div>
  );
}
