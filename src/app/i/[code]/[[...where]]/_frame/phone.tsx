'use client';
/** The phone's frame: the title, the connection, and the five tabs. */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import { useLayoutEffect, useRef } from 'react';
import { useOffline } from '@/client/loading/offline';
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Banner, Skeleton } from '@/ui/notice';
import { LinkNotice } from './connection-notice';
import { Places } from './bottom-tabs';
import { fetchRest, Screen } from './screen';
import { Refusals } from './refusals';
import { Toasts } from './phone-toasts';
import { Waiting } from './top-notices';
import { useTitle } from './document-title';
import { useWhere, Walk } from './navigation';

export function Phone({ code, where, recovery }: { code: string; where: string[]; recovery: string | null }) {
  useOffline([`/i/${code}`, `/atti/${code}`], fetchRest);
  return (
    <Walk code={code} where={where}>
      <Toasts>
        <Frame recovery={recovery} />
      </Toasts>
    </Walk>
  );
}

function Frame({ recovery }: { recovery: string | null }) {
  const say = useSay();
  const kind = useShown((s) => inventedIn(s.view));
  const here = useShown((s) => s.view.id !== '');
  const { where, walked } = useWhere();
  useTitle();
  const main = useRef<HTMLElement>(null);
  const address = where.join('/');
  const before = useRef(address);
  // Announces a new screen to people who cannot see it change; a reload keeps the focus. It runs before paint: on a
  // slow phone the focus lost with the old screen would go to the bottom of the new one.
  useLayoutEffect(() => {
    if (before.current === address) return;
    before.current = address;
    main.current?.focus({ preventScroll: true });
    if (walked.current) window.scrollTo(0, 0);
    walked.current = false;
  }, [address, walked]);
  return (
    <>
      <Ribbon say={say} kind={kind} />
      <noscript>
        <Banner kind="warn">{say('link.noScript')}</Banner>
      </noscript>
      <LinkNotice />
      {here && <Waiting />}
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-xl grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-4 pb-48 outline-none narrow:gap-4 narrow:pt-3"
      >
        {here ? <Screen recovery={recovery} /> : <Skeleton label={say('loading')} lines={4} />}
      </main>
      <Refusals />
      <Places />
    </>
  );
}
