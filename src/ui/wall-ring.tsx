/** A ring that empties on the wall's dark panels, with its number within. */
import type { ReactNode } from 'react';

const AROUND = 2 * Math.PI * 42;

/** The part still left, from 0 to 1. */
export function WallRing({ left, children }: { left: number; children: ReactNode }) {
  const part = Math.max(0, Math.min(1, left));
  return (
    <span className="relative grid aspect-square place-items-center">
      <svg viewBox="-50 -50 100 100" aria-hidden="true" className="absolute inset-0 size-full -rotate-90">
        <circle r={42} fill="none" strokeWidth="9" className="stroke-panel-ink/20" />
        <circle
          r={42}
          fill="none"
          strokeWidth="9"
          strokeLinecap={part > 0 ? 'round' : 'butt'}
          strokeDasharray={`${(part * AROUND).toFixed(1)} ${AROUND.toFixed(1)}`}
          className="stroke-ring transition-[stroke-dasharray] duration-1000 ease-linear"
        />
      </svg>
      <span className="relative text-center">{children}</span>
    </span>
  );
}
