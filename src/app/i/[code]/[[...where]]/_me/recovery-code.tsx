'use client';
/** The short code that moves this seat to another phone: shown until the person has noted it down (E15). */
import { useEffect, useState } from 'react';
import { deviceStorage } from '@/client/storage/device-storage';
import { useRecovery } from '@/client/replica/own-part';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useWhere } from '../_frame/navigation';

/** ABCD EFGH: easier to copy by hand. */
export const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

export function CodeCard({ recovery: drawn }: { recovery: string | null }) {
  const recovery = useRecovery(drawn);
  const say = useSay();
  const { code } = useWhere();
  const [noted, setNoted] = useState(true);
  useEffect(() => setNoted(deviceStorage().get(`noted:${code}`) === recovery), [code, recovery]);
  if (!recovery || noted) return null;
  const note = () => {
    deviceStorage().set(`noted:${code}`, recovery);
    setNoted(true);
  };
  return (
    <Card className="grid gap-2">
      <p className="font-semibold">{say('code.title')}</p>
      <p className="font-bold font-mono text-2xl tracking-widest">{spaced(recovery)}</p>
      <p className="text-ink-soft text-sm">{say('code.why')}</p>
      <Button size="small" onClick={note} className="justify-self-start">
        {say('code.noted')}
      </Button>
    </Card>
  );
}
