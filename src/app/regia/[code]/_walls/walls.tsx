'use client';
/** The walls at the desk: how many are open, which have sound, their scenes; one scene for all, or one of its own. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { type DrawnScene, sceneAt, scenesOf } from '@/app/muro/[code]/_scenes/scene-for';
import { Stage } from '@/app/muro/[code]/wall';
import { useNow, useView } from '@/client/hooks/gathering-provider';
import type { useOpenWalls } from '@/client/connection/wall-presence';
import { wallScene } from '@/domain/gathering/state/scene';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { WallPreview } from '@/ui/wall-preview';
import { WallList } from './wall-list';

/** Number of open walls and of those with sound, in a few words. */
export function WallCount({ walls }: { walls: ReturnType<typeof useOpenWalls>[0] }) {
  const say = useSay();
  if (!walls) return null;
  const sound = walls.filter((w) => w.sound === 'on').length;
  return (
    <span data-walls={walls.length}>
      {walls.length === 0 ? say('desk.wallsNone') : say('desk.wallsOpen', { n: walls.length, sound })}
    </span>
  );
}

type Props = {
  address: string;
  open: ReturnType<typeof useOpenWalls>;
  /** On a phone one tap shows a scene; at a desk it is previewed first. */
  atOnce?: boolean;
  onDone?: () => void;
};

const ALL = '';

export function Walls({ address, open: [walls, order], atOnce, onDone }: Props) {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const now = useNow(1000);
  const [target, setTarget] = useState(ALL);
  const [looked, setLooked] = useState<DrawnScene | 'auto' | null>(null);
  const names = [
    ...new Set([...(walls ?? []).flatMap((w) => w.name ?? []), ...Object.keys(view.wallScenes)]),
  ].sort();
  const wall = names.includes(target) ? target : ALL;
  const own = wall === ALL ? undefined : wallScene(view, wall);
  const shows = sceneAt(view, own, now);
  const preview =
    looked === null
      ? shows
      : looked === 'auto'
        ? sceneAt({ ...view, scene: 'auto' }, undefined, now)
        : looked;
  const show = (scene: DrawnScene | 'auto') => {
    ask('showScene', { scene, ...(wall === ALL ? {} : { wall }) });
    setLooked(null);
    onDone?.();
  };
  const follows = wall === ALL ? view.scene === 'auto' : own === undefined;
  return (
    <div className="grid gap-2">
      {names.length > 1 || Object.keys(view.wallScenes).length > 0 ? (
        <ChoicePills
          legend={say('desk.whichWall')}
          legendHidden
          value={wall}
          onValue={(to) => {
            setTarget(to);
            setLooked(null);
          }}
          choices={[
            { value: ALL, label: say('desk.allWalls') },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
        />
      ) : null}
      {atOnce ? (
        <div className="grid grid-cols-2 gap-2">
          <Button aria-pressed={follows} onClick={() => show('auto')}>
            {say('desk.followPhase')}
          </Button>
          {scenesOf(view.format).map((s) => (
            <Button key={s} aria-pressed={!follows && s === shows} onClick={() => show(s)}>
              {say.dynamic(`desk.scene.${s}`)}
            </Button>
          ))}
        </div>
      ) : (
        <>
          {/* As wide as the column: the names of scenes are never cut. */}
          <select
            aria-label={say('desk.chooseScene')}
            value={looked ?? (follows ? 'auto' : shows)}
            onChange={(e) => setLooked(e.target.value as DrawnScene | 'auto')}
            className="min-h-11 w-full min-w-0 rounded-lg border-2 border-edge bg-raised px-2"
          >
            <option value="auto">{say('desk.followPhase')}</option>
            {scenesOf(view.format).map((s) => (
              <option key={s} value={s}>
                {say.dynamic(`desk.scene.${s}`)}
              </option>
            ))}
          </select>
          <figure className="grid grid-cols-[3fr_2fr] gap-2">
            <WallPreview>
              <Stage address={address} scene={preview} />
            </WallPreview>
            <div className="grid content-between gap-1.5">
              <figcaption className="text-ink-soft text-sm leading-snug">
                {say('desk.onWall', { scene: say.dynamic(`desk.scene.${shows}`) })}
              </figcaption>
              <Button
                size="small"
                disabled={looked === null || looked === (follows ? 'auto' : shows)}
                onClick={() => looked && show(looked)}
              >
                {say('desk.showScene')}
              </Button>
            </div>
          </figure>
        </>
      )}
      <WallList walls={walls} order={order} />
    </div>
  );
}
