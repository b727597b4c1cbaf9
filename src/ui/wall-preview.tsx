'use client';
/** A wall drawn whole and made small, as in a photograph: text is measured at the size of a real wall, not at a thumbnail's. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { WallFrame } from './wall-frame';

/** The wall that is drawn, in CSS pixels. */
const WIDTH = 1280;
const HEIGHT = 720;

export function WallPreview({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const watching = new ResizeObserver(() => setScale(box.clientWidth / WIDTH));
    watching.observe(box);
    return () => watching.disconnect();
  }, []);
  return (
    <div ref={place} inert className="relative aspect-video overflow-hidden rounded-lg border-2 border-line">
      {/* Out of the flow: the grids around would lay the whole wall out hundreds of times at each typed letter. */}
      <div
        className="absolute top-0 left-0 origin-top-left"
        style={{
          width: WIDTH,
          height: HEIGHT,
          transform: `scale(${scale})`,
          visibility: scale ? 'visible' : 'hidden',
        }}
      >
        <WallFrame className="size-full">{children}</WallFrame>
      </div>
    </div>
  );
}
