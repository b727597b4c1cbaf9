'use client';
/** Mappa delle risorse: judgement by mobility, and the resources that can be freed. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { resourceMap } from '@/domain/programming/resource-map';
import { MOBILITIES } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { Banner, EmptyState } from '@/ui/notice';
import { Section, Stat } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { ThingLink } from '../_shared/thing-link';
import { SumOf } from './sums';

export function MapOfResources({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const map = resourceMap(path);
  if (standingOnes(path.resources).length === 0)
    return (
      <EmptyState
        title={say('planning.noResources')}
        action={<Button href={placeOf(code, 'risorse', 'importa')}>{say('planning.importSheet')}</Button>}
      >
        {say('planning.noResourcesHow')}
      </EmptyState>
    );
  const { freeable, total, columns, stuck } = map;
  return (
    <div className="grid gap-8">
      <Section title={say('planning.freeable')} intro={say('planning.freeableHow')}>
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <Stat
            value={say.euro(freeable.cents)}
            label={say('planning.freeableTotal')}
            hint={freeable.hours > 0 ? say('planning.hoursN', { n: freeable.hours }) : undefined}
          />
          <Stat
            value={say.euro(freeable.revisitable.cents)}
            label={say('planning.assessment.rivisitabile')}
            hint={
              freeable.revisitable.hours > 0
                ? say('planning.hoursN', { n: freeable.revisitable.hours })
                : undefined
            }
          />
          <Stat
            value={say.euro(freeable.lowUtility.cents)}
            label={say('planning.assessment.scarsa_utilita')}
            hint={
              freeable.lowUtility.hours > 0
                ? say('planning.hoursN', { n: freeable.lowUtility.hours })
                : undefined
            }
          />
        </div>
      </Section>
      <Shares parts={MOBILITIES.map((m) => ({ key: m, cents: columns[m].cents }))} total={total.cents} />
      <DataTable
        caption={say('planning.resourceMap')}
        columns={[
          { key: 'judged', label: say('planning.assessment'), heads: true },
          ...MOBILITIES.map((m) => ({
            key: m,
            label: say(`planning.mobility.${m}`),
            align: 'right' as const,
          })),
          { key: 'total', label: say('planning.total'), align: 'right' },
        ]}
        rows={map.rows.map((row) => ({
          id: row.assessment,
          cells: {
            judged: say(`planning.assessment.${row.assessment}`),
            total: <SumOf sum={row.total} />,
            ...Object.fromEntries(
              MOBILITIES.map((m) => [
                m,
                <div key={m} className="grid sm:justify-items-end gap-1">
                  <SumOf sum={row.cells[m]} />
                  <span className="flex flex-wrap sm:justify-end gap-x-2 text-sm">
                    {row.cells[m].projects.map((id) => (
                      <ShortLink key={id} code={code} id={id} />
                    ))}
                  </span>
                </div>,
              ]),
            ),
          },
        }))}
        foot={{
          judged: say('planning.total'),
          total: <SumOf sum={total} />,
          ...Object.fromEntries(MOBILITIES.map((m) => [m, <SumOf key={m} sum={columns[m]} />])),
        }}
      />
      <p className="max-w-prose text-ink-soft text-sm">{say('planning.axesNote')}</p>
      {stuck.length > 0 && (
        <Banner kind="warn" title={say('planning.stuck')}>
          <ul>
            {stuck.map((p) => (
              <li key={p.id}>
                <ThingLink code={code} what="project" id={p.id} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}

function ShortLink({ code, id }: { code: string; id: string }) {
  const path = usePath();
  const p = path.projects[id];
  return (
    <a
      href={placeOf(code, 'risorse', id)}
      title={p?.title}
      className="inline-flex min-h-11 min-w-11 items-center font-semibold text-accent print:min-h-0"
    >
      {p?.code}
    </a>
  );
}

/** The shares of the whole; the table beneath gives the same in figures. */
const LOOKS = {
  fluttuante: 'bg-accent text-accent-ink',
  intoccabile: 'bg-edge text-surface',
  non_classificata:
    'bg-[repeating-linear-gradient(45deg,var(--sunken),var(--sunken)_6px,var(--line)_6px,var(--line)_12px)] text-ink',
} as const;
function Shares({ parts, total }: { parts: { key: keyof typeof LOOKS; cents: number }[]; total: number }) {
  const say = useSay();
  if (total === 0) return null;
  const shown = parts.filter((p) => p.cents > 0);
  return (
    <figure className="grid gap-2 [print-color-adjust:exact]">
      <div aria-hidden="true" className="flex h-10 overflow-hidden rounded-lg border border-edge">
        {shown.map((p) => (
          <span
            key={p.key}
            className={`${LOOKS[p.key]} border-raised border-r-2 last:border-0`}
            style={{ width: `${(p.cents / total) * 100}%` }}
          />
        ))}
      </div>
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {shown.map((p) => (
          <span key={p.key} className="flex items-center gap-2">
            <span aria-hidden="true" className={`${LOOKS[p.key]} size-4 rounded border border-edge`} />
            {say(`planning.mobility.${p.key}`)} <b className="tabular-nums">{say.euro(p.cents)}</b>
            <span className="text-ink-soft">
              {say('planning.percent', { n: Math.round((p.cents / total) * 100) })}
            </span>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
