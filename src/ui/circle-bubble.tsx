/** A circle seen from above: one chair for each person present, and their number in the middle. */
import type { ReactNode } from 'react';
import { cx } from './cx';

const RINGS = [12, 20, 28, 36] as const;
const CHAIR = 2.1;

type Chair = { x: number; y: number; key: string };

/** Chairs fill the inner circle first, then the next one out; past the last the circle is simply full. */
export function chairs(count: number): { places: Chair[]; radius: number } {
  const places: Chair[] = [];
  let left = count;
  let radius = 17;
  for (const [r, room] of RINGS.entries()) {
    if (left <= 0) break;
    const here = Math.min(left, room);
    radius = 17 + r * 6.2;
    for (let i = 0; i < here; i++) {
      const angle = ((i + r / 2) / here) * 2 * Math.PI - Math.PI / 2;
      places.push({
        x: Number((Math.cos(angle) * radius).toFixed(2)),
        y: Number((Math.sin(angle) * radius).toFixed(2)),
        key: `${r}-${i}`,
      });
    }
    left -= here;
  }
  return { places, radius };
}

export function CircleBubble({
  count,
  says,
  title,
  detail,
  here,
  hereLabel,
}: {
  count: number;
  /** The number in words, e.g. "12 persone nel cerchio". */
  says: string;
  title?: ReactNode;
  detail?: ReactNode;
  /** The reader is in this circle. */
  here?: boolean;
  hereLabel?: string;
}) {
  const { places, radius } = chairs(count);
  const edge = radius + CHAIR + 2.5;
  return (
    <figure className="inline-flex min-w-0 flex-col items-center gap-1.5 text-center">
      <span
        className={cx(
          'relative grid max-w-full place-items-center rounded-full transition-[width] duration-500 ease-calm',
          here ? 'bg-accent-soft' : 'bg-sunken',
        )}
        style={{ width: `calc(var(--spacing) * ${(edge * 1.15).toFixed(1)})` }}
      >
        <svg viewBox={`${-edge} ${-edge} ${edge * 2} ${edge * 2}`} aria-hidden="true" className="w-full">
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
            <circle r={17} fill="none" strokeWidth="1.4" strokeDasharray="3 4" className="stroke-edge" />
          )}
        </svg>
        <span className="absolute font-bold text-2xl tabular-nums" aria-hidden="true">
          {count}
        </span>
        <span className="sr-only">{says}</span>
      </span>
      {(title || detail || here) && (
        <figcaption className="grid min-w-0 max-w-full gap-0.5 leading-snug">
          {title && <span className="break-words font-semibold">{title}</span>}
          {detail && <span className="text-ink-soft text-sm">{detail}</span>}
          {here && hereLabel && <span className="font-bold text-accent text-sm">{hereLabel}</span>}
        </figcaption>
      )}
    </figure>
  );
}
