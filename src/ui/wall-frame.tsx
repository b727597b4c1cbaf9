'use client';
/** The wall's frame. It tells its content the shape of the wall: a projector, an upright screen or a preview. */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { cx } from './cx';

/** `wide`: 16:9 and the like; `square`: up to 3:2; `upright`: higher than wide. */
export type WallShape = 'wide' | 'square' | 'upright';
/** The room that a band above a scene, a timer's or an announcement's, leaves; `tight`: half of an upright wall. */
export type WallRoom = 'whole' | 'banded' | 'tight';
const Shape = createContext<WallShape>('wide');
export const useWallShape = (): WallShape => useContext(Shape);

const shapeOf = (width: number, height: number): WallShape =>
  width <= height ? 'upright' : width <= height * 1.5 ? 'square' : 'wide';

export function WallFrame({ className, children }: { className: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<WallShape>('wide');
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const watching = new ResizeObserver(() => setShape(shapeOf(box.clientWidth, box.clientHeight)));
    watching.observe(box);
    return () => watching.disconnect();
  }, []);
  return (
    <div ref={frame} data-shape={shape} className={cx('wall-frame overflow-hidden', className)}>
      <Shape value={shape}>{children}</Shape>
    </div>
  );
}
