/** The grid on the wall: turned on its side when there are many spaces, and parted into sheets that can each be read. */
import type { Strand } from '@/domain/words';
import { cx } from './cx';
import { StrandLetters } from './wall-strands';

export type MatrixSlot = { id: string; label: string; time: string; now?: boolean };
export type MatrixSpace = {
  id: string;
  name: string;
  /** "con gradini": said in words. */
  note?: string;
};
export type MatrixTopic = { number: string; title: string; strands?: readonly Strand[] };
/** Several topics only where people meet at ease; without any, what is said of the empty place. */
export type MatrixCell = { slot: string; space: string; topics: readonly MatrixTopic[]; label: string };

const SIDE_BY_SIDE = 6;
/** Each row holds two lines, also under a ribbon or a notice. */
const SPACES_IN_ROWS = 6;
const SLOTS = 4;

export type MatrixSheet = { slots: readonly MatrixSlot[]; spaces: readonly MatrixSpace[]; turned: boolean };

/** As few parts as can be, and none much shorter than another. */
const inParts = <T,>(items: readonly T[], most: number): T[][] => {
  const parts = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, i) => items.slice(i * size, (i + 1) * size));
};

/** Up to six spaces stand side by side; more of them become the rows, with the slots side by side. */
export function matrixSheets(slots: readonly MatrixSlot[], spaces: readonly MatrixSpace[]): MatrixSheet[] {
  const turned = spaces.length > SIDE_BY_SIDE;
  return inParts(slots, SLOTS).flatMap((some) =>
    inParts(spaces, turned ? SPACES_IN_ROWS : SIDE_BY_SIDE).map((few) => ({
      slots: some,
      spaces: few,
      turned,
    })),
  );
}

export function WallMatrix({
  caption,
  sheet,
  cells,
}: {
  caption: string;
  sheet: MatrixSheet;
  cells: readonly MatrixCell[];
}) {
  const { slots, spaces, turned } = sheet;
  const [rows, columns]: (readonly (MatrixSlot | MatrixSpace)[])[] = turned
    ? [spaces, slots]
    : [slots, spaces];
  const byPlace = new Map(cells.map((c) => [`${c.slot}/${c.space}`, c]));
  const at = (row: string, column: string) => byPlace.get(turned ? `${column}/${row}` : `${row}/${column}`);
  const isNow = (x: MatrixSlot | MatrixSpace) => 'now' in x && x.now === true;
  // Few columns leave room for larger words, many rows for fewer lines.
  const size = columns?.length && columns.length <= 3 && (rows?.length ?? 0) <= 5 ? 'text-lg' : 'text-base';
  const holds = (row: string) => columns?.some((c) => (at(row, c.id)?.topics.length ?? 0) > 0) === true;
  // A row where all is free gives of its height to those that hold words.
  const uneven = !turned && slots.length <= 3 && rows?.some((r) => !holds(r.id)) === true;
  const lines = turned
    ? 'line-clamp-2'
    : uneven
      ? 'line-clamp-6'
      : slots.length > 3
        ? 'line-clamp-4'
        : 'line-clamp-5';
  return (
    <table className="min-h-0 w-full flex-1 table-fixed border-separate border-spacing-2">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="h-px">
          <td className="w-[14%]" />
          {columns?.map((c) => (
            <th
              key={c.id}
              scope="col"
              className={cx(
                'rounded-md px-4 py-2 text-left align-top',
                isNow(c) ? 'bg-accent text-accent-ink' : 'bg-sunken',
              )}
            >
              <Head of={c} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows?.map((r) => (
          // As high as a name with its note; what is left of the height is shared in the same measure.
          <tr
            key={r.id}
            className={uneven && holds(r.id) ? 'h-[calc(var(--u)*9)]' : 'h-[calc(var(--u)*4.6)]'}
          >
            <th
              scope="row"
              className={cx(
                'rounded-md px-4 py-1 text-left',
                isNow(r) ? 'bg-accent text-accent-ink' : 'bg-sunken',
              )}
            >
              <Head of={r} />
            </th>
            {columns?.map((c) => {
              const cell = at(r.id, c.id);
              const full = cell !== undefined && cell.topics.length > 0;
              return (
                <td
                  key={c.id}
                  className={cx(
                    'relative rounded-md border-2 p-0',
                    full ? 'border-line bg-raised' : 'border-line border-dashed',
                    full && (isNow(r) || isNow(c)) && 'border-accent',
                  )}
                >
                  {/* Out of the flow: the rows share the height, whatever they hold. */}
                  <div
                    className={cx('absolute inset-x-3.5 inset-y-1 flex items-center overflow-hidden', size)}
                  >
                    {cell && <Inside cell={cell} lines={lines} />}
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ of }: { of: MatrixSlot | MatrixSpace }) {
  if ('time' in of)
    return (
      <>
        <span className="block font-bold text-lg leading-tight">{of.label}</span>
        <span className="block font-normal text-base tabular-nums leading-tight">{of.time}</span>
      </>
    );
  return (
    <>
      <span className="line-clamp-2 font-bold text-base leading-tight">{of.name}</span>
      {of.note && <span className="block truncate font-normal text-base leading-tight">{of.note}</span>}
    </>
  );
}

function Inside({ cell, lines }: { cell: MatrixCell; lines: string }) {
  const [first, ...others] = cell.topics;
  if (!first) return <span className="text-base text-ink-soft">{cell.label}</span>;
  if (others.length > 0)
    return (
      <span className="font-bold text-accent tabular-nums">
        {cell.topics.map((t) => t.number).join(' · ')}
      </span>
    );
  return (
    <span className={cx('animate-arrive leading-tight', lines)}>
      <span className="mr-2 inline-flex gap-2 font-bold text-accent">
        {first.number}
        <StrandLetters strands={first.strands ?? []} />
      </span>
      <span className="wrap-anywhere font-semibold">{first.title}</span>
    </span>
  );
}
