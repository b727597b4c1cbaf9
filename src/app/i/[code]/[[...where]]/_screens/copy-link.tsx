'use client';
/** Carries the address of a screen elsewhere: into a message, a chat, a leaflet. */
import { copyText } from '@/client/copy';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useToast } from './toast';
import { addressOf, useWhere } from './where';

export function CopyLink({ to }: { to: string }) {
  const say = useSay();
  const toast = useToast();
  const { code } = useWhere();
  const copy = async () => {
    const address = `${window.location.origin}${addressOf(code, to)}`;
    const done = await copyText(address);
    toast(done ? { text: say('link.copied') } : { text: say('link.notCopied', { address }), tone: 'plain' });
  };
  return (
    // Its words, not the ground it has when touched, stand in line with what is above.
    <Button size="small" kind="plain" icon="link" onClick={copy} className="-ml-[min(0.875rem,4vw)]">
      {say('link.copy')}
    </Button>
  );
}
