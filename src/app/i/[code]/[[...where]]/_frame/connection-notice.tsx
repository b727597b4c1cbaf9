'use client';
/** Shows if texts leave this phone, without ever closing a text being written. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { storageFull } from '@/client/storage/device-storage';
import { useShown } from '@/client/hooks/gathering-provider';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';

/** A very short interruption is not worth a message. */
const WORTH_SAYING = 1500;

/** The device's own network state; if it has a network, it is the server that does not answer. */
const hasNetwork = (): boolean => navigator.onLine;
function watchNetwork(changed: () => void): () => void {
  for (const sign of ['online', 'offline']) window.addEventListener(sign, changed);
  return () => {
    for (const sign of ['online', 'offline']) window.removeEventListener(sign, changed);
  };
}

export function LinkNotice() {
  const say = useSay();
  const link = useShown((s) => s.link);
  const shut = useShown((s) => s.shut);
  const keeping = useShown((s) => s.keeping);
  const patience = useShown((s) => s.patience);
  const full = useSyncExternalStore(storageFull.subscribe, storageFull.now, () => false);
  const waiting = useShown((s) => s.outbox.filter((p) => p.seq === null).length);
  const heardAt = useShown((s) => s.heardAt);
  const timezone = useShown((s) => s.view.timezone);
  const [late, setLate] = useState(false);
  const network = useSyncExternalStore(watchNetwork, hasNetwork, () => true);
  const down = link !== 'live';
  useEffect(() => {
    if (!down) return setLate(false);
    const timer = setTimeout(() => setLate(true), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, [down]);

  const reload = (
    <Button size="small" onClick={() => window.location.reload()}>
      {say('link.reload')}
    </Button>
  );
  return (
    <div
      data-link={link}
      aria-live="polite"
      className="tall:sticky top-0 z-20 mx-auto grid max-w-xl gap-1 empty:hidden max-sm:*:rounded-none"
    >
      {shut && (
        <Banner kind="bad" action={reload}>
          {sayRefusal(say, shut)}
        </Banner>
      )}
      {!shut && late && (
        <Banner kind="offline" title={say(network ? 'link.noServer' : 'link.offline')}>
          {waiting > 0
            ? say('link.waiting', { n: waiting })
            : say('link.since', { time: say.time(heardAt, timezone) })}
        </Banner>
      )}
      {!shut && !late && patience && <Banner kind="offline">{sayRefusal(say, patience)}</Banner>}
      {(!keeping || full) && <Banner kind="warn">{say('link.full')}</Banner>}
    </div>
  );
}
