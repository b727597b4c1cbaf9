/** Words on paper are never cut for want of room while smaller letters would hold them. */
import type { CSSProperties } from 'react';

/** In the letters around it: how wide a line may be, and how tall all of them together. */
export type Room = { wide: number; tall: number };

/** Of a letter's height: how wide one is on average. */
const LETTER = 0.48;
/** Letters of a line that stay empty where the next word does not fit. */
const RAGGED = 3.5;
const LINE = 1.25;
/** On A4 in the grid still 8 points. */
const SMALLEST = 0.5;
/** What stands before a title: its number. */
const NUMBER = 5;

/** How many lines so many letters take at this size. */
const lines = (letters: number, wide: number, size: number): number =>
  Math.ceil(letters / Math.max(1, wide / (size * LETTER) - RAGGED));

/** Letters as large as the room allows, and after so many lines an ellipsis: nothing runs over what stands below. */
export function fitted(words: string, { wide, tall }: Room): CSSProperties & { '--lines': number } {
  const letters = words.length + NUMBER;
  let size = 1;
  while (size > SMALLEST && lines(letters, wide, size) * LINE * size > tall) size -= 0.02;
  return { fontSize: `${size.toFixed(2)}em`, '--lines': Math.max(1, Math.floor(tall / (LINE * size) + 0.1)) };
}
