'use client';
/** Copies the address of a screen, for a message, a chat or a leaflet. */
import { copyText } from '@/client/device/clipboard';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { useToast } from './phone-toasts';
import { addressOf, useWhere } from './navigation';

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
    <Button size="small" kind="plain" flush icon="link" onClick={copy}>
      {say('link.copy')}
    </Button>
  );
}
