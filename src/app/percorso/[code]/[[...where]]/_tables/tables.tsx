'use client';
/** The work tables, groups of people: their earlier and their new form. */
import { usePath } from '@/client/hooks/path-provider';
import { standing, standingOnes } from '@/domain/programming/deed';
import { originsOf, whatBecame } from '@/domain/programming/table-origins';
import type { WorkTable } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';
import { EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { addressOf } from '../_shared/addresses';
import { NoWords } from '../_shared/evidence';
import { isGrounded } from '@/domain/programming/decision-trace';
import type { ScreenProps } from '../places';
import { BecameBadge, StatusBadge } from './badges';
import { Dossier } from './dossier';
import { MergeTables } from './merge-tables';
import { NewTable } from './new-table';

export function Tables({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [part] = rest;
  const table = part ? standing(path.tables, part) : null;
  if (table) return <Dossier code={code} table={table} />;
  const all = standingOnes(path.tables);
  const open = all.filter((t) => !t.closed);
  const closed = all.filter((t) => t.closed);
  return (
    <>
      <PageHeader
        title={say('planning.tavoliTitle')}
        intro={say('planning.tavoliIntro')}
        actions={
          may && (
            <>
              <NewTable code={code} />
              <MergeTables code={code} open={open} />
            </>
          )
        }
      />
      {part && <EmptyState title={say('planning.gone')} />}
      {all.length === 0 && (
        <EmptyState title={say('planning.noTables')}>{say('planning.noTablesHow')}</EmptyState>
      )}
      <ul className="grid gap-4">
        {open.map((t) => (
          <TableRow key={t.id} code={code} table={t} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Section title={say('planning.closedTables')} intro={say('planning.closedTablesHow')}>
          <ul className="grid gap-1.5">
            {closed.map((t) => (
              <li key={t.id} className="flex flex-wrap items-baseline gap-x-3">
                <a href={addressOf(code, 'table', t.id)} className="py-2 font-semibold underline">
                  {t.name}
                </a>
                <span className="text-ink-soft text-sm">{t.closed?.rationale}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Old at the left, new at the right, so that a change is read across. */
function TableRow({ code, table }: { code: string; table: WorkTable }) {
  const say = useSay();
  const path = usePath();
  const origins = originsOf(path, table);
  const same = whatBecame(table) === 'invariato';
  const members = standingOnes(path.members).filter((m) => m.table === table.id);
  const why = table.names.at(-1)?.rationale ?? table.rationale;
  return (
    <li className="relative grid items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-raised px-4 py-4 shadow-card hover:border-accent lg:grid-cols-[minmax(0,4fr)_2rem_minmax(0,7fr)]">
      <div className="grid gap-1.5 text-ink-soft">
        {origins.length === 0 && <p>{say('planning.bornNow')}</p>}
        {!same &&
          origins.map((o) => (
            <p key={o.id}>
              <span className="sr-only">{say('planning.before')} </span>
              <span className="font-semibold">{o.name}</span>
              {o.object && <span className="block text-sm">{o.object}</span>}
            </p>
          ))}
        {same && <p>{say('planning.unchanged')}</p>}
      </div>
      <Icon name="forward" className="rotate-90 text-accent lg:rotate-0" />
      <div className="grid gap-1.5">
        <a
          href={addressOf(code, 'table', table.id)}
          className="font-bold text-xl leading-snug no-underline after:absolute after:inset-0"
        >
          {table.name}
        </a>
        {table.object && <p>{table.object}</p>}
        {why && <p className="text-ink-soft text-sm">{say('planning.because', { why })}</p>}
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
          <BecameBadge table={table} />
          <StatusBadge status={table.status} />
          {!isGrounded(path, 'table', table.id) && <NoWords />}
          {table.lead && <span>{say('planning.ledBy', { lead: table.lead })}</span>}
          <span>{say('planning.members', { n: members.length })}</span>
          <span>{say('planning.newOnes', { n: members.filter((m) => m.isNew).length })}</span>
        </p>
      </div>
    </li>
  );
}
