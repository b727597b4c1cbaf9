'use client';
/** Fetches the day's replay from the server, and chooses the frame to show now. */
import { useEffect, useState } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import type { Film, FilmPicture } from '@/reports/day-film';
import { useMoving } from './pages';

const PICTURE_MS = 500;
/** For people who asked for less motion: a few stills, each long enough to be read. */
const STILLS = 6;
const STILL_MS = 10_000;

export function useFilm(): Film | null {
  const code = useShown((s) => s.view.code);
  const [film, setFilm] = useState<Film | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(`/api/film/${code}`)
      .then((r) => r.json())
      .then((made: Film) => !gone && setFilm(made.pictures ? made : null))
      .catch(() => {
        // Without a network the wall waits; showing the scene again fetches again.
      });
    return () => {
      gone = true;
    };
  }, [code]);
  return film;
}

/** Plays once to the end and stops there; while held still, it pauses. */
export function usePicture(film: Film | null): FilmPicture | null {
  const [at, setAt] = useState(0);
  const last = (film?.pictures.length ?? 1) - 1;
  const still = useMoving(last > 0 && at < last);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another film begins at its first picture
  useEffect(() => setAt(0), [film]);
  useEffect(() => {
    if (last < 1 || still) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = calm ? Math.ceil(last / (STILLS - 1)) : 1;
    const timer = setInterval(() => setAt((n) => Math.min(last, n + step)), calm ? STILL_MS : PICTURE_MS);
    return () => clearInterval(timer);
  }, [last, still]);
  return film?.pictures[Math.min(at, last)] ?? null;
}
