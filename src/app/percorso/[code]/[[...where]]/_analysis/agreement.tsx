'use client';
/** Agreement of two readers on the codes of the same texts: Cohen's κ, with its meaning and the number of texts. */
import { usePath } from '@/client/hooks/path-provider';
import { agreement, shownKappa } from '@/domain/programming/reader-agreement';
import { useSay } from '@/i18n/words';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/notice';
import { Stat } from '@/ui/surface';
import { CodeLink } from './code-link';
import { Under } from './figures';
import type { ViewProps } from './view';

export function Agreement({ code }: ViewProps) {
  const say = useSay();
  const path = usePath();
  const found = agreement(path);
  const kappa = (k: number | null) =>
    k === null ? '–' : new Intl.NumberFormat(say.lang, { maximumFractionDigits: 2 }).format(shownKappa(k));
  if (found.n === 0)
    return <EmptyState title={say('analysis.noAgreement')}>{say('analysis.noAgreementHint')}</EmptyState>;
  return (
    <>
      <Under n={found.n} unit="both" />
      <Stat
        value={`κ ${kappa(found.overall)}`}
        label={say('analysis.kappa')}
        hint={say('analysis.kappaHint')}
      />
      <DataTable
        caption={say('analysis.kappaByCode')}
        columns={[
          { key: 'code', label: say('codebook.label'), heads: true },
          { key: 'kappa', label: 'κ', align: 'right' },
          { key: 'first', label: say('analysis.first'), align: 'right' },
          { key: 'second', label: say('analysis.second'), align: 'right' },
          { key: 'together', label: say('analysis.both'), align: 'right' },
        ]}
        rows={[...found.rows]
          .sort((a, b) => (a.kappa ?? 2) - (b.kappa ?? 2))
          .map((r) => ({
            id: r.code,
            cells: {
              code: <CodeLink path={code} id={r.code} />,
              kappa: kappa(r.kappa),
              first: r.first,
              second: r.second,
              together: r.together,
            },
          }))}
      />
    </>
  );
}
