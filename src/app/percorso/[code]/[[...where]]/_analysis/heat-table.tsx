'use client';
/** A table shaded by value: the darker a cell, the larger its number, which is always shown. */
import type { ReactNode } from 'react';
import { Sideways } from '@/ui/scroll-area';

type Props = {
  caption: string;
  corner: string;
  totalLabel: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly { id: string; head: ReactNode; total: number; cells: Readonly<Record<string, number>> }[];
};

/** On paper all columns are printed, however narrow: paper does not scroll. */
const HEAD =
  'min-w-20 max-w-36 break-words p-2 text-center align-bottom text-sm print:min-w-0 print:hyphens-auto print:px-0.5 print:text-[7pt]';

export function HeatTable({ caption, corner, totalLabel, columns, rows }: Props) {
  const most = Math.max(1, ...rows.flatMap((r) => Object.values(r.cells)));
  return (
    <Sideways label={caption} className="border border-line bg-raised shadow-card">
      <table className="w-full border-separate border-spacing-0.5 p-2 print:table-fixed">
        <caption className="px-4.5 pt-3 text-left font-bold text-lg">
          {/* The table may be wider than the screen; its name is not. */}
          <span className="inline-block max-w-[calc(100vw-6rem)] print:max-w-none">{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="p-2 text-left align-bottom text-sm print:w-[20%]">
              {corner}
            </th>
            {columns.map((c) => (
              <th key={c.key} scope="col" className={HEAD}>
                {c.label}
              </th>
            ))}
            <th scope="col" className="p-2 text-right align-bottom text-sm">
              {totalLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <th scope="row" className="min-w-44 p-2 print:min-w-0 text-left font-semibold">
                {r.head}
              </th>
              {columns.map((c) => {
                const n = r.cells[c.key] ?? 0;
                return (
                  <td
                    key={c.key}
                    className="rounded-sm p-2 text-center tabular-nums"
                    style={{
                      background: `color-mix(in srgb, var(--accent) ${Math.round((n / most) * 42)}%, var(--raised))`,
                    }}
                  >
                    {n === 0 ? <span className="text-ink-soft">–</span> : n}
                  </td>
                );
              })}
              <td className="p-2 text-right font-bold tabular-nums">{r.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
