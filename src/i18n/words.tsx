'use client';
/** Hands the sentences of a surface to its components: the server sends only those it says. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Dictionary, type Say, speak } from './say';

const Context = createContext<Say | null>(null);
/** Its code, what it calls itself, and whether nobody who speaks it has read the translation yet. */
export type Language = { code: string; name: string; machine: boolean };
const Languages = createContext<readonly Language[]>([]);

export function Words({
  lang,
  dictionary,
  languages = [],
  children,
}: {
  lang: string;
  dictionary: Dictionary;
  /** Those one may change to, where the surface offers it. */
  languages?: readonly Language[];
  children: ReactNode;
}) {
  const say = useMemo(() => speak(lang, dictionary), [lang, dictionary]);
  return (
    <Context value={say}>
      <Languages value={languages}>{children}</Languages>
    </Context>
  );
}

export const useLanguages = (): readonly Language[] => useContext(Languages);

export function useSay(): Say {
  const say = useContext(Context);
  if (!say) throw new Error('a component speaks outside <Words>');
  return say;
}
