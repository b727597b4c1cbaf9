/** The grid on the wall: turned on its side and paged when there are many spaces, so that it can be read. */
import type { Strand } from '@/domain/words';
import { cx } from './cx';
import { cellOf, type MatrixCell, type MatrixSlot, type MatrixSpace } from './matrix-cell';
import { StrandLetters } from './wall-strands';
import { Pager, pageOf } from './wall-pages';

const SIDE_BY_SIDE = 6;
const ROWS_ON_A_PAGE = 7;

/** How many pages the wall needs for so many spaces. */
export const wallMatrixPages = (spaces: number) =>
  spaces <= SIDE_BY_SIDE ? 1 : Math.ceil(spaces / ROWS_ON_A_PAGE);

const CLAMPS = { 2: 'line-clamp-2', 4: 'line-clamp-4', 5: 'line-clamp-5' } as const;
type Lines = keyof typeof CLAMPS;

function Line({
  number,
  title,
  strands,
  lines,
}: {
  number: string;
  title: string;
  strands?: readonly Strand[];
  lines: Lines;
}) {
  return (
    <span className={cx('text-sm leading-tight', CLAMPS[lines])}>
      <span className="mr-2 inline-flex gap-2 font-bold text-accent">
        {number}
        <StrandLetters strands={strands ?? []} />
      </span>
      <span className="break-words font-semibold">{title}</span>
    </span>
  );
}

function Inside({ cell, lines }: { cell: MatrixCell | undefined; lines: Lines }) {
  if (!cell) return null;
  if (cell.kind === 'topic') return <Line {...cell.topic} lines={lines} />;
  if (cell.kind === 'informal' && cell.topics.length > 0)
    return (
      <span className="font-bold text-accent text-sm">{cell.topics.map((t) => t.number).join(' · ')}</span>
    );
  return <span className="text-ink-soft text-sm">{cell.label}</span>;
}

export function WallMatrix({
  caption,
  corner,
  cornerTurned = corner,
  slots,
  spaces,
  cells,
  page = 0,
  sayPage,
}: {
  caption: string;
  corner: string;
  /** The same, when the spaces are the rows. */
  cornerTurned?: string;
  slots: readonly MatrixSlot[];
  spaces: readonly MatrixSpace[];
  cells: readonly MatrixCell[];
  page?: number;
  sayPage: (page: number, pages: number) => string;
}) {
  const at = cellOf(cells);
  const turned = spaces.length > SIDE_BY_SIDE;
  const leaf = pageOf(spaces, turned ? ROWS_ON_A_PAGE : SIDE_BY_SIDE, page);
  const byRow = turned ? leaf.shown.map((s) => s.id) : slots.map((s) => s.id);
  const heads = turned ? slots : leaf.shown;
  const find = (row: string, column: string) => (turned ? at(column, row) : at(row, column));
  const name = (id: string) => slots.find((s) => s.id === id) ?? spaces.find((s) => s.id === id);
  const head = (id: string) => {
    const it = name(id);
    if (!it) return null;
    return 'time' in it ? (
      <>
        <span className="block font-bold text-base leading-tight">{it.label}</span>
        <span className="block font-normal text-ink-soft text-sm tabular-nums">{it.time}</span>
      </>
    ) : (
      <span className="block truncate font-bold text-base">{it.name}</span>
    );
  };
  const lines = turned ? 2 : slots.length > 3 ? 4 : 5;
  const isNow = (id: string) => slots.some((s) => s.id === id && s.now);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <table className="h-full w-full table-fixed border-separate border-spacing-2">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="h-px">
            <th scope="col" className="w-60 px-3 text-left text-ink-soft text-sm">
              {turned ? cornerTurned : corner}
            </th>
            {heads.map((h) => (
              <th
                key={h.id}
                scope="col"
                className={cx('rounded-md px-4 py-2 text-left', isNow(h.id) ? 'bg-accent-soft' : 'bg-sunken')}
              >
                {head(h.id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRow.map((row) => (
            <tr key={row}>
              <th
                scope="row"
                className={cx('rounded-md px-4 py-1 text-left', isNow(row) ? 'bg-accent-soft' : 'bg-sunken')}
              >
                {head(row)}
              </th>
              {heads.map((h) => {
                const cell = find(row, h.id);
                const full = cell?.kind === 'topic' || (cell?.kind === 'informal' && cell.topics.length > 0);
                return (
                  <td
                    key={h.id}
                    className={cx(
                      'relative rounded-md border-2 p-0',
                      full ? 'border-line bg-raised' : 'border-line border-dashed',
                      (isNow(row) || isNow(h.id)) && full && 'border-accent',
                    )}
                  >
                    {/* Out of the flow: the rows share the height, whatever they hold. */}
                    <div className="absolute inset-x-3.5 inset-y-1 flex items-center overflow-hidden">
                      <Inside cell={cell} lines={lines} />
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={leaf.page} pages={leaf.pages} says={sayPage(leaf.page + 1, leaf.pages)} />
    </div>
  );
}
