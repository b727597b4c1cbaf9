'use client';
/** Reading: the queue of all sources, or one of them beside the codebook. */
import { usePathShown } from '@/client/hooks/path-provider';
import { useSay } from '@/i18n/words';
import { Skeleton } from '@/ui/notice';
import type { ScreenProps } from '../places';
import { useAllSaid, useWhere } from './reading-position';
import { Queue } from './queue';
import { Reader } from './reader';

export function Reading({ code }: ScreenProps) {
  const say = useSay();
  const { said, ready } = useAllSaid();
  const { ref } = useWhere(code);
  const shut = usePathShown((s) => s.shut);
  if (!ready && !shut) return <Skeleton label={say('reading.fetching')} lines={8} />;
  return ref ? <Reader code={code} at={ref} said={said} /> : <Queue code={code} said={said} />;
}
