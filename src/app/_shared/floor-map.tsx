/** The map of the hall drawn with its spaces; one of them may be the one looked for. */
import type { ReactNode } from 'react';
import type { Gathering } from '@/domain/gathering/state';
import { MAP_SIDE, SHEET, type Spot } from '@/domain/gathering/state/floor-map';
import type { Space } from '@/domain/gathering/state/matrix';
import { cx } from '@/ui/cx';

/** The spaces in use that are on the map, in their order. */
export const mappedSpaces = ({ spaces, map }: Pick<Gathering, 'spaces' | 'map'>): Space[] =>
  spaces.filter((s) => s.released && Object.hasOwn(map.spots, s.id));

const part = (side: number): string => `${(side / MAP_SIDE) * 100}%`;

/**
 * As wide as its place and never higher than `height`, a length of CSS. `alt` says the picture in words. `children`:
 * what stands on the map, in its own box.
 */
export function MapSheet({
  map: { picture },
  alt,
  height,
  children,
}: {
  map: Gathering['map'];
  alt: string;
  height: string;
  children: ReactNode;
}) {
  const { w, h } = picture ?? SHEET;
  return (
    <div
      dir="ltr"
      data-map
      className="relative mx-auto overflow-hidden rounded-lg border border-line bg-raised"
      style={{ aspectRatio: `${w} / ${h}`, width: `min(100%, ${height} * ${(w / h).toFixed(4)})` }}
    >
      {picture && (
        // biome-ignore lint/performance/noImgElement: served by our own route, already at its size
        <img
          src={`/foto/${picture.hash}.webp`}
          width={w}
          height={h}
          alt={alt}
          loading="lazy"
          className="absolute inset-0 size-full"
        />
      )}
      {children}
    </div>
  );
}

/** The place of a spot, centred on it. */
export const spotStyle = ({ x, y }: Spot) => ({ left: part(x), top: part(y) });

/** Parts of the map's width and height that the largest name takes: the `max-w` below, and a few lines on a phone. */
const NAME_WIDTH = 0.45;
const NAME_HEIGHT = 0.25;

/**
 * How far a name moves back from its spot, in per cent of its own size: half, and near an edge as much as keeps the
 * largest name within the map.
 */
function leanOf(at: number, largest: number): string {
  const before = at / MAP_SIDE / largest;
  const after = 1 - (1 - at / MAP_SIDE) / largest;
  return `${Number((-100 * Math.max(after, Math.min(0.5, before))).toFixed(2))}%`;
}

/** A space's name on the map; near an edge it leans inwards, so that it is never cut. */
export function MapPin({ spot, name, here }: { spot: Spot; name: string; here: boolean }) {
  return (
    <span
      className={cx(
        'absolute w-max max-w-[45%] rounded-md px-[0.4em] font-bold leading-[1.25]',
        here
          ? 'z-10 bg-accent text-accent-ink outline-2 outline-accent outline-offset-2'
          : 'border border-line bg-raised/90 text-ink',
      )}
      style={{
        ...spotStyle(spot),
        transform: `translate(${leanOf(spot.x, NAME_WIDTH)}, ${leanOf(spot.y, NAME_HEIGHT)})`,
      }}
    >
      {name}
    </span>
  );
}

/** A space that is not the one looked for: its name is only heard. */
export function MapDot({ spot, name }: { spot: Spot; name: string }) {
  return (
    <span
      className="absolute size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-raised bg-ink-soft"
      style={spotStyle(spot)}
    >
      <span className="sr-only">{name}</span>
    </span>
  );
}
