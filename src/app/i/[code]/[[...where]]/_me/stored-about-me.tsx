'use client';
/** Everything stored about the person, in one line: nothing is hidden from them. */
import { useSectorName } from '@/app/_shared/sector-name';
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';
import { useMe } from '../_frame/phone-hooks';

export function KeptOfMe() {
  const say = useSay();
  const view = useView();
  const sectorName = useSectorName();
  const me = useMe();
  const seat = me === null ? undefined : view.seats[me];
  if (!seat) return null;
  const known = [
    seat.sector ? sectorName(seat.sector) : view.sectors.length > 0 && say('me.unsaid'),
    seat.subgroup && say.dynamic(`subgroup.${seat.subgroup}`),
    seat.municipality && (seat.municipality === 'altro' ? say('join.elsewhere') : seat.municipality),
    seat.newVoice && say('me.newVoice'),
  ];
  if (!known.some(Boolean)) return null;
  return (
    <Section title={say('me.kept')} intro={say('me.keptWhy')}>
      <p>{known.filter(Boolean).join(' · ')}</p>
    </Section>
  );
}
