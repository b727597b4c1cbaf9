'use client';
/** Chooses the wall's scene, looking at it before everybody does. */
import { type CSSProperties, useState } from 'react';
import { useDo } from '@/app/_page/answers';
import { type DrawnScene, sceneName, scenesOf } from '@/app/muro/[code]/_scenes/scene-for';
import { Stage } from '@/app/muro/[code]/wall';
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Section } from '@/ui/surface';

export function WallControl({ address }: { address: string }) {
  const say = useSay();
  const ask = useDo();
  const scene = useShown((s) => s.view.scene);
  const phase = useShown((s) => s.view.phase);
  const format = useShown((s) => s.view.format);
  const onWall = sceneName(scene, phase, format);
  const [looked, setLooked] = useState<DrawnScene | null>(null);
  const preview = looked ?? onWall;
  return (
    <Section
      title={say('desk.wall')}
      aside={say('desk.onWall', { scene: say.dynamic(`desk.scene.${onWall}`) })}
    >
      <ChoicePills
        legend={say('desk.chooseScene')}
        legendHidden
        value={preview}
        onValue={setLooked}
        choices={scenesOf(format).map((s) => ({ value: s, label: say.dynamic(`desk.scene.${s}`) }))}
      />
      <div className="@container relative aspect-video overflow-hidden rounded-lg border-2 border-line" inert>
        <div
          className="wall absolute inset-0 grid grid-rows-[auto_auto_1fr_auto] overflow-hidden bg-surface text-ink"
          style={{ '--u': '1cqw' } as CSSProperties}
        >
          <Stage address={address} scene={preview} />
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          icon="wall"
          disabled={preview === onWall}
          onClick={() => ask('showScene', { scene: preview }) && setLooked(null)}
        >
          {say('desk.showScene')}
        </Button>
        <Button
          disabled={scene === 'auto'}
          onClick={() => ask('showScene', { scene: 'auto' }) && setLooked(null)}
        >
          {say('desk.followPhase')}
        </Button>
      </div>
    </Section>
  );
}
