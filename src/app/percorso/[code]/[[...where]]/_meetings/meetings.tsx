'use client';
/** The path's phases with their meetings; coverage of sectors, invitations, experiences elsewhere. */
import { usePath } from '@/client/hooks/path-provider';
import { standing, standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { SubPlaces } from '../_shared/section-tabs';
import type { ScreenProps } from '../places';
import { Experiences } from './experiences';
import { Invitations } from './invitations';
import { MeetingPage } from './meeting-page';
import { Organizations } from './organizations';
import { Phases } from './phases';
import { Sectors } from './sectors';

export function Meetings({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const [part = ''] = rest;
  const meeting = standing(path.meetings, part);
  if (meeting) return <MeetingPage code={code} meeting={meeting} />;
  const at = (where: string, label: string, count?: number) => ({
    href: where === '' ? placeOf(code, 'incontri') : placeOf(code, 'incontri', where),
    label,
    ...(count === undefined ? {} : { count }),
    here: part === where,
  });
  const places = [
    at('', say('planning.phasesAndMeetings')),
    at('ambiti', say('planning.sectors')),
    at('soggetti', say('planning.organizations'), standingOnes(path.organizations).length),
    at('inviti', say('planning.invitations'), standingOnes(path.invitations).length),
    at('esperienze', say('planning.experiences'), standingOnes(path.experiences).length),
  ];
  return (
    <>
      <PageHeader title={say('planning.incontri')} intro={say('planning.incontriIntro')} />
      <SubPlaces label={say('planning.incontri')} places={places} />
      {part === '' && <Phases code={code} />}
      {part === 'ambiti' && <Sectors code={code} />}
      {part === 'soggetti' && <Organizations code={code} />}
      {part === 'inviti' && <Invitations code={code} />}
      {part === 'esperienze' && <Experiences code={code} />}
      {!places.some((p) => p.here) && <EmptyState title={say('planning.gone')} />}
    </>
  );
}
