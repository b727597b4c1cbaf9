'use client';
/** Gives a surface's sentences to its components. The server sends only those the surface shows. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Dictionary, type Say, speak } from './say';

const Context = createContext<Say | null>(null);
/** Code, own name, whether no speaker has read the translation yet, and where it is shown the sentence at the entrance. */
export type Language = { code: string; name: string; machine: boolean; enter?: string };
const Languages = createContext<readonly Language[]>([]);

export function Words({
  lang,
  dictionary,
  languages = [],
  children,
}: {
  lang: string;
  dictionary: Dictionary;
  /** Languages the reader may choose, where the surface offers them. */
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
