'use client';
/** Each open wall at the desk: its name, its scene, its sound and wake lock; tested and renamed from here. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useView } from '@/client/hooks/gathering-provider';
import type { useOpenWalls } from '@/client/connection/wall-presence';
import { wallScene } from '@/domain/gathering/state/scene';
import { LABEL_MAX, visible } from '@/domain/words';
import type { OpenWall } from '@/protocol/walls';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';

type Props = { walls: OpenWall[] | null; order: ReturnType<typeof useOpenWalls>[1] };

export function WallList({ walls, order }: Props) {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const [renaming, setRenaming] = useState<{ wall: OpenWall; name: string } | null>(null);
  const rename = () => {
    if (!renaming) return;
    const { wall, name } = renaming;
    order(wall.id, { what: 'rename', name });
    // Its own scene moves to the new name.
    const own = wall.name === null ? undefined : wallScene(view, wall.name);
    if (own && wall.name !== name.trim()) {
      ask('showScene', { scene: own, wall: name });
      ask('showScene', { scene: 'auto', wall: wall.name });
    }
    setRenaming(null);
  };
  if (!walls) return null;
  return (
    <div className="grid gap-2">
      <ul className="grid divide-y divide-line empty:hidden">
        {walls.map((w) => (
          <li key={w.id} className="flex min-w-0 items-center gap-1 py-1 leading-tight">
            <p className="min-w-0 flex-1">
              <b className="block truncate">{w.name ?? say('wall.screen', { n: w.number })}</b>
              <span className="block text-ink-soft text-sm">
                {say.dynamic(`desk.scene.${w.scene}`)} ·{' '}
                <span className={w.sound === 'on' ? '' : 'font-semibold text-warn'}>
                  {say(`desk.sound.${w.sound}`)}
                </span>
              </span>
              {w.awake !== 'on' && (
                <span className="block text-sm text-warn">{say(`desk.awake.${w.awake}`)}</span>
              )}
            </p>
            <IconButton
              icon="bell"
              label={say('desk.tryWall', { wall: w.name ?? String(w.number) })}
              onClick={() => order(w.id, { what: 'try' })}
            />
            <IconButton
              icon="edit"
              label={say('desk.renameWall', { wall: w.name ?? String(w.number) })}
              onClick={() => setRenaming({ wall: w, name: w.name ?? '' })}
            />
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-2">
        <Button href={`/muro/${view.code}`} target="_blank" size="small">
          {say('desk.openWall')}
        </Button>
        <Button
          size="small"
          icon="bell"
          disabled={walls.length === 0}
          onClick={() => order(null, { what: 'try' })}
        >
          {say('desk.trySound')}
        </Button>
      </div>
      <Dialog
        open={renaming !== null}
        onClose={() => setRenaming(null)}
        title={say('desk.wallName')}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={!visible(renaming?.name ?? '')} onClick={rename}>
            {say('save')}
          </Button>
        }
      >
        {renaming && (
          <TextInput
            label={say('desk.wallName')}
            hint={say('desk.wallNameHint', { code: view.code })}
            value={renaming.name}
            maxLength={LABEL_MAX}
            onChange={(e) => setRenaming({ ...renaming, name: e.target.value })}
          />
        )}
      </Dialog>
    </div>
  );
}
