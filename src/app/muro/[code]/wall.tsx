'use client';
/** The wall: it never scrolls, reports to desks that it is open, and keeps its last state when the link drops. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Ribbon } from '@/app/_shared/ribbon';
import { tryGong, useSoundState } from '@/client/device/gong-sound';
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { useWakeLock } from '@/client/device/wake-lock';
import { useWallPresence } from '@/client/connection/wall-presence';
import { timerAt } from '@/domain/gathering/current-signals';
import { wallScene } from '@/domain/gathering/state/scene';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { inventedIn } from '@/domain/gathering/rehearsal';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';
import { Fit } from '@/ui/wall-fit';
import { WallFrame } from '@/ui/wall-frame';
import { Foot } from './_scenes/foot';
import { GongWall } from './_scenes/gong-wall';
import { Stillness } from './_scenes/pages';
import { DRAWN, sceneAt } from './_scenes/scene-for';
import { TimerBand } from './_scenes/timer-band';
import { useWallName } from './_scenes/wall-name';

/** `scene` and `name` come from the address: both can be fixed for a wall. */
export function Wall({ address, scene, name }: { address: string; scene?: string; name?: string }) {
  const say = useSay();
  const view = useView();
  const now = useNow(1000);
  const [called, rename] = useWallName(view.code, name);
  const [trial, setTrial] = useState(false);
  const own = scene ?? (called ? wallScene(view, called) : undefined);
  const drawn = sceneAt(view, own, now);
  const number = useWallPresence(
    { code: view.code, name: called, sound: useSoundState(), awake: useWakeLock(), scene: drawn },
    (order) => {
      if (order.what === 'rename') return rename(order.name);
      tryGong();
      setTrial(true);
    },
  );
  // The first name is the wall's number, so that the desk can refer to it.
  useEffect(() => {
    if (called === null && number !== null) rename(say('wall.screen', { n: number }));
  }, [called, number, rename, say]);
  useEffect(() => {
    if (!trial) return;
    const timer = setTimeout(() => setTrial(false), 5000);
    return () => clearTimeout(timer);
  }, [trial]);
  return (
    // No hall's window is this low, a zoomed one is: the wall then keeps a height of its own, so that its text grows and the page scrolls.
    <WallFrame className="fixed inset-0 zoomed-window:absolute zoomed-window:bottom-auto zoomed-window:h-[540px]">
      <Stage address={address} ears {...(own ? { scene: own } : {})} />
      {trial && <Trial name={called ?? ''} />}
    </WallFrame>
  );
}

/** A sound test from the desk shows which wall answers, and if it can play. */
function Trial({ name }: { name: string }) {
  const say = useSay();
  const sound = useSoundState();
  return (
    <p
      role="status"
      className="wall absolute inset-x-0 top-0 z-30 bg-accent px-8 py-4 text-center font-bold text-3xl text-accent-ink"
    >
      {name} · {say(`wall.sound.${sound}`)}
    </p>
  );
}

/** Also drawn small on the desk, as a preview. `ears`: this is a real wall, with sound and a way to hold it still. */
export function Stage({ address, scene, ears }: { address: string; scene?: string; ears?: boolean }) {
  const view = useView();
  const say = useSay();
  const now = useNow(1000);
  const [still, setStill] = useState(false);
  // A scene may turn several lists.
  const [moving, setMoving] = useState(0);
  const moves = useCallback((does: boolean) => setMoving((n) => n + (does ? 1 : -1)), []);
  const held = useMemo(() => ({ still, moves }), [still, moves]);
  const drawn = sceneAt(view, scene, now);
  const Scene = DRAWN[drawn];
  // The desk's preview is an image inside its page, which has a <main> of its own.
  const Main = ears ? 'main' : 'div';
  const [news] = now === null ? [] : standingAnnouncements(view, now);
  // One band at the most: under two, scenes have no room for their words.
  const timed = now !== null && timerAt(view, now) !== null;
  return (
    <div className="wall flex size-full flex-col overflow-hidden bg-surface text-ink" data-wall>
      {inventedIn(view) && <Ribbon say={say} kind={inventedIn(view)} />}
      <TimerBand now={now} news={news?.text} />
      <div className="relative flex min-h-0 flex-1 flex-col">
        {news && !timed && (
          <div
            role="status"
            className="flex max-h-[calc(var(--h)*15)] min-h-[calc(var(--h)*9)] animate-arrive items-center gap-6 bg-accent px-8 py-2 text-accent-ink"
          >
            <Icon name="bell" className="size-[calc(var(--h)*5)] shrink-0" />
            <span className="h-[calc(var(--h)*11)] min-w-0 flex-1">
              <Fit of={news.text} max={5.5}>
                <b>{news.text}</b>
              </Fit>
            </span>
          </div>
        )}
        <Stillness value={held}>
          <Main
            {...(ears && { id: 'main', tabIndex: -1 })}
            data-scene={drawn}
            className="min-h-0 flex-1 overflow-hidden px-[calc(var(--u)*1.2)] py-[calc(var(--h)*1.2)]"
          >
            <Scene address={address} now={now} />
          </Main>
        </Stillness>
        <Foot
          address={address}
          now={now}
          scene={drawn}
          ears={ears === true}
          {...(moving > 0 ? { still, onStill: setStill } : {})}
        />
        <GongWall now={now} />
      </div>
    </div>
  );
}
