'use client';
/** Shows the hall's map with its spaces, closed until it is asked for. */
import { mappedSpaces, MapDot, MapPin, MapSheet } from '@/app/_shared/floor-map';
import { useShown } from '@/client/hooks/gathering-provider';
import { hasMap } from '@/domain/gathering/state/floor-map';
import type { Space } from '@/domain/gathering/state/matrix';
import { useSay } from '@/i18n/words';
import { Disclosure } from '@/ui/disclosure';

/** `space`: the only one whose name is shown; the others are dots. Nothing where the map does not say where it is. */
export function SpaceMap({ space }: { space?: Space | undefined }) {
  const say = useSay();
  const map = useShown((s) => s.view.map);
  const all = useShown((s) => s.view.spaces);
  if (space ? !Object.hasOwn(map.spots, space.id) : !hasMap(map)) return null;
  const spaces = mappedSpaces({ spaces: all, map });
  return (
    <Disclosure title={space ? say('map.where', { space: space.name }) : say('map.title')}>
      <MapSheet map={map} alt={say('map.title')} height="70vh">
        <ul className="text-sm">
          {spaces.map((s) => {
            const spot = map.spots[s.id];
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
