'use client';
/** A person's consent to be in the book's index; off until they turn it on. */
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { useDo, useMine } from '../_frame/phone-hooks';

export function SignBook() {
  const say = useSay();
  const act = useDo();
  const signs = useMine()?.signs ?? false;
  const closed = useShown((s) => s.view.frozen !== null || s.view.phase === 'archived');
  const minors = useShown((s) => s.view.minors);
  if (minors) return null;
  return (
    <Toggle
      label={say('me.signBook')}
      hint={say('me.signBookWhy')}
      on={signs}
      disabled={closed}
      onToggle={(on) => act('signBook', { signs: on })}
    />
  );
}
