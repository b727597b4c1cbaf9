/** Sizes of elements for tests: happy-dom lays nothing out. */
import { act } from 'react';
import { vi } from 'vitest';

/** Every observer of a size, called by hand: nothing is laid out here. */
export const sizes = () => {
  const seen: { measure: () => void; at: Element[]; over: boolean }[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      private readonly own;
      constructor(measure: () => void) {
        this.own = { measure, at: [] as Element[], over: false };
        seen.push(this.own);
      }
      observe(e: Element) {
        this.own.at.push(e);
      }
      disconnect() {
        this.own.over = true;
      }
    },
  );
  return {
    seen,
    measure: () =>
      act(() => {
        for (const s of seen) if (!s.over) s.measure();
      }),
  };
};
export const measures = (e: Element, as: Record<string, number>) => {
  for (const [name, value] of Object.entries(as))
    Object.defineProperty(e, name, { configurable: true, get: () => value });
};
