'use client';
/** Needs and proposals, rows still to be examined, and the requests made to the office. */
import { usePath } from '@/client/hooks/path-provider';
import { standing, standingOnes } from '@/domain/programming/deed';
import { toExamine, unanswered } from '@/domain/programming/unanswered-items';
import { useSay } from '@/i18n/words';
import { EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { useSaid } from '../_shared/source-lookup';
import { SubPlaces } from '../_shared/section-tabs';
import type { ScreenProps } from '../places';
import { Examine } from './unanswered-items';
import { NeedList, ProposalList } from './need-proposal-lists';
import { NeedPage } from './need-page';
import { ProposalPage } from './proposal-page';
import { Requests } from './requests';

export function Needs({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const { all } = useSaid();
  const [part = ''] = rest;
  const need = standing(path.needs, part);
  if (need) return <NeedPage code={code} need={need} />;
  const proposal = standing(path.proposals, part);
  if (proposal) return <ProposalPage code={code} proposal={proposal} />;
  const at = (where: string, label: string, count: number) => ({
    href: where === '' ? placeOf(code, 'bisogni') : placeOf(code, 'bisogni', where),
    label,
    count,
    here: part === where,
  });
  const places = [
    at('', say('planning.needs'), standingOnes(path.needs).length),
    at('proposte', say('planning.proposals'), standingOnes(path.proposals).length),
    at('da-esaminare', say('planning.toExamine'), toExamine(path, all).length),
    at('richieste', say('planning.requests'), unanswered(path).length),
  ];
  return (
    <>
      <PageHeader title={say('planning.bisogni')} intro={say('planning.bisogniIntro')} />
      <SubPlaces label={say('planning.bisogni')} places={places} />
      {part === '' && <NeedList code={code} />}
      {part === 'proposte' && <ProposalList code={code} />}
      {part === 'da-esaminare' && <Examine code={code} />}
      {part === 'richieste' && <Requests code={code} />}
      {!places.some((p) => p.here) && <EmptyState title={say('planning.gone')} />}
    </>
  );
}
