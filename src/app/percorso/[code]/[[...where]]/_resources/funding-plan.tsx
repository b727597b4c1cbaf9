'use client';
/** Piano finanziario: the yearly amount of each funding source, computed from the projects' economic resources. */
import { usePath } from '@/client/hooks/path-provider';
import { fundingPlan } from '@/domain/programming/resource-map';
import { useSay } from '@/i18n/words';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/surface';

export function FundingPlan({ projects }: { projects?: readonly string[] }) {
  const say = useSay();
  const path = usePath();
  const plan = fundingPlan(path, projects);
  if (plan.length === 0) return null;
  const total = plan.reduce((n, p) => n + p.cents, 0);
  return (
    <Section title={say('planning.fundingPlan')} intro={say('planning.fundingPlanHow')}>
      <DataTable
        caption={say('planning.fundingPlan')}
        captionHidden
        columns={[
          { key: 'source', label: say('planning.fundingSource'), heads: true },
          { key: 'cents', label: say('planning.euroYear'), align: 'right' },
        ]}
        rows={plan.map((p) => ({
          id: p.source,
          cells: { source: say(`planning.funding.${p.source}`), cents: say.euro(p.cents) },
        }))}
        foot={{ source: say('planning.total'), cents: say.euro(total) }}
      />
    </Section>
  );
}
