'use client';
/** The parts of a table's dossier: its subject, resources, goals, and the hall's view of it. */
import { type ReactNode, useMemo } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { heldBefore } from '@/domain/programming/merge-split';
import { noSums, sumsByProject } from '@/domain/programming/resource-map';
import { isGrounded, wordsBehind } from '@/domain/programming/decision-trace';
import { useSay } from '@/i18n/words';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/surface';
import { NoWords } from '../_shared/evidence';
import { OutcomeBadge } from '../_shared/outcome';
import { useSaid } from '../_shared/source-lookup';
import { ThingLink } from '../_shared/thing-link';

type Props = { code: string; table: string };

/** The table's things, or those it had when it became another: `need/id`. */
export function useHeld(table: string): ReadonlySet<string> {
  const path = usePath();
  return useMemo(
    () => new Set(heldBefore(path, 'table', table).map((p) => `${p.register}/${p.id}`)),
    [path, table],
  );
}

function Part({ title, none, children }: { title: string; none: boolean; children: ReactNode }) {
  const say = useSay();
  return (
    <Section title={title}>
      {none ? <p className="text-ink-soft">{say('planning.noneYet')}</p> : children}
    </Section>
  );
}

export function DossierNeeds({ code, table }: Props) {
  const say = useSay();
  const path = usePath();
  const held = useHeld(table);
  const needs = standingOnes(path.needs).filter((n) => held.has(`need/${n.id}`));
  return (
    <Part title={say('planning.needs')} none={needs.length === 0}>
      <ul className="grid gap-2">
        {needs.map((n) => (
          <li key={n.id} className="flex flex-wrap items-baseline gap-x-3">
            <ThingLink code={code} what="need" id={n.id} />
            {!isGrounded(path, 'need', n.id) && <NoWords />}
            {n.description && <span className="w-full text-ink-soft text-sm">{n.description}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function DossierProposals({ code, table }: Props) {
  const say = useSay();
  const path = usePath();
  const held = useHeld(table);
  const proposals = standingOnes(path.proposals).filter((p) => held.has(`proposal/${p.id}`));
  return (
    <Part title={say('planning.proposals')} none={proposals.length === 0}>
      <ul className="grid gap-2">
        {proposals.map((p) => (
          <li key={p.id} className="flex flex-wrap items-baseline gap-x-3">
            <ThingLink code={code} what="proposal" id={p.id} />
            <OutcomeBadge outcome={p.outcome} />
            {p.outcomeReason && <span className="w-full text-ink-soft text-sm">{p.outcomeReason}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function DossierProjects({ code, table }: Props) {
  const say = useSay();
  const path = usePath();
  const held = useHeld(table);
  const projects = standingOnes(path.projects).filter((p) => held.has(`project/${p.id}`));
  const sumsOf = sumsByProject(path);
  const money = (cents: number) => (cents === 0 ? '–' : say.euro(cents));
  return (
    <Part title={say('planning.projectsAndResources')} none={projects.length === 0}>
      <DataTable
        caption={say('planning.projectsAndResources')}
        captionHidden
        columns={[
          { key: 'project', label: say('planning.project'), heads: true },
          { key: 'judged', label: say('planning.assessment') },
          { key: 'floating', label: say('planning.mobility.fluttuante'), align: 'right' },
          { key: 'fixed', label: say('planning.mobility.intoccabile'), align: 'right' },
          { key: 'unknown', label: say('planning.mobility.non_classificata'), align: 'right' },
          { key: 'hours', label: say('planning.hours'), align: 'right' },
        ]}
        rows={projects.map((p) => {
          const sums = sumsOf.get(p.id) ?? noSums();
          return {
            id: p.id,
            cells: {
              project: <ThingLink code={code} what="project" id={p.id} />,
              judged: say(`planning.assessment.${p.assessment}`),
              floating: money(sums.fluttuante.cents),
              fixed: money(sums.intoccabile.cents),
              unknown: money(sums.non_classificata.cents),
              hours: sums.total.hours === 0 ? '–' : say.number(sums.total.hours),
            },
          };
        })}
      />
    </Part>
  );
}

export function DossierGoals({ code, table }: Props) {
  const say = useSay();
  const path = usePath();
  const held = useHeld(table);
  const goals = standingOnes(path.goals).filter((g) => held.has(`goal/${g.id}`));
  return (
    <Part
      title={say('planning.goalsOf', { year: String(path.about?.programmingYear ?? '') })}
      none={goals.length === 0}
    >
      <ul className="grid gap-3">
        {goals.map((g) => (
          <li key={g.id}>
            <ThingLink code={code} what="goal" id={g.id} />
            <p className="text-ink-soft text-sm">
              {[
                g.indicator && `${say('planning.indicator')}: ${g.indicator}`,
                g.baseline && `${say('planning.baseline')}: ${g.baseline}`,
                g.target && `${say('planning.target')}: ${g.target}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Dots of the topics whose words support this table: shown beside, never multiplied into anything. */
export function DossierVotes({ table }: { table: string }) {
  const say = useSay();
  const path = usePath();
  const { where } = useSaid();
  const topics = useMemo(() => {
    const found = wordsBehind(path, 'table', table).flatMap(
      ({ evidence }) => where(evidence.ref).topic ?? [],
    );
    return [...new Map(found.map((t) => [t.ref, t])).values()].filter((t) => t.dots !== null);
  }, [path, table, where]);
  if (topics.length === 0) return null;
  return (
    <Section title={say('planning.dots')} intro={say('planning.dotsCaveat')}>
      <ul className="grid gap-1">
        {topics.map((t) => (
          <li key={t.ref} className="flex items-baseline gap-3">
            <b className="w-[3.5em] text-right tabular-nums">{t.dots}</b>
            <span className="font-semibold text-accent">{t.number}</span>
            <span className="min-w-0">{t.title}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
