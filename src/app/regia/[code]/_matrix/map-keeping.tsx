'use client';
/** The map of the hall: its picture, and a tap, or the arrow keys, for where each space is. */
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { MapPin, MapSheet } from '@/app/_shared/floor-map';
import { PhotoPicker } from '@/app/_shared/photo-picker';
import { useView } from '@/client/hooks/gathering-provider';
import { sendPhoto } from '@/client/connection/send-photo';
import { hasMap, MAP_SIDE, type Spot } from '@/domain/gathering/state/floor-map';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Card } from '@/ui/surface';

const CENTRE: Spot = { x: MAP_SIDE / 2, y: MAP_SIDE / 2 };
/** One press of an arrow key. */
const STEP = MAP_SIDE / 40;
const ARROWS: Record<string, Spot> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};
const within = (n: number): number => Math.round(Math.min(MAP_SIDE, Math.max(0, n)));

export function MapKeeping() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const [busy, setBusy] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const { map, spaces } = view;
  const space = spaces.find((s) => s.id === chosen) ?? spaces.find((s) => !map.spots[s.id]) ?? spaces[0];
  const hang = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const sent = await sendPhoto(view.code, file);
    setBusy(false);
    if (!sent) return tell(say('desk.mapNoNetwork'), 'bad');
    if (!sent.ok) return tell(sayRefusal(say, sent), 'bad');
    const { hash, w, h } = sent;
    if (hash !== map.picture?.hash) ask('hangMap', { hash, w, h });
  };
  const put = (at: Spot) => {
    if (!space) return;
    const spot = { x: within(at.x), y: within(at.y) };
    const now = map.spots[space.id];
    if (now?.x !== spot.x || now.y !== spot.y) ask('markSpace', { space: space.id, at: spot });
  };
  const tapped = (e: MouseEvent<HTMLButtonElement>) => {
    // The chosen space stays chosen, so that a second tap corrects the first.
    if (space) choose(space.id);
    // A key pressed on the button has no place.
    if (e.detail === 0) return put((space && map.spots[space.id]) ?? CENTRE);
    const box = e.currentTarget.getBoundingClientRect();
    put({
      x: ((e.clientX - box.left) / box.width) * MAP_SIDE,
      y: ((e.clientY - box.top) / box.height) * MAP_SIDE,
    });
  };
  const moved = (e: KeyboardEvent) => {
    const by = ARROWS[e.key];
    const from = space && map.spots[space.id];
    if (!by || !space) return;
    e.preventDefault();
    choose(space.id);
    put(from ? { x: from.x + by.x, y: from.y + by.y } : CENTRE);
  };
  return (
    <Card className="grid gap-3 lg:col-span-2">
      <h3 className="text-lg">{say('desk.map')}</h3>
      <p className="max-w-prose text-ink-soft text-sm">{say('desk.mapHint')}</p>
      <div className="flex flex-wrap gap-2">
        <PhotoPicker busy={busy} onFile={hang}>
          {say(map.picture ? 'desk.mapOther' : 'desk.mapAdd')}
        </PhotoPicker>
        {hasMap(map) && (
          <Button icon="close" onClick={() => ask('takeMapDown', {})}>
            {say('desk.mapOff')}
          </Button>
        )}
      </div>
      {space && (
        <>
          <ChoicePills
            legend={say('desk.mapWhich')}
            value={space.id}
            onValue={choose}
            choices={spaces.map((s) => ({
              value: s.id,
              label: map.spots[s.id] ? `${s.name} ✓` : s.name,
            }))}
          />
          <MapSheet map={map} alt={say('desk.map')} height="60vh">
            <button
              type="button"
              aria-label={say('desk.mapPut', { space: space.name })}
              onClick={tapped}
              onKeyDown={moved}
              className="absolute inset-0 cursor-crosshair"
            />
            <ul className="pointer-events-none text-sm">
              {spaces.map((s) => {
                const spot = map.spots[s.id];
                if (!spot) return null;
                return (
                  <li key={s.id}>
                    <MapPin spot={spot} name={s.name} here={s.id === space.id} />
                  </li>
                );
              })}
            </ul>
          </MapSheet>
          {map.spots[space.id] && (
            <div>
              <Button size="small" onClick={() => ask('markSpace', { space: space.id, at: null })}>
                {say('desk.mapUnmark', { space: space.name })}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
