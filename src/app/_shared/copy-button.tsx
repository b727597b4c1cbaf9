'use client';
/** Copies a link or a code, and says whether it could. */
import { useState } from 'react';
import { copyText } from '@/client/device/clipboard';
import { useSay } from '@/i18n/words';
import { Button, type ButtonSize } from '@/ui/button';

const SAID_FOR_MS = 4000;

type Props = { text: string; label?: string; size?: ButtonSize };

export function CopyButton({ text, label, size = 'small' }: Props) {
  const say = useSay();
  const [went, setWent] = useState<boolean | null>(null);
  const copy = async () => {
    setWent(await copyText(text));
    setTimeout(() => setWent(null), SAID_FOR_MS);
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size={size} icon={went ? 'check' : 'link'} onClick={() => void copy()}>
        {label ?? say('copy')}
      </Button>
      <span role="status" className="text-sm">
        {went !== null && say(went ? 'copy.done' : 'copy.byHand')}
      </span>
    </span>
  );
}
