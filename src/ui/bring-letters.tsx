'use client';
/** Brings the house's letters once the page is alive. */
import { useEffect } from 'react';
import { bringLetters } from './letters';

export function BringLetters(): null {
  useEffect(bringLetters, []);
  return null;
}
