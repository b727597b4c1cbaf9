'use client';
/** Codes that occur together, in one text or in one session: a list of pairs beside the chart. */
import { useState } from 'react';
import { cooccurrence } from '@/domain/programming/analysis';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { DataTable } from '@/ui/data-table';
import { CodeLink } from './code-link';
import { Under } from './figures';
import { BarPicture, Picture } from './picture';
import { useLabel, type ViewProps } from './view';

const FIRST = 30;

export function Together({ code, coded }: ViewProps) {
  const say = useSay();
  const label = useLabel();
  const [within, setWithin] = useState<'source' | 'session'>('source');
  const [all, setAll] = useState(false);
  const found = cooccurrence(coded, within);
  const top = found.rows
    .slice(0, 12)
    .map((p) => ({ id: `${p.a} ${p.b}`, label: `${label(p.a)} + ${label(p.b)}`, value: p.times }));
  return (
    <>
      <Under n={found.n} unit={found.unit} />
      <div className="print:hidden">
        <ChoicePills
          legend={say('analysis.within')}
          value={within}
          onValue={setWithin}
          choices={(['source', 'session'] as const).map((w) => ({
            value: w,
            label: say(`analysis.within.${w}`),
          }))}
        />
      </div>
      {top.length > 0 && (
        <Picture
          title={say('analysis.pairs')}
          says={top
            .slice(0, 3)
            .map((p) => `${p.label} ${p.value}`)
            .join(', ')}
          table={{
            columns: [
              { key: 'pair', label: say('analysis.pair'), heads: true },
              { key: 'times', label: say('analysis.times'), align: 'right' },
            ],
            rows: top.map((p) => ({ id: p.id, cells: { pair: p.label, times: p.value } })),
          }}
        >
          <BarPicture rows={top} />
        </Picture>
      )}
      <DataTable
        caption={say('analysis.allPairs', { n: found.rows.length })}
        empty={say('analysis.noPairs')}
        columns={[
          { key: 'a', label: say('codebook.label'), heads: true },
          { key: 'b', label: say('analysis.with') },
          { key: 'times', label: say('analysis.times'), align: 'right' },
        ]}
        rows={found.rows.slice(0, all ? undefined : FIRST).map((p) => ({
          id: `${p.a} ${p.b}`,
          cells: {
            a: <CodeLink path={code} id={p.a} />,
            b: <CodeLink path={code} id={p.b} />,
            times: say.number(p.times),
          },
        }))}
      />
      {found.rows.length > FIRST && !all && (
        <Button size="small" className="justify-self-start" onClick={() => setAll(true)}>
          {say('analysis.showAll')}
        </Button>
      )}
    </>
  );
}
