'use client';
/** The frame of the planners' pages: the path's name and its parts. */
import { useEffect, useRef } from 'react';
import { usePathShown } from '@/client/hooks/path-provider';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { LinkBadge } from '@/app/_shared/link-badge';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { useInSight } from '@/ui/scroll-into-view';
import { TopBar } from '@/ui/navigation';
import { Banner, DemoRibbon, Skeleton } from '@/ui/notice';
import { usePathDo, useMayWrite } from './path-commands';
import { useArrival, useOwnLinks, useRest } from './_shared/path-router';
import { PLACES, type Place, placeInAddress } from './places';
import { SCREENS } from './screens';

export function Planning({ code }: { code: string }) {
  const say = useSay();
  const where = useRest();
  const main = useRef<HTMLElement>(null);
  useOwnLinks(code);
  useArrival(main);
  const { ready, link, shut, you } = usePathShown((s) => s);
  const about = usePathShown((s) => s.view.about);
  const demo = usePathShown((s) => s.view.demo);
  const place = placeInAddress(where);
  const Screen = SCREENS[place];
  const title = about && [say(`planning.${place}`), about.title, say('app.name')].join(' · ');
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  const writes = you?.role === 'planner' || you?.role === 'owner';
  return (
    <>
      {demo && <DemoRibbon text={say('demo.ribbon')} />}
      <TopBar
        title={about?.title ?? ''}
        back={{ href: '/ufficio', label: say('planning.toOffice') }}
        aside={<LinkBadge link={link} />}
        below={<Places code={code} here={place} />}
      />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-6xl gap-8 px-4 pt-6 pb-32 outline-none sm:px-6 print:block print:space-y-8 print:pb-0"
      >
        {shut && <Banner kind="bad" title={sayRefusal(say, shut)} live />}
        {ready && you && !writes && <Banner kind="info" title={say('planning.readOnly')} />}
        {ready && <Discarded />}
        {ready ? (
          // The reader goes from text to text; any other page starts from the beginning at another address.
          <Screen key={place === 'raccolta' ? place : where.join('/')} code={code} rest={where.slice(1)} />
        ) : (
          <>
            <h1 className="sr-only">{say(`planning.${place}`)}</h1>
            {!shut && <Skeleton label={say('planning.opening')} lines={8} />}
          </>
        )}
      </main>
    </>
  );
}

/** Opened by mistake and discarded: every page of it says so, with a button to restore it. */
function Discarded() {
  const say = useSay();
  const ask = usePathDo();
  const may = useMayWrite();
  const discarded = usePathShown((s) => s.view.discarded);
  if (!discarded) return null;
  return (
    <Banner
      kind="warn"
      title={say('planning.discarded')}
      action={
        may && (
          <Button size="small" onClick={() => ask('recoverPath', {})}>
            {say('planning.recover')}
          </Button>
        )
      }
    >
      {say('planning.discardedHow')}
    </Banner>
  );
}

function Places({ code, here }: { code: string; here: Place }) {
  const say = useSay();
  return (
    <nav
      ref={useInSight(here)}
      aria-label={say('planning.nav')}
      className="relative overflow-x-auto border-line border-t"
    >
      <ul className="mx-auto flex max-w-6xl px-1 sm:px-3">
        {PLACES.map((place) => (
          <li key={place}>
            <a
              href={`/percorso/${code}/${place}`}
              aria-current={place === here ? 'page' : undefined}
              className={cx(
                'grid min-h-11 place-items-center whitespace-nowrap px-3 font-semibold no-underline -outline-offset-3',
                place === here ? 'border-accent border-b-3 text-accent' : 'text-ink-soft hover:text-ink',
              )}
            >
              {say(`planning.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
