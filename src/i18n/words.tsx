'use client';
/** Hands the sentences of a surface to its components: the server sends only those it says. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Dictionary, type Say, speak } from './say';

const Context = createContext<Say | null>(null);

export function Words({
  lang,
  dictionary,
  children,
}: {
  lang: string;
  dictionary: Dictionary;
  children: ReactNode;
}) {
  const say = useMemo(() => speak(lang, dictionary), [lang, dictionary]);
  return <Context value={say}>{children}</Context>;
}

export function useSay(): Say {
  const say = useContext(Context);
  if (!say) throw new Error('a component speaks outside <Words>');
  return say;
}
