'use client';
/** All projects with their judgement and their resources: euro floating, untouchable, still unclassified. */
import { useMemo, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { toBeConfirmed } from '@/domain/programming/inheritance';
import { noSums, sumsByProject } from '@/domain/programming/resource-map';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { DataTable, type Sort } from '@/ui/data-table';
import { RegisterHead } from '../_shared/entries';
import { Pages } from '../_shared/pagination';
import { RegisterSearch } from '../_shared/register-search';
import { ThingLink } from '../_shared/thing-link';
import { AssessmentBadge } from './assessment';
import { FundingPlan } from './funding-plan';
import { useProjectFields } from './project-fields';

const BLANK = { code: '', title: '', area: null, holder: '', results: '', table: null };
const A_PAGE = 100;
/** Made once: making one for each comparison took longer than the sorting. */
const byNumber = new Intl.Collator('it', { numeric: true });
const KEYS = ['fluttuante', 'intoccabile', 'non_classificata', 'total'] as const;

export function ProjectList({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const fields = useProjectFields();
  const [sort, setSort] = useState<Sort>({ key: 'project', direction: 'ascending' });
  const all = standingOnes(path.projects);
  const fits = seeking(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only the resources are summed
  const sumsOf = useMemo(() => sumsByProject(path), [path.resources]);
  const rows = all
    .filter((p) => fits(`${p.code} ${p.title} ${p.holder}`))
    .map((p) => ({ p, sums: sumsOf.get(p.id) ?? noSums() }));
  const way = sort.direction === 'ascending' ? 1 : -1;
  rows.sort((a, b) => {
    const key = KEYS.find((k) => k === sort.key);
    if (key) return way * (a.sums[key].cents - b.sums[key].cents);
    if (sort.key === 'hours') return way * (a.sums.total.hours - b.sums.total.hours);
    if (sort.key === 'judged') return way * a.p.assessment.localeCompare(b.p.assessment);
    return way * byNumber.compare(a.p.code, b.p.code);
  });
  const last = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const here = Math.min(page, last);
  const money = (cents: number) => (cents === 0 ? '–' : say.euro(cents));
  const right = (key: string, label: string) => ({ key, label, align: 'right' as const, sortable: true });
  const sum = (key: (typeof KEYS)[number]) => say.euro(rows.reduce((n, r) => n + r.sums[key].cents, 0));
  return (
    <div className="grid gap-4">
      <RegisterHead {...{ code, fields }} what="project" title={say('planning.newProject')} blank={BLANK}>
        <RegisterSearch of={all.length} words={words} onWords={setWords} />
      </RegisterHead>
      <DataTable
        caption={say('planning.projects')}
        captionHidden
        sort={sort}
        onSort={setSort}
        empty={say('planning.noProjects')}
        columns={[
          { key: 'project', label: say('planning.project'), heads: true, sortable: true },
          { key: 'judged', label: say('planning.assessment'), sortable: true },
          right('fluttuante', say('planning.mobility.fluttuante')),
          right('intoccabile', say('planning.mobility.intoccabile')),
          right('non_classificata', say('planning.mobility.non_classificata')),
          right('total', say('planning.total')),
          right('hours', say('planning.hours')),
        ]}
        rows={rows.slice((here - 1) * A_PAGE, here * A_PAGE).map(({ p, sums }) => ({
          id: p.id,
          cells: {
            project: (
              <>
                <ThingLink code={code} what="project" id={p.id} />
                {p.holder && <span className="block font-normal text-ink-soft text-sm">{p.holder}</span>}
              </>
            ),
            judged: (
              <>
                <AssessmentBadge assessment={p.assessment} />
                {toBeConfirmed(path, p.id) && <Badge tone="warn">{say('planning.toConfirm')}</Badge>}
              </>
            ),
            ...Object.fromEntries(KEYS.map((k) => [k, money(sums[k].cents)])),
            hours: sums.total.hours === 0 ? '–' : say.number(sums.total.hours),
          },
        }))}
        foot={{
          project: say('planning.total'),
          ...Object.fromEntries(KEYS.map((k) => [k, sum(k)])),
          hours: say.number(rows.reduce((n, r) => n + r.sums.total.hours, 0)),
        }}
      />
      <Pages here={here} last={last} n={rows.length} size={A_PAGE} onPage={setPage} />
      <FundingPlan projects={rows.map(({ p }) => p.id)} />
    </div>
  );
}
