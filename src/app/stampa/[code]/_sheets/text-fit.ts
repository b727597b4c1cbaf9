/** Fits text on paper: text is cut only where smaller letters would not hold it either. */
import type { CSSProperties } from 'react';

/** In ems: the width of a line, and the height of all lines together. */
export type Room = { wide: number; tall: number };

/** Average width of a letter, in ems. */
const LETTER = 0.48;
/** Average number of letters that stay empty at a line's end, where the next word does not fit. */
const RAGGED = 3.5;
const LINE = 1.25;
/** Still 8 points in the grid on A4. */
const SMALLEST = 0.5;
/** The number before a title. */
const NUMBER = 5;

/** Number of lines for so many letters at this size. */
const lines = (letters: number, wide: number, size: number): number =>
  Math.ceil(letters / Math.max(1, wide / (size * LETTER) - RAGGED));

/** Letters as large as the box allows, and after the last line an ellipsis: nothing overflows. */
export function fitted(words: string, { wide, tall }: Room): CSSProperties & { '--lines': number } {
  const letters = words.length + NUMBER;
  let size = 1;
  while (size > SMALLEST && lines(letters, wide, size) * LINE * size > tall) size -= 0.02;
  return { fontSize: `${size.toFixed(2)}em`, '--lines': Math.max(1, Math.floor(tall / (LINE * size) + 0.1)) };
}
