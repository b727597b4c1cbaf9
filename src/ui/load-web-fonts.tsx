'use client';
/** Brings the house's letters once the page is alive. */
import { useEffect } from 'react';
import { bringLetters } from './web-fonts';

export function BringLetters(): null {
  useEffect(bringLetters, []);
  return null;
}
