/**
 * The grid on the wall: spaces are its rows, slots its columns. It is split by slot when it is too large; by space only
 * where a timer leaves half of an upright wall.
 */
import { cx } from './cx';
import { Fit } from './wall-fit';
import { useWallShape, type WallRoom, type WallShape } from './wall-frame';
import { TopicLine, TopicNumber, type WallTopic } from './wall-strands';

/** `open`: no slot has begun yet, and free places are the most important. */
export type MatrixSlot = { id: string; start: string; says: string; is: 'past' | 'now' | 'next' | 'open' };
export type MatrixSpace = {
  id: string;
  name: string;
  /** "con gradini": shown in words. */
  note?: string;
};
/** Several topics only in informal spaces; without any topic, the text for an empty place. */
export type MatrixCell = { slot: string; space: string; topics: readonly WallTopic[]; label: string };
/** One page of the wall: some slots, and all the spaces, in blocks side by side when they are many. */
export type MatrixPage = { slots: readonly MatrixSlot[]; blocks: readonly (readonly MatrixSpace[])[] };

const COLUMNS: Record<WallShape, number> = { wide: 4, square: 3, upright: 1 };
const ROWS: Record<WallShape, number> = { wide: 10, square: 10, upright: 12 };
const TIGHT_ROWS = 4;

/** As few parts as possible, of nearly equal length. */
const inParts = <T,>(items: readonly T[], most: number): T[][] => {
  const parts = Math.max(1, Math.ceil(items.length / most));
  const size = Math.ceil(items.length / parts) || 1;
  return Array.from({ length: parts }, (_, i) => items.slice(i * size, (i + 1) * size));
};

/** Every page has all the spaces, unless the wall is tight; the current slot is on every page. */
export function matrixPages(
  slots: readonly MatrixSlot[],
  spaces: readonly MatrixSpace[],
  shape: WallShape,
  left: WallRoom = 'whole',
): MatrixPage[] {
  if (left === 'tight' && spaces.length > TIGHT_ROWS)
    return matrixPages(slots, [], shape).flatMap((page) =>
      inParts(spaces, TIGHT_ROWS).map((some) => ({ ...page, blocks: [some] })),
    );
  const blocks = inParts(spaces, ROWS[shape]);
  const room = Math.max(1, Math.floor(COLUMNS[shape] / blocks.length));
  if (slots.length <= room) return [{ slots, blocks }];
  const now = slots.find((s) => s.is === 'now');
  if (!now || room === 1) {
    // If only one fits, the current slot comes first.
    const order = now ? [now, ...slots.filter((s) => s !== now)] : slots;
    return inParts(order, room).map((some) => ({ slots: some, blocks }));
  }
  const others = inParts(
    slots.filter((s) => s !== now),
    room - 1,
  );
  return others.map((some) => ({ slots: slots.filter((s) => s === now || some.includes(s)), blocks }));
}

type Props = { caption: string; page: MatrixPage; cells: readonly MatrixCell[]; room?: WallRoom };

export function WallMatrix({ caption, page, cells, room = 'whole' }: Props) {
  const byPlace = new Map(cells.map((c) => [`${c.slot}/${c.space}`, c]));
  return (
    <div className="flex size-full min-h-0 gap-[calc(var(--u)*0.8)]">
      {page.blocks.map((spaces) => (
        <Block
          key={spaces[0]?.id}
          caption={caption}
          slots={page.slots}
          spaces={spaces}
          byPlace={byPlace}
          room={room}
        />
      ))}
    </div>
  );
}

type BlockProps = {
  caption: string;
  slots: readonly MatrixSlot[];
  spaces: readonly MatrixSpace[];
  byPlace: Map<string, MatrixCell>;
  room: WallRoom;
};

const HEADS: Record<MatrixSlot['is'], string> = {
  past: 'text-ink-soft',
  now: 'bg-panel text-panel-ink',
  next: 'text-ink',
  open: 'bg-panel text-panel-ink',
};

/** Characters of the smallest size across all columns of slots, as measured with usual titles. */
const ACROSS: Record<WallShape, number> = { wide: 96, square: 64, upright: 22 };
/** The number of a topic and its shapes, as so many characters. */
const NUMBER = 6;
/** Two lines of the smallest size, as a part of the rows' height: no row is lower for another's sake. */
const LEAST: Record<WallRoom, number> = { whole: 0.1, banded: 0.14, tight: 0.18 };

/** The heights of the rows, in hundredths: a title that needs more lines than the others has them. */
function useHeights({ slots, spaces, byPlace, room }: Omit<BlockProps, 'caption'>): number[] {
  const shape = useWallShape();
  const across = ACROSS[shape];
  const equal = spaces.map(() => 100 / spaces.length);
  const wide = slots.some((s) => s.is === 'now') && slots.length > 1;
  const shareOf = (s: MatrixSlot) => {
    if (!wide) return 1 / slots.length;
    return s.is === 'now' ? 0.4 : 0.6 / (slots.length - 1);
  };
  const lines = spaces.map((p) => {
    const inCells = slots.flatMap((s) =>
      (byPlace.get(`${s.id}/${p.id}`)?.topics ?? []).map((t) =>
        Math.ceil((t.title.length + NUMBER) / (across * shareOf(s))),
      ),
    );
    return Math.max(2, ...inCells);
  });
  const all = lines.reduce((sum, n) => sum + n, 0);
  // Upright, an announcement takes a smaller part of the height.
  const least = shape === 'upright' && room === 'banded' ? 0.12 : LEAST[room];
  return 2 / all < least ? equal : lines.map((n) => (100 * n) / all);
}

function Block({ caption, slots, spaces, byPlace, room }: BlockProps) {
  const heights = useHeights({ slots, spaces, byPlace, room });
  const wide = slots.some((s) => s.is === 'now') && slots.length > 1;
  return (
    <table className="h-full w-full table-fixed border-separate [border-spacing:calc(var(--u)*0.4)_calc(var(--u)*0.22)]">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-[17%] upright-wall:w-[34%]" />
        {slots.map((s) => (
          <col key={s.id} className={wide && s.is === 'now' ? 'w-[40%] square-wall:w-[33%]' : ''} />
        ))}
      </colgroup>
      <thead>
        <tr className="h-[calc(var(--h)*6.6)] upright-wall:h-[calc(var(--h)*7.4)]">
          <td />
          {slots.map((s) => (
            <th key={s.id} scope="col" className={cx('relative rounded-md p-0 text-start', HEADS[s.is])}>
              <span className="absolute inset-x-[calc(var(--u)*0.9)] inset-y-0">
                <Fit of={s.start + s.says} max={s.is === 'past' || s.is === 'next' ? 5 : 6}>
                  <span className="font-bold tabular-nums">{s.start}</span>{' '}
                  <span className="text-[max(0.62em,calc(var(--h)*3.06))]">{s.says}</span>
                </Fit>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {spaces.map((p, i) => (
          <tr key={p.id} style={{ height: `${heights[i]}%` }}>
            <th scope="row" className="relative p-0 text-start">
              <span className="absolute inset-x-[calc(var(--u)*0.4)] inset-y-0">
                <Fit of={p.name + (p.note ?? '')} max={5.1}>
                  <span className="block font-bold [text-wrap:balance]">{p.name}</span>
                  {p.note && (
                    <span className="block font-normal text-[calc(var(--h)*3.06)] text-ink-soft">
                      {p.note}
                    </span>
                  )}
                </Fit>
              </span>
            </th>
            {slots.map((s) => (
              <Cell key={s.id} slot={s} cell={byPlace.get(`${s.id}/${p.id}`)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FULL: Record<MatrixSlot['is'], string> = {
  past: 'bg-sunken text-ink-soft',
  now: 'bg-panel text-panel-ink',
  next: 'bg-raised',
  open: 'bg-raised',
};
const FREE: Record<MatrixSlot['is'], string> = {
  past: 'bg-sunken',
  now: 'border-2 border-dashed border-edge',
  next: 'border-2 border-dashed border-edge',
  open: 'border-4 border-dashed border-accent bg-raised font-bold text-accent',
};

function Cell({ slot, cell }: { slot: MatrixSlot; cell: MatrixCell | undefined }) {
  const topics = cell?.topics ?? [];
  const now = slot.is === 'now';
  return (
    <td className={cx('relative rounded-md p-0', (topics.length > 0 ? FULL : FREE)[slot.is])}>
      {/* Out of the flow: the rows share the height, whatever they contain. */}
      <span className="absolute inset-x-[calc(var(--u)*0.8)] inset-y-0 square-wall:inset-x-[calc(var(--u)*0.5)]">
        <Fit of={topics.map((t) => t.title).join() + (cell?.label ?? '')} max={now ? 4.8 : 3.7}>
          {topics.length === 0 ? (
            slot.is !== 'past' && (slot.is === 'open' ? `+ ${cell?.label ?? ''}` : cell?.label)
          ) : topics.length === 1 ? (
            topics.map((t) => <TopicLine key={t.number} topic={t} plain={now} />)
          ) : (
            <Several topics={topics} plain={now} />
          )}
        </Fit>
      </span>
    </td>
  );
}

/** Two titles can be read whole; of more, only the numbers. */
function Several({ topics, plain }: { topics: readonly WallTopic[]; plain: boolean }) {
  if (topics.length === 2)
    return topics.map((t) => (
      <span key={t.number} className="block truncate pb-[0.1em]">
        <TopicLine topic={t} plain={plain} />
      </span>
    ));
  return topics.map((t) => (
    <span key={t.number} className="me-[0.8em] inline-block">
      <TopicNumber number={t.number} strands={t.strands} plain={plain} />
    </span>
  ));
}
