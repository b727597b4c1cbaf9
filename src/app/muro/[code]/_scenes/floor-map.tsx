'use client';
/** The map of the hall, as large as the wall, with the name of each space. */
import { mappedSpaces, MapPin, MapSheet } from '@/app/_shared/floor-map';
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';

export function FloorMap() {
  const say = useSay();
  const view = useView();
  const spaces = mappedSpaces(view);
  return (
    <div className="grid size-full grid-rows-[auto_minmax(0,1fr)] gap-[calc(var(--h)*1)]">
      <h1 className="text-3xl leading-[1.15] upright-wall:text-2xl">{say('wall.map')}</h1>
      {spaces.length === 0 && !view.map.picture ? (
        <p className="grid place-items-center text-center text-3xl text-ink-soft">{say('wall.mapEmpty')}</p>
      ) : (
        <div className="grid min-h-0 content-center [container-type:size]">
          <MapSheet map={view.map} alt={say('wall.map')} height="100cqh">
            <ul className="text-xl upright-wall:text-base">
              {spaces.map((s) => (
                <li key={s.id}>
                  <MapPin spot={view.map.spots[s.id] ?? { x: 0, y: 0 }} name={s.name} here={false} />
                </li>
              ))}
            </ul>
          </MapSheet>
        </div>
      )}
    </div>
  );
}
