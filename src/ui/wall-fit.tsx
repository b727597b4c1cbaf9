'use client';
/**
 * Fits text on the wall, as large as its box allows. The size is measured, because nobody can compute a title's width.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from './cx';

/** No text on the wall is smaller, in hundredths of its height (E34). */
export const NEAR = 3.06;
const STEP = 0.94;

type Props = {
  /** The text inside: measured again when it changes. */
  of: string;
  /** The largest size tried, and the smallest, in hundredths of the wall's height. */
  max: number;
  min?: number;
  /** The alignment of the text in its box. */
  place?: 'start' | 'centre' | 'end';
  className?: string;
  children: ReactNode;
};

const PLACES = { start: 'items-start', centre: 'items-center', end: 'items-end' };

/** Fills its box. Where even the smallest size is too large, whole lines are cut, never half a line. */
export function Fit({ of, max, min = NEAR, place = 'centre', className, children }: Props) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is measured
  useEffect(() => {
    const [box, words] = [outer.current, inner.current];
    if (!box || !words) return;
    const measure = () => shrink(box, words, max, min);
    // The observer also calls back at once.
    const watching = new ResizeObserver(measure);
    watching.observe(box);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      watching.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [of, max, min]);
  return (
    <div
      ref={outer}
      className={cx(
        'flex size-full min-h-0 min-w-0 overflow-hidden contain-strict',
        PLACES[place],
        className,
      )}
    >
      {/* The room below is for descenders, which a cut line would lose. */}
      <div
        ref={inner}
        data-fit
        className="w-full min-w-0 pb-[0.06em] leading-[1.12] [text-wrap:balance] [unicode-bidi:plaintext]"
        style={{ fontSize: sized(min) }}
      >
        {children}
      </div>
    </div>
  );
}

const sized = (size: number): string => `calc(var(--h) * ${size.toFixed(2)})`;

function shrink(box: HTMLElement, words: HTMLElement, max: number, min: number): void {
  const { style } = words;
  const fits = () => words.scrollHeight <= box.clientHeight && words.scrollWidth <= box.clientWidth;
  Object.assign(style, { overflowWrap: 'normal', display: 'block', webkitLineClamp: '', overflow: '' });
  const steps = Math.ceil(Math.log(min / max) / Math.log(STEP));
  // The first size that fits. Each try is a new layout, so there are few.
  let [low, high] = [0, Math.max(0, steps)];
  while (low < high) {
    const step = Math.floor((low + high) / 2);
    style.fontSize = sized(Math.max(min, max * STEP ** step));
    if (fits()) high = step;
    else low = step + 1;
  }
  if (low < steps) {
    style.fontSize = sized(max * STEP ** low);
    return;
  }
  style.fontSize = sized(min);
  style.overflowWrap = 'anywhere';
  if (fits()) return;
  const line = Number.parseFloat(getComputedStyle(words).lineHeight) || 1;
  Object.assign(style, { display: '-webkit-box', webkitBoxOrient: 'vertical', overflow: 'hidden' });
  // Lines with a larger font take more room: one is left out until all fit.
  for (let lines = Math.floor(box.clientHeight / line); lines >= 1; lines--) {
    style.webkitLineClamp = String(lines);
    if (words.offsetHeight <= box.clientHeight) return;
  }
}
