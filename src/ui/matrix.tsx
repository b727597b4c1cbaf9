'use client';
/** The grid of spaces and hours: a table where there is room, a list hour by hour on a phone. */
import type { KeyboardEvent } from 'react';
import { Badge } from './badge';
import { cx } from './cx';
import { Icon } from './icons';
import {
  CellInside,
  cellOf,
  type MatrixCell,
  type MatrixSlot,
  type MatrixSpace,
  type OpenTopic,
  type PickCell,
} from './matrix-cell';
import { MatrixList } from './matrix-list';
import { Sideways } from './sideways';

export type MatrixProps = {
  caption: string;
  slots: readonly MatrixSlot[];
  spaces: readonly MatrixSpace[];
  cells: readonly MatrixCell[];
  /** The word at the crossing of the headers, e.g. "Orario". */
  corner: string;
  nowLabel?: string;
  onPick?: PickCell;
  onOpen?: OpenTopic;
  /** `both` lets the width decide. */
  as?: 'both' | 'table' | 'list';
  /** Of the list's headings. */
  level?: 2 | 3;
};

/** Arrow keys go from cell to cell; Tab still visits everything in reading order. */
function walk(e: KeyboardEvent<HTMLTableElement>) {
  const [dy, dx] =
    { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key] ?? [];
  const from = (e.target as HTMLElement).closest('td');
  if (dy === undefined || dx === undefined || !from) return;
  const rows = [...e.currentTarget.tBodies[0]!.rows];
  let y = rows.indexOf(from.parentElement as HTMLTableRowElement) + dy;
  let x = from.cellIndex + dx;
  for (; rows[y]?.cells[x]; y += dy, x += dx) {
    const next = rows[y]!.cells[x]!.querySelector<HTMLElement>('button, a');
    if (!next) continue;
    e.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
}

export function MatrixTable({
  caption,
  slots,
  spaces,
  cells,
  corner,
  nowLabel,
  onPick,
  onOpen,
}: Omit<MatrixProps, 'as'>) {
  const at = cellOf(cells);
  return (
    <Sideways label={caption}>
      <table onKeyDown={walk} className="w-full border-separate border-spacing-1.5">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface p-2 text-left text-ink-soft text-sm">
              {corner}
            </th>
            {spaces.map((s) => (
              <th key={s.id} scope="col" className="min-w-40 rounded-md bg-sunken p-2 text-left align-top">
                <span className="font-bold">{s.name}</span>
                {s.note && (
                  <span className="flex items-center gap-1 font-normal text-ink-soft text-sm">
                    {s.stepFree && <Icon name="wheel" />}
                    {s.note}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.id}>
              <th
                scope="row"
                className={cx(
                  'sticky left-0 z-10 w-32 min-w-28 rounded-md p-2 text-left align-top',
                  slot.now ? 'bg-accent-soft' : 'bg-sunken',
                )}
              >
                <span className="block font-bold">{slot.label}</span>
                <span className="block font-normal text-ink-soft text-sm tabular-nums">{slot.time}</span>
                {slot.now && nowLabel && <Badge tone="strong">{nowLabel}</Badge>}
              </th>
              {spaces.map((space) => (
                <td key={space.id} className="h-px p-0 align-top">
                  <CellInside cell={at(slot.id, space.id)} onPick={onPick} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

export function Matrix({ as = 'both', ...props }: MatrixProps) {
  return (
    <>
      {as !== 'list' && (
        <div className={as === 'both' ? 'hidden min-w-0 md:block print:block' : 'min-w-0'}>
          <MatrixTable {...props} />
        </div>
      )}
      {as !== 'table' && (
        <div className={as === 'both' ? 'min-w-0 md:hidden print:hidden' : 'min-w-0'}>
          <MatrixList {...props} />
        </div>
      )}
    </>
  );
}
