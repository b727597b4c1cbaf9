'use client';
/** Dossier del tavolo: object, people, needs, proposals, resources, goals, quotations and dots. Made to be printed. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { originsOf } from '@/domain/programming/table-origins';
import type { WorkTable } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EvidenceOf } from '../_shared/evidence';
import { PublicBadge, PublishOne } from '../_shared/publication-state';
import { BackLink, Facts } from '../_shared/thing-page';
import { ThingLink } from '../_shared/thing-link';
import { BecameBadge, StatusBadge } from './badges';
import { DossierGoals, DossierNeeds, DossierProjects, DossierProposals, DossierVotes } from './dossier-parts';
import { Members } from './members';
import { Reshape } from './table-changes';

export function Dossier({ code, table }: { code: string; table: WorkTable }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const origins = originsOf(path, table).filter((o) => o.id !== table.id);
  const heirs = standingOnes(path.tables).filter((t) => t.predecessors.includes(table.id));
  const area = (id: string) => path.about?.areas.find((a) => a.id === id)?.label ?? id;
  return (
    <article className="grid gap-8 print:gap-5">
      <div className="grid gap-3">
        <BackLink href={placeOf(code, 'tavoli')} label={say('planning.tavoliTitle')} />
        <p className="hidden text-sm print:block">
          {[path.about?.promoter, path.about?.body, path.about?.title].filter(Boolean).join(' · ')}
        </p>
        <PageHeader over={say('planning.dossier')} title={table.name} intro={table.object} />
        <div className="flex flex-wrap items-center gap-2">
          <BecameBadge table={table} />
          <StatusBadge status={table.status} />
          <PublicBadge what="table" id={table.id} />
          {table.areas.map((a) => (
            <Badge key={a}>{area(a)}</Badge>
          ))}
        </div>
        {table.closed && (
          <Banner kind="warn" title={say('planning.tableClosed', { date: say.date(table.closed.at) })}>
            {table.closed.rationale}
            {heirs.map((h) => (
              <span key={h.id} className="block">
                {say('planning.continuesIn')} <ThingLink code={code} what="table" id={h.id} />
              </span>
            ))}
          </Banner>
        )}
        <div className="flex flex-wrap gap-2 print:hidden">
          <PublishOne code={code} what="table" id={table.id} />
          {may && <Reshape code={code} table={table} />}
          <Button size="small" icon="print" onClick={() => window.print()}>
            {say('planning.print')}
          </Button>
        </div>
      </div>
      <Section title={say('planning.beforeAndNow')}>
        <Facts
          rows={[
            { label: say('planning.lead'), value: table.lead },
            {
              label: say('planning.comesFrom'),
              value:
                origins.length > 0 ? (
                  <ul>
                    {origins.map((o) => (
                      <li key={o.id}>
                        <ThingLink code={code} what="table" id={o.id} />
                        {o.object && <span className="block text-ink-soft text-sm">{o.object}</span>}
                      </li>
                    ))}
                  </ul>
                ) : null,
            },
            { label: say('planning.rationale'), value: table.rationale },
          ]}
        />
        <Lives table={table} />
      </Section>
      <Members code={code} table={table} />
      <DossierNeeds code={code} table={table.id} />
      <DossierProposals code={code} table={table.id} />
      <DossierProjects code={code} table={table.id} />
      <DossierGoals code={code} table={table.id} />
      <EvidenceOf wide code={code} what="table" id={table.id} />
      <DossierVotes table={table.id} />
    </article>
  );
}

/** Earlier names and objects, with the reason for each change: never overwritten. */
function Lives({ table }: { table: WorkTable }) {
  const say = useSay();
  const lives = [
    ...table.names.map((n) => ({ ...n, what: say('planning.oldName') })),
    ...table.objects.map((o) => ({ ...o, what: say('planning.oldObject') })),
  ].sort((a, b) => a.at - b.at);
  if (lives.length === 0) return null;
  return (
    <ol className="grid gap-3 border-accent border-l-4 pl-4">
      {lives.map((l) => (
        <li key={`${l.at}${l.what}`}>
          <p className="text-ink-soft text-sm">
            {say('planning.until', { what: l.what, date: say.date(l.at) })}
          </p>
          <p className="font-semibold">{l.words || say('planning.none')}</p>
          <p className="text-sm">{say('planning.because', { why: l.rationale })}</p>
        </li>
      ))}
    </ol>
  );
}
