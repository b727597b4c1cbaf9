'use client';
/** Shows the hall's map with its spaces, closed until it is asked for. */
import { mappedSpaces, MapDot, MapPin, MapSheet } from '@/app/_shared/floor-map';
import { useView } from '@/client/hooks/gathering-provider';
import { hasMap } from '@/domain/gathering/state/floor-map';
import type { Space } from '@/domain/gathering/state/matrix';
import { useSay } from '@/i18n/words';
import { Disclosure } from '@/ui/disclosure';

/** `space`: the only one whose name is shown; the others are dots. Nothing where the map does not say where it is. */
export function SpaceMap({ space }: { space?: Space | undefined }) {
  const say = useSay();
  const view = useView();
  const spaces = mappedSpaces(view);
  if (space ? !Object.hasOwn(view.map.spots, space.id) : !hasMap(view.map)) return null;
  return (
    <Disclosure title={space ? say('map.where', { space: space.name }) : say('map.title')}>
      <MapSheet map={view.map} alt={say('map.title')} height="70vh">
        <ul className="text-sm">
          {spaces.map((s) => {
            const spot = view.map.spots[s.id];
            if (!spot) return null;
            return (
              <li key={s.id}>
                {space && s.id !== space.id ? (
                  <MapDot spot={spot} name={s.name} />
                ) : (
                  <MapPin spot={spot} name={s.name} here={space !== undefined} />
                )}
              </li>
            );
          })}
        </ul>
      </MapSheet>
      {space?.note && <p className="pt-2">{space.note}</p>}
    </Disclosure>
  );
}
