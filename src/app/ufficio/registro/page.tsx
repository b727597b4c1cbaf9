/** The audit trail, for the owner: sign-ins, role changes, hidden texts, exports, erasures; by kind and by person. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { Select } from '@/ui/field';
import { entering, OfficePage } from '../_shared/office-page';
import { aboutSaid, isKind, AUDIT_KINDS, whoSaid } from './audit-lines';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('trail.title') };
}

const PAGE = 100;
type Props = { searchParams: Promise<{ tipo?: string; chi?: string; pagina?: string }> };

export default async function Page({ searchParams }: Props) {
  const entered = await entering('/ufficio/registro', ['owner']);
  const { window, say } = entered;
  const { tipo, chi = '', pagina } = await searchParams;
  const names = Object.fromEntries(window.accounts().map((a) => [a.id, a.name]));
  const of: readonly string[] | null = isKind(tipo) ? AUDIT_KINDS[tipo] : null;
  const found = window
    .trail()
    .filter((line) => (of === null || of.includes(line.what)) && (chi === '' || line.who === chi))
    .reverse();
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(pages, Math.max(1, Math.trunc(Number(pagina)) || 1));
  const to = (n: number) => `?${new URLSearchParams({ tipo: tipo ?? '', chi, pagina: String(n) })}`;
  return (
    <OfficePage entered={entered} title="trail.title" intro="trail.intro">
      <form action="/ufficio/registro" className="flex flex-wrap items-end gap-3">
        <Select
          label={say('trail.kind')}
          name="tipo"
          defaultValue={isKind(tipo) ? tipo : ''}
          options={[
            { value: '', label: say('trail.all') },
            ...Object.keys(AUDIT_KINDS).map((k) => ({ value: k, label: say.dynamic(`trail.kind.${k}`) })),
          ]}
        />
        <Select
          label={say('office.who')}
          name="chi"
          defaultValue={chi}
          options={[
            { value: '', label: say('trail.everybody') },
            ...Object.entries(names).map(([id, name]) => ({ value: id, label: name })),
          ]}
        />
        <Button type="submit" icon="search">
          {say('trail.look')}
        </Button>
      </form>
      <p role="status">{say('trail.found', { n: found.length })}</p>
      <DataTable
        caption={say('trail.title')}
        captionHidden
        columns={[
          { key: 'when', label: say('office.when') },
          { key: 'who', label: say('office.who') },
          { key: 'what', label: say('office.what'), heads: true },
          { key: 'about', label: say('office.about') },
        ]}
        rows={found.slice((at - 1) * PAGE, at * PAGE).map((line) => ({
          id: String(line.id),
          cells: {
            when: `${say.date(line.at, 'short')} ${say.time(line.at)}`,
            who: whoSaid(say, names, line),
            what: say.has(`trail.did.${line.what}`) ? say.dynamic(`trail.did.${line.what}`) : line.what,
            about: aboutSaid(say, names, line.about),
          },
        }))}
        empty={say('trail.none')}
      />
      {pages > 1 && (
        <nav aria-label={say('trail.pages')} className="flex flex-wrap items-center gap-3">
          {at > 1 && <Button href={to(at - 1)}>{say('trail.newer')}</Button>}
          <span>{say('trail.page', { n: at, of: pages })}</span>
          {at < pages && <Button href={to(at + 1)}>{say('trail.older')}</Button>}
        </nav>
      )}
    </OfficePage>
  );
}
