'use client';
/** The reach of each code: sessions before sectors before texts; dots are shown beside and not multiplied in. */
import { useState } from 'react';
import { useSources } from '@/client/hooks/path-provider';
import { type Count, counts, votesBeside } from '@/domain/programming/analysis';
import { useSay } from '@/i18n/words';
import { ChoicePills } from '@/ui/choice';
import { type Column, DataTable, type Sort } from '@/ui/data-table';
import { CodeLink } from './code-link';
import { Under } from './figures';
import { BarPicture, Picture } from './picture';
import { useLabel, type ViewProps } from './view';

const MEASURES = ['sessions', 'sectors', 'notes'] as const;
type Measure = (typeof MEASURES)[number];
const IN_PICTURE = 15;

export function Counts({ code, coded }: ViewProps) {
  const say = useSay();
  const label = useLabel();
  const { meetings } = useSources();
  const [measure, setMeasure] = useState<Measure>('sessions');
  const [sort, setSort] = useState<Sort>();
  const topics = meetings.flatMap((m) => m.topics);
  const dots = Object.fromEntries(topics.flatMap((t) => (t.dots === null ? [] : [[t.ref, t.dots]])));
  const found = votesBeside(counts(coded), dots);
  const number = new Map(topics.map((t) => [t.ref, t.number]));
  const key = sort?.key;
  const rows = key
    ? [...found.rows].sort((a, b) => {
        const by =
          key === 'code'
            ? label(a.code).localeCompare(label(b.code), say.lang)
            : a[key as Measure] - b[key as Measure];
        return sort.direction === 'ascending' ? by : -by;
      })
    : found.rows;
  const top = [...found.rows].sort((a, b) => b[measure] - a[measure] || order(a, b)).slice(0, IN_PICTURE);
  const columns: Column[] = [
    { key: 'code', label: say('codebook.label'), heads: true, sortable: true },
    { key: 'sessions', label: say('codebook.sessions'), align: 'right', sortable: true },
    { key: 'sectors', label: say('codebook.sectors'), align: 'right', sortable: true },
    { key: 'notes', label: say('codebook.texts'), align: 'right', sortable: true },
    { key: 'votes', label: say('analysis.votes') },
  ];
  return (
    <>
      <Under n={found.n} unit={found.unit} />
      <div className="print:hidden">
        <ChoicePills
          legend={say('analysis.measure')}
          hint={say('analysis.measureHint')}
          value={measure}
          onValue={setMeasure}
          choices={MEASURES.map((m) => ({ value: m, label: say(`analysis.measure.${m}`) }))}
        />
      </div>
      <Picture
        title={say(`analysis.counts.${measure}`)}
        partly={
          found.rows.length > IN_PICTURE
            ? say('analysis.countsFirst', { n: IN_PICTURE, of: found.rows.length })
            : undefined
        }
        says={top
          .slice(0, 5)
          .map((r) => `${label(r.code)} ${r[measure]}`)
          .join(', ')}
        table={{
          columns: [
            { key: 'code', label: say('codebook.label'), heads: true },
            { key: 'value', label: say(`analysis.measure.${measure}`), align: 'right' },
          ],
          rows: top.map((r) => ({ id: r.code, cells: { code: label(r.code), value: r[measure] } })),
        }}
      >
        <BarPicture rows={top.map((r) => ({ id: r.code, label: label(r.code), value: r[measure] }))} />
      </Picture>
      <DataTable
        caption={say('analysis.allCodes')}
        columns={columns}
        sort={sort}
        onSort={setSort}
        rows={rows.map((r) => ({
          id: r.code,
          cells: {
            code: <CodeLink path={code} id={r.code} />,
            sessions: say.number(r.sessions),
            sectors: say.number(r.sectors),
            notes: say.number(r.notes),
            votes: (
              <span className="flex max-w-80 sm:min-w-56 flex-wrap gap-x-3 text-sm tabular-nums">
                {r.votes
                  .filter((v) => v.dots > 0)
                  .sort((a, b) => b.dots - a.dots)
                  .map((v) => (
                    <span key={v.topic} className="whitespace-nowrap">
                      {number.get(v.topic)} <b>{v.dots}</b>
                    </span>
                  ))}
              </span>
            ),
          },
        }))}
      />
      <p className="text-ink-soft text-sm">{say('analysis.votesHint')}</p>
    </>
  );
}

const order = (a: Count, b: Count): number =>
  b.sessions - a.sessions || b.sectors - a.sectors || b.notes - a.notes;
