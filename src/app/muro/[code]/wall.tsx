'use client';
/** The wall's frame and its scene: it never scrolls, and when the link drops it keeps what it last knew. */
import { Ribbon } from '@/app/_page/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsing';
import { useNow, useShown, useView } from '@/client/provider';
import { standingAnnouncements } from '@/domain/gathering/queries';
import { useSay } from '@/i18n/words';

import { Icon } from '@/ui/icons';
import { sceneFor } from './_scenes/scene-for';
import { Sound } from './_scenes/sound';
import { Timer } from './_scenes/timer';

export function Wall({ address, scene }: { address: string; scene?: string }) {
  return (
    <div
      className="wall fixed inset-0 grid grid-rows-[auto_auto_1fr_auto] overflow-hidden bg-surface text-ink"
      data-wall
    >
      <Stage address={address} {...(scene ? { scene } : {})} ears />
    </div>
  );
}

/** Also drawn small on the desk, as a preview of a scene not yet shown. */
export function Stage({ address, scene, ears }: { address: string; scene?: string; ears?: boolean }) {
  const view = useView();
  const say = useSay();
  const now = useNow(1000);
  const Scene = sceneFor(scene ?? view.scene, view.phase, view.format);
  // The desk's preview is a picture within its page, which has a main part of its own.
  const Main = ears ? 'main' : 'div';
  const [news] = now === null ? [] : standingAnnouncements(view, now);
  return (
    <>
      {inventedIn(view) ? <Ribbon say={say} kind={inventedIn(view)} /> : <span />}
      {news ? (
        <p role="status" className="animate-arrive bg-accent px-10 py-4 font-bold text-accent-ink text-2xl">
          <Icon name="bell" className="mr-4 size-[1em]" />
          {news.text}
        </p>
      ) : (
        <span />
      )}
      <Main {...(ears && { id: 'main', tabIndex: -1 })} className="min-h-0 overflow-hidden px-10 pt-6 pb-2">
        <Scene address={address} now={now} />
      </Main>
      <Foot address={address} now={now} ears={ears === true} />
    </>
  );
}

/** Whoever comes late finds the way in on every scene. */
function Foot({ address, now, ears }: { address: string; now: number | null; ears: boolean }) {
  const say = useSay();
  const code = useShown((s) => s.view.code);
  const title = useShown((s) => s.view.title);
  const people = useShown((s) => s.view.people);
  const link = useShown((s) => s.link);
  const gone = useShown((s) => s.shut?.refused === 'unknown_code');
  const heardAt = useShown((s) => s.heardAt);
  const zone = useShown((s) => s.view.timezone);
  return (
    <footer
      data-link={link}
      className="flex items-center justify-between gap-10 border-line border-t-2 px-10 py-3 text-base"
    >
      <p className="min-w-0 truncate">{title}</p>
      <p className="flex shrink-0 items-center gap-8 tabular-nums">
        {ears && <Sound now={now} />}
        <Timer now={now} />
        <span>{say('wall.people', { n: people })}</span>
        <span>
          {address.replace(/^https?:\/\//, '')} <b className="ml-3 tracking-widest">{code}</b>
        </span>
        {gone ? (
          <span role="status" className="font-bold">
            {say('wall.gone')}
          </span>
        ) : link === 'offline' ? (
          <span role="status" className="flex items-center gap-3 font-bold">
            <Icon name="offline" className="size-[1em]" />
            {say('wall.stale', { time: say.time(heardAt, zone) })}
          </span>
        ) : (
          <span>{now === null ? '' : say.time(now, zone)}</span>
        )}
      </p>
    </footer>
  );
}
