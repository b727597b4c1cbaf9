/** Lets what has arrived into a list by itself while its reader is at the top, and nothing in it has the focus. */
import { useEffect, useEffectEvent, useState } from 'react';

/** A list at its top moves once in so many milliseconds: a title can be read to its end. */
const PAUSE = 2500;
/** A page scrolled by less, in CSS pixels, is at its top. */
const TOP = 8;

/** `within`: the focus is in the list. Returns false where the reader has to ask for what waits. */
export function useTakeIn(waits: boolean, within: boolean, take: () => void): boolean {
  const [atTop, setAtTop] = useState(true);
  useEffect(() => {
    const look = () => setAtTop(window.scrollY < TOP);
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  const now = useEffectEvent(take);
  const alone = atTop && !within;
  useEffect(() => {
    if (!waits || !alone) return;
    const timer = setTimeout(now, PAUSE);
    return () => clearTimeout(timer);
  }, [waits, alone]);
  return alone;
}
