'use client';
/** The home of a person in a circle: first the note field, then the notes. Loaded apart, because most homes are no circle. */
import { Circle } from '../_circle/circle';
import { CodeCard } from '../_me/recovery-code';
import { CurrentPhase } from './current-phase';

export function CircleHome({ session, recovery }: { session: string; recovery: string | null }) {
  return (
    <>
      <Circle id={session} />
      <CodeCard recovery={recovery} />
      <CurrentPhase />
    </>
  );
}
