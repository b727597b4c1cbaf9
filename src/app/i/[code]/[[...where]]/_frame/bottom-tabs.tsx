'use client';
/** The five tabs of the phone, at the bottom. */
import { useShown } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { useSay } from '@/i18n/words';
import { BottomNav } from '@/ui/navigation';
import type { IconName } from '@/ui/icons';
import { addressOf, useOpen, useWhere } from './navigation';

const PLACES = [
  { to: '', icon: 'home', label: 'place.home', also: ['metodo', 'notizie', 'voto', 'azioni'] },
  { to: 'bacheca', icon: 'board', label: 'place.board', also: ['temi', 'proponi', 'resoconto'] },
  { to: 'griglia', icon: 'matrix', label: 'place.grid', also: [] },
  { to: 'cerchi', icon: 'circles', label: 'place.circles', also: ['cerchio'] },
  { to: 'io', icon: 'person', label: 'place.me', also: [] },
] as const satisfies { to: string; icon: IconName; label: string; also: string[] }[];

export function Places() {
  const say = useSay();
  const open = useOpen();
  const { code, where } = useWhere();
  const here = where[0] ?? '';
  const market = useShown((s) => hasMarket(s.view.format));
  return (
    <BottomNav
      label={say('place.all')}
      items={PLACES.filter((p) => market || p.to === '' || p.to === 'io').map(
        ({ to, icon, label, also }) => ({
          href: addressOf(code, to),
          label: say(label),
          icon,
          current: here === to || (also as readonly string[]).includes(here),
          onClick: open(to),
        }),
      )}
    />
  );
}
