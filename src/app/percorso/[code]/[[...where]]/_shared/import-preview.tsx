'use client';
/**
 * A preview of every row before anything is written: rows left out with the reason, and cells that named nothing known.
 */
import type { ImportedRow } from '@/domain/programming/imports';
import type { Understood } from '@/domain/programming/import-parser';
import type { ProjectRow } from '@/domain/programming/project-import';
import { shortened } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { usePath } from '@/client/hooks/path-provider';
import { DataTable } from '@/ui/data-table';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';

/** Maximum number of rows drawn; the totals are of all. */
const SHOWN = 100;

export function ImportPreview({ found }: { found: Understood }) {
  const say = useSay();
  const { rows, bad, left } = found;
  return (
    <>
      {bad.length > 0 && (
        <Banner kind="warn" live title={say('planning.badRows', { n: bad.length })}>
          <ul className="mt-1 grid max-h-64 gap-0.5 overflow-y-auto">
            {bad.slice(0, 200).map((b) => (
              <li key={`${b.line}${b.reason}${b.value}`}>
                <b>{say('planning.line', { n: b.line })}</b> {say(`planning.bad.${b.reason}`)}{' '}
                {b.reason === 'missing_column' ? (
                  <b>
                    {b.value
                      .split(', ')
                      .map((key) => say.dynamic(`planning.field.${key}`))
                      .join(', ')}
                  </b>
                ) : (
                  b.value && <code className="break-all">{shortened(b.value, 80)}</code>
                )}
              </li>
            ))}
            {bad.length > 200 && <li>{say('planning.andMore', { n: bad.length - 200 })}</li>}
          </ul>
        </Banner>
      )}
      {left.length > 0 && (
        <Banner kind="info" title={say('planning.leftOut', { n: left.length })}>
          <ul className="mt-1 grid max-h-40 gap-0.5 overflow-y-auto">
            {left.slice(0, 50).map((l) => (
              <li key={`${l.line}${l.field}`}>
                <b>{say('planning.line', { n: l.line })}</b> {say.dynamic(`planning.field.${l.field}`)}{' '}
                <code className="break-all">{shortened(l.value, 80)}</code>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {rows.length > 0 && (
        <Section title={say('planning.goodRows', { n: rows.length })}>
          <Rows rows={rows} />
        </Section>
      )}
    </>
  );
}

function Rows({ rows }: { rows: Understood['rows'] }) {
  const say = useSay();
  const columns = useColumns(rows);
  const [first] = rows;
  if (!first) return null;
  const shown = columns(first.row);
  const all = rows.map((r) => r.row);
  const money = all.some((r) => 'resources' in r);
  const sum = (of: 'cents' | 'hours') =>
    all.reduce((n, r) => n + ('resources' in r ? r.resources.reduce((m, x) => m + (x[of] ?? 0), 0) : 0), 0);
  return (
    <>
      <DataTable
        caption={say('planning.preview')}
        captionHidden
        columns={shown.map(({ key, label }, i) => ({ key, label, ...(i === 0 && { heads: true }) }))}
        rows={rows.slice(0, SHOWN).map(({ row }) => ({
          id: row.id,
          cells: Object.fromEntries(columns(row).map(({ key, value }) => [key, value])),
        }))}
      />
      {money && (
        <p className="font-semibold">
          {say('planning.importSums', { euro: say.euro(sum('cents')), hours: say.number(sum('hours')) })}
        </p>
      )}
      {rows.length > SHOWN && <p>{say('planning.andMore', { n: rows.length - SHOWN })}</p>}
    </>
  );
}

/** The cells of one row, in words. A code may stand within one of the same sheet. */
function useColumns(rows: Understood['rows']) {
  const say = useSay();
  const path = usePath();
  const inSheet = new Map(rows.flatMap(({ row }) => ('label' in row ? [[row.id, row.label] as const] : [])));
  /** Each fund as understood; with its amount where there are several. */
  const funding = (resources: ProjectRow['resources']) => {
    const cents = new Map<string, number>();
    for (const r of resources) {
      const name = r.sourceNote || say(`planning.funding.${r.source}`);
      if (r.cents) cents.set(name, (cents.get(name) ?? 0) + r.cents);
    }
    const all = [...cents];
    return all.map(([name, n]) => (all.length > 1 ? `${name} ${say.euro(n)}` : name)).join(' · ');
  };
  return (row: ImportedRow): { key: string; label: string; value: string }[] => {
    const cell = (key: string, value: string) => ({
      key,
      label: say.dynamic(`planning.field.${key}`),
      value,
    });
    if ('resources' in row) {
      const of = (mobility: string, kind: 'cents' | 'hours') =>
        row.resources.reduce((n, r) => n + (r.mobility === mobility ? (r[kind] ?? 0) : 0), 0);
      const both = (mobility: string) =>
        [
          of(mobility, 'cents') > 0 && say.euro(of(mobility, 'cents')),
          of(mobility, 'hours') > 0 && say('planning.hoursOf', { n: say.number(of(mobility, 'hours')) }),
        ]
          .filter(Boolean)
          .join(' · ') || '–';
      return [
        cell('code', row.code),
        cell('title', row.title),
        cell('area', path.about?.areas.find((a) => a.id === row.area)?.label ?? ''),
        cell('table', row.table ? (path.tables[row.table]?.name ?? '') : ''),
        cell('holder', row.holder),
        cell('assessment', say(`planning.assessment.${row.assessment}`)),
        cell('fluttuante', both('fluttuante')),
        cell('intoccabile', both('intoccabile')),
        cell('non_classificata', both('non_classificata')),
        cell('source', funding(row.resources)),
      ];
    }
    if ('strands' in row)
      return [
        cell('text', row.text),
        cell('kind', say.dynamic(`planning.source.${row.kind}`)),
        cell('sector', row.sector ? (path.sectors[row.sector]?.label ?? row.sector) : ''),
        cell('strands', row.strands.join(' ')),
        cell('where', row.where),
      ];
    if ('label' in row)
      return [
        cell('label', row.label),
        cell('definition', row.definition),
        cell('family', row.family),
        cell('parent', row.parent ? (inSheet.get(row.parent) ?? path.codes[row.parent]?.label ?? '') : ''),
        cell('area', path.about?.areas.find((a) => a.id === row.area)?.label ?? ''),
      ];
    if ('name' in row)
      return [
        cell('name', row.name),
        cell('sector', row.sector ? (path.sectors[row.sector]?.label ?? '') : ''),
        cell('municipality', row.municipality),
        cell('alreadyInvolved', row.alreadyInvolved ? say('planning.answer.si') : ''),
        cell('institutionalRole', row.institutionalRole),
      ];
    return [
      cell('who', row.profile || (path.organizations[row.organization ?? '']?.name ?? '')),
      cell('reason', row.reason),
      cell('meeting', row.meeting ? (path.meetings[row.meeting]?.title ?? '') : ''),
      cell('table', row.table ? (path.tables[row.table]?.name ?? '') : ''),
      cell('newVoice', row.newVoice ? say('planning.answer.si') : ''),
      cell('status', say(`planning.invited.${row.status}`)),
    ];
  };
}
