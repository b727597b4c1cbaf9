'use client';
/** Keeps the window's title equal to the screen's: for the history, open tabs and screen readers. */
import { useEffect } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { useWhere } from './navigation';
import { screenTitle } from './screen-titles';

export function useTitle(): void {
  const say = useSay();
  const { where } = useWhere();
  const gathering = useShown((s) => s.view.title);
  const here = useShown((s) => screenTitle(s.view, where, say));
  const title = [here, gathering, say('app.name')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
