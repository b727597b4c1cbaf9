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
  /** Below the text, in its size and always whole: lines are cut above it. */
  tail?: ReactNode;
  children: ReactNode;
};

const PLACES = { start: 'items-start', centre: 'items-center', end: 'items-end' };

/** Fills its box. Where even the smallest size is too large, whole lines are cut, never half a line. */
export function Fit({ of, max, min = NEAR, place = 'centre', className, tail, children }: Props) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what is measured
  useEffect(() => {
    const [box, all, words] = [outer.current, inner.current, text.current];
    if (!box || !all || !words) return;
    const measure = () => shrink({ box, all, words }, max, min);
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
      data-fit-box
      // In the text's own direction: what is too wide at its beginning would not be measured.
      dir="auto"
      className={cx(
        'flex size-full min-h-0 min-w-0 overflow-hidden contain-strict',
        PLACES[place],
        className,
      )}
    >
      <div ref={inner} className="w-full min-w-0 leading-[1.12]" style={{ fontSize: sized(min) }}>
        {/* The room below is for descenders, which a cut line would lose. */}
        <div ref={text} data-fit className="min-w-0 pb-[0.06em] [text-wrap:balance]">
          {children}
        </div>
        {tail}
      </div>
    </div>
  );
}

const sized = (size: number): string => `calc(var(--h) * ${size.toFixed(2)})`;

/** `all`: `words` with its tail, in one size. */
type Boxes = { box: HTMLElement; all: HTMLElement; words: HTMLElement };

function shrink({ box, all, words }: Boxes, max: number, min: number): void {
  const { style } = all;
  const fits = () => all.scrollHeight <= box.clientHeight && all.scrollWidth <= box.clientWidth;
  Object.assign(words.style, { display: 'block', webkitLineClamp: '', overflow: '' });
  style.overflowWrap = 'normal';
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
  Object.assign(words.style, { display: '-webkit-box', webkitBoxOrient: 'vertical', overflow: 'hidden' });
  // Lines with a larger font take more room: one is left out until all fit.
  for (let lines = Math.floor(box.clientHeight / line); lines >= 1; lines--) {
    words.style.webkitLineClamp = String(lines);
    if (all.offsetHeight <= box.clientHeight) return;
  }
}
