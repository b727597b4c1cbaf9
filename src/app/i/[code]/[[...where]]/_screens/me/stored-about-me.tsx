'use client';
/** Everything stored about the person, in one line: nothing is hidden from them. */
import { useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';
import { useMe } from '../frame/phone-hooks';

export function KeptOfMe() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const seat = me === null ? undefined : view.seats[me];
  if (!seat) return null;
  const known = [
    seat.sector ? say(`sector.${seat.sector}`) : say('me.unsaid'),
    seat.subgroup && say.dynamic(`subgroup.${seat.subgroup}`),
    seat.municipality && (seat.municipality === 'altro' ? say('join.elsewhere') : seat.municipality),
    seat.newVoice && say('me.newVoice'),
  ];
  return (
    <Section title={say('me.kept')} intro={say('me.keptWhy')}>
      <p>{known.filter(Boolean).join(' · ')}</p>
    </Section>
  );
}
