'use client';
/** Loads the web fonts once the page is hydrated. */
import { useEffect } from 'react';
import { bringLetters } from './web-fonts';

export function BringLetters(): null {
  useEffect(bringLetters, []);
  return null;
}
