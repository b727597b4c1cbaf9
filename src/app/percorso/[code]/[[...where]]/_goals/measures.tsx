'use client';
/** A goal's measured values: a small chart of the indicator over time, with every value in the table beside it. */
import { usePath } from '@/client/hooks/path-provider';
import { CHART, type MeasureChart, measureChart, VALUES_MOST } from '@/domain/programming/measure-chart';
import { MEASURE_KINDS, measuresOf } from '@/domain/programming/measures';
import type { Goal, Measure } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/surface';
import { EditDialog } from '../_shared/edit-dialog';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';
import { useRegister } from '../_shared/register';
import { useMayWrite } from '../path-commands';

function useMeasureFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    { key: 'value', as: 'value', half: true, label: say('planning.measureValue'), required: true },
    { key: 'date', as: 'day', half: true, label: say('planning.measureDay'), required: true },
    {
      ...{ key: 'kind', as: 'choice', label: say('planning.measureWhat') },
      choices: o.words('measureKind', MEASURE_KINDS),
    },
    { key: 'note', as: 'line', label: say('planning.measureNote') },
  ];
}

export function Measures({ code, goal }: { code: string; goal: Goal }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useMeasureFields();
  const { add, revise, remove } = useRegister('measure');
  const measures = measuresOf(path, goal.id);
  if (measures.length === 0 && !may) return null;
  const chart = measureChart(measures);
  const blank = { kind: measures.length === 0 ? 'partenza' : 'misura', date: null, value: null, note: '' };
  const day = (m: Measure) => say.date(m.date, 'short');
  return (
    <Section title={say('planning.measures')} intro={say('planning.measuresHow')}>
      {chart && <Chart chart={chart} what={goal.indicator || goal.statement} />}
      {measures.length > 0 && (
        <DataTable
          caption={say('planning.measures')}
          captionHidden
          columns={[
            { key: 'date', label: say('planning.measureDay'), heads: true },
            { key: 'kind', label: say('planning.measureWhat') },
            { key: 'value', label: say('planning.measureValue'), align: 'right' },
            ...(may ? [{ key: 'edit', label: say('planning.edit') }] : []),
          ]}
          rows={measures.map((m) => ({
            id: m.id,
            cells: {
              date: day(m),
              kind: (
                <>
                  <span className="inline-flex items-center gap-2">
                    <svg viewBox="-8 -8 16 16" width="16" height="16" className="shrink-0" aria-hidden>
                      <Sign kind={m.kind} x={0} y={0} />
                    </svg>
                    {say(`planning.measureKind.${m.kind}`)}
                  </span>
                  {m.note && <span className="wrap-anywhere block text-ink-soft text-sm">{m.note}</span>}
                </>
              ),
              value: say.number(m.value),
              edit: (
                <EditDialog
                  name={`${code}:measure-${m.id}`}
                  title={say('planning.measureChange', { date: day(m) })}
                  label={say('planning.edit')}
                  kind="plain"
                  now={m}
                  fields={fields}
                  onSubmit={(w) => revise(m, w)}
                  onRemove={() => remove(m.id, `${day(m)}: ${say.number(m.value)}`)}
                />
              ),
            },
          }))}
        />
      )}
      {may && (
        <div>
          <EditDialog
            name={`${code}:new-measure-${goal.id}`}
            title={say('planning.newMeasure')}
            icon="plus"
            now={blank}
            fields={fields}
            submit={say('planning.add')}
            onSubmit={(w) => add({ ...blank, ...w, goal: goal.id }) !== null}
          />
        </div>
      )}
    </Section>
  );
}

/** Its values are in the table: here they are only seen. */
function Chart({ chart, what }: { chart: MeasureChart; what: string }) {
  const say = useSay();
  const { points, line } = chart;
  const [from, to] = [say.date(chart.from, 'short'), say.date(chart.to, 'short')];
  const base = CHART.height - 6;
  return (
    <svg
      role="img"
      aria-label={say('planning.measuresChart', { what, from, to })}
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      className="w-full max-w-md rounded-xl border border-line bg-raised"
    >
      <polyline
        points={line.map((p) => `${p.x},${p.y}`).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth={2}
      />
      {points.map((p) => (
        <g key={p.id}>
          <Sign kind={p.kind} x={p.x} y={p.y} />
          {points.length <= VALUES_MOST && (
            <text x={p.x} y={p.y - 9} textAnchor="middle" fontSize={11} fontWeight={700} className="fill-ink">
              {say.number(p.value)}
            </text>
          )}
        </g>
      ))}
      <text x={8} y={base} fontSize={11} className="fill-ink-soft">
        {from}
      </text>
      <text x={CHART.width - 8} y={base} textAnchor="end" fontSize={11} className="fill-ink-soft">
        {to}
      </text>
    </svg>
  );
}

/** Each kind has its shape, for people who do not tell the colours apart. */
function Sign({ kind, x, y }: { kind: Measure['kind']; x: number; y: number }) {
  if (kind === 'misura') return <circle cx={x} cy={y} r={4.5} className="fill-accent" />;
  if (kind === 'partenza')
    return (
      <rect
        x={x - 4.5}
        y={y - 4.5}
        width={9}
        height={9}
        className="fill-raised stroke-accent"
        strokeWidth={2}
      />
    );
  const [r, shape] = [6, 'fill-raised stroke-ink'];
  return (
    <path
      d={`M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z`}
      className={shape}
      strokeWidth={2}
      strokeDasharray="3 2"
    />
  );
}
