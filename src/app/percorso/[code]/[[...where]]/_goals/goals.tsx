'use client';
/** Goals for the year being programmed, and the sheets by which they become interventions. */
import { usePath } from '@/client/hooks/path-provider';
import { standing, standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { SubPlaces } from '../_shared/section-tabs';
import type { ScreenProps } from '../places';
import { GoalList } from './goal-list';
import { GoalPage } from './goal-page';
import { SheetList } from './sheet-list';
import { SheetPage } from './sheet-page';

export function Goals({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const [part = '', id = ''] = rest;
  const goal = standing(path.goals, part);
  if (goal) return <GoalPage code={code} goal={goal} />;
  const sheet = part === 'schede' ? standing(path.sheets, id) : null;
  if (sheet) return <SheetPage code={code} sheet={sheet} />;
  const year = String(path.about?.programmingYear ?? '');
  const places = [
    {
      href: placeOf(code, 'obiettivi'),
      label: say('planning.obiettivi'),
      count: standingOnes(path.goals).length,
      here: part === '',
    },
    {
      href: placeOf(code, 'obiettivi', 'schede'),
      label: say('planning.sheets'),
      count: standingOnes(path.sheets).length,
      here: part === 'schede' && id === '',
    },
  ];
  return (
    <>
      <PageHeader title={say('planning.goalsOf', { year })} intro={say('planning.goalsIntro')} />
      <SubPlaces label={say('planning.obiettivi')} places={places} />
      {part === '' && <GoalList code={code} />}
      {part === 'schede' && id === '' && <SheetList code={code} />}
      {!places.some((p) => p.here) && <EmptyState title={say('planning.gone')} />}
    </>
  );
}
