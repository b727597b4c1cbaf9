/** A circle seen from above: one chair for each person present, and their number in the middle. */
import type { ReactNode } from 'react';
import { cx } from './cx';

const CHAIR = 2.1;
/** Radius of each ring of chairs, and how many chairs it holds. With more people the circle is drawn full. */
const RINGS = [17, 23.2, 29.4, 35.6].map((radius) => ({
  radius,
  room: Math.floor((2 * Math.PI * radius) / 5.2),
}));

type Chair = { x: number; y: number; key: string };

/** One ring while it is enough, growing with each chair; then more rings, filled evenly. */
export function chairs(count: number): { places: Chair[]; radius: number } {
  const rings: { radius: number; room: number }[] = [];
  let room = 0;
  for (const ring of RINGS) {
    if (rings.length > 0 && room >= count) break;
    rings.push(ring);
    room += ring.room;
  }
  if (rings.length === 1) rings[0] = { radius: 13 + Math.min(count, 20) / 5, room };
  let left = Math.min(count, room);
  const places = rings.flatMap(({ radius, room: here }, r) => {
    const n = r === rings.length - 1 ? left : Math.round((Math.min(count, room) * here) / room);
    left -= n;
    return Array.from({ length: n }, (_, i) => {
      const angle = ((i + r / 2) / n) * 2 * Math.PI - Math.PI / 2;
      return {
        x: Number((Math.cos(angle) * radius).toFixed(2)),
        y: Number((Math.sin(angle) * radius).toFixed(2)),
        key: `${r}-${i}`,
      };
    });
  });
  return { places, radius: rings.at(-1)!.radius };
}

export function CircleBubble({
  count,
  says,
  title,
  detail,
  here,
  hereLabel,
  scale = 1,
  still,
}: {
  count: number;
  /** The number in words, e.g. "12 persone nel cerchio". */
  says: string;
  title?: ReactNode;
  detail?: ReactNode;
  /** The reader is in this circle. */
  here?: boolean;
  hereLabel?: string;
  /** Scale factor, such as 1.5 for a wall with few circles. */
  scale?: number;
  /** Not under way now: the chairs are drawn, the ground is not. */
  still?: boolean;
}) {
  const { places, radius } = chairs(count);
  const edge = radius + CHAIR + 2.5;
  return (
    <figure className="inline-flex min-w-0 flex-col items-center gap-1.5 text-center">
      <span
        className={cx(
          'relative grid max-w-full place-items-center rounded-full transition-[width] duration-500 ease-calm',
          here ? 'bg-accent-soft' : still ? '' : 'bg-sunken',
        )}
        style={{ width: `calc(var(--spacing) * var(--bubble) * ${(edge * scale).toFixed(1)})` }}
      >
        <svg viewBox={`${-edge} ${-edge} ${edge * 2} ${edge * 2}`} aria-hidden="true" className="w-full">
          {/* On a dark ground the disc alone is hard to see, most of all on a projector. */}
          {!still && count > 0 && (
            <circle
              r={edge - 0.4}
              fill="none"
              strokeWidth="0.8"
              className={here ? 'stroke-accent' : 'stroke-line'}
            />
          )}
          {places.map((p) => (
            <circle
              key={p.key}
              cx={p.x}
              cy={p.y}
              r={CHAIR}
              className="origin-center animate-arrive fill-accent [transform-box:fill-box]"
            />
          ))}
          {count === 0 && (
            <circle r={13} fill="none" strokeWidth="1.4" strokeDasharray="3 4" className="stroke-edge" />
          )}
        </svg>
        <span className="absolute font-bold text-2xl tabular-nums" aria-hidden="true">
          {count}
        </span>
        <span className="sr-only">{says}</span>
      </span>
      {(title || detail || here) && (
        <figcaption className="grid min-w-0 max-w-full gap-0.5 leading-snug">
          {title && <span className="wrap-anywhere font-semibold">{title}</span>}
          {detail && <span className="text-ink-soft text-sm">{detail}</span>}
          {here && hereLabel && <span className="font-bold text-accent text-sm">{hereLabel}</span>}
        </figcaption>
      )}
    </figure>
  );
}
