'use client';
/** Analysis: recurring codes, their places, combinations and authors' sectors, always with `n` and its unit. */
import { useMemo, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { codedSources } from '@/domain/programming/analysis';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { EmptyState, Skeleton } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { SubPlaces } from '../_shared/section-tabs';
import type { ScreenProps } from '../places';
import { useAllSaid } from '../_reading/reading-position';
import { usePlaces } from '../_reading/names';
import { Agreement } from './agreement';
import { Beyond } from './beyond-targets';
import { Counts } from './counts';
import { CrossTabs } from './cross-tabs';
import { Quotations } from './quotations';
import { Saturation } from './saturation';
import { Together } from './co-occurrence';
import type { ViewProps } from './view';

const VIEWS = {
  voci: Counts,
  incroci: CrossTabs,
  insieme: Together,
  saturazione: Saturation,
  citazioni: Quotations,
  target: Beyond,
  accordo: Agreement,
} as const;
type View = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS) as View[];

export function Analysis({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const { said: everything, ready } = useAllSaid();
  const { gatherings } = usePlaces();
  const [meeting, setMeeting] = useState('');
  const view: View = NAMES.find((v) => v === rest[0]) ?? 'voci';
  const Shown = VIEWS[view];
  const said = useMemo(
    () => (meeting === '' ? everything : everything.filter((s) => s.gathering === meeting)),
    [everything, meeting],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only codings and codes are read
  const coded = useMemo(() => codedSources(path, said), [path.codings, path.codes, said]);
  const props: ViewProps = { code, said, coded };
  return (
    <>
      <PageHeader
        title={say('planning.analisi')}
        intro={say('analysis.intro')}
        actions={
          <Button icon="print" onClick={() => window.print()}>
            {say('analysis.print')}
          </Button>
        }
      />
      <SubPlaces
        label={say('analysis.views')}
        places={NAMES.map((v) => ({
          href: placeOf(code, 'analisi', v),
          label: say(`analysis.view.${v}`),
          here: v === view,
        }))}
      />
      {view !== 'accordo' && (
        <div className="max-w-md print:hidden">
          <Select
            label={say('analysis.scope')}
            value={meeting}
            onChange={(e) => setMeeting(e.target.value)}
            options={[{ value: '', label: say('analysis.wholePath') }, ...meetingsOf(everything, gatherings)]}
          />
        </div>
      )}
      {!ready ? (
        <Skeleton label={say('reading.fetching')} lines={8} />
      ) : coded.length === 0 && view !== 'accordo' ? (
        <EmptyState title={say('analysis.empty')}>{say('analysis.emptyHint')}</EmptyState>
      ) : (
        <Shown {...props} />
      )}
    </>
  );
}

const meetingsOf = (said: readonly Said[], names: ReadonlyMap<string, string>) =>
  [...new Set(said.flatMap((s) => s.gathering ?? []))].map((value) => ({
    value,
    label: names.get(value) ?? value,
  }));
