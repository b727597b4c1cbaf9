'use client';
/** Cross tables of codes by sector, place and time; and of matters by conveners' sectors. */
import { useState } from 'react';
import { usePath, useSources } from '@/client/hooks/path-provider';
import { AXES, type Axis, crossTab, UNSAID } from '@/domain/programming/analysis';
import { strandsByConvener } from '@/domain/programming/convener-sectors';
import { useSay } from '@/i18n/words';
import { ChoicePills } from '@/ui/choice';
import { Section } from '@/ui/surface';
import { usePlaces, useSectorName } from '../_reading/names';
import { CodeLink } from './code-link';
import { Under } from './figures';
import { HeatTable } from './heat-table';
import { TopicStrands } from './topic-strands';
import type { ViewProps } from './view';

export function CrossTabs({ code, coded, said }: ViewProps) {
  const say = useSay();
  const path = usePath();
  const { meetings } = useSources();
  const [axis, setAxis] = useState<Axis>('sector');
  const sector = useSectorName();
  const { gatherings } = usePlaces();
  const tab = crossTab(coded, axis);
  const here = new Set(said.map((s) => s.gathering));
  const convening = strandsByConvener(
    path,
    meetings.filter((m) => here.has(m.gathering)),
  );
  const untold = say('reading.untold');
  const strand = (v: string) => (v === UNSAID ? untold : `${v} ${say.dynamic(`reading.strand.${v}`)}`);
  const names: Record<Axis, (v: string) => string> = {
    sector,
    strand,
    phase: (v) => path.phases[v]?.label ?? untold,
    gathering: (v) => gatherings.get(v) ?? untold,
    voice: (v) => (v === UNSAID ? untold : say.dynamic(`reading.voice.${v}`)),
    kind: (v) => say.dynamic(`reading.kind.${v}`),
  };
  /** Phases in their order, the rest by name; unknown values come last. */
  const place = (v: string): [number, string] => [
    v === UNSAID ? 9999 : axis === 'phase' ? (path.phases[v]?.order ?? 999) : 0,
    names[axis](v),
  ];
  const columns = tab.columns
    .map((key) => ({ key, label: names[axis](key), at: place(key) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1].localeCompare(b.at[1], say.lang));
  return (
    <>
      <Under n={tab.n} unit={tab.unit} />
      <div className="print:hidden">
        <ChoicePills
          legend={say('analysis.across')}
          value={axis}
          onValue={setAxis}
          choices={AXES.map((a) => ({ value: a, label: say(`analysis.axis.${a}`) }))}
        />
      </div>
      <HeatTable
        caption={say('analysis.crossed', { by: say(`analysis.axis.${axis}`).toLocaleLowerCase(say.lang) })}
        corner={say('codebook.label')}
        totalLabel={say('codebook.texts')}
        columns={columns}
        rows={tab.rows.map((r) => ({ ...r, id: r.code, head: <CodeLink path={code} id={r.code} /> }))}
      />
      {axis === 'strand' && <p className="text-ink-soft text-sm">{say('analysis.crossedHint')}</p>}
      {convening.n > 0 && (
        <Section title={say('analysis.convening')} intro={say('analysis.conveningHint')}>
          <Under n={convening.n} unit={convening.unit} />
          <HeatTable
            caption={say('analysis.convening')}
            corner={say('reading.filter.strand')}
            totalLabel={say('analysis.topics')}
            columns={convening.columns.map((key) => ({ key, label: sector(key) }))}
            rows={convening.rows.map((r) => ({ ...r, id: r.strand, head: strand(r.strand) }))}
          />
          <TopicStrands />
        </Section>
      )}
    </>
  );
}
