/** The same grid for a narrow screen: hour by hour, what is on first, then the room that is left. */
import { Badge } from './badge';
import { cx } from './cx';
import type { MatrixProps } from './matrix';
import { CellInside, cellOf, type MatrixCell } from './matrix-cell';

const holds = (cell: MatrixCell | undefined) =>
  cell?.kind === 'topic' || cell?.kind === 'left' || (cell?.kind === 'informal' && cell.topics.length > 0);

export function MatrixList({
  caption,
  slots,
  spaces,
  cells,
  nowLabel,
  level = 2,
  onPick,
  onOpen,
}: Omit<MatrixProps, 'as'>) {
  const at = cellOf(cells);
  const Heading = `h${level}` as const;
  return (
    <section aria-label={caption} className="grid gap-6">
      {slots.map((slot) => {
        const here = spaces.map((space) => ({ space, cell: at(slot.id, space.id) }));
        const taken = here.filter((h) => holds(h.cell));
        const open = here.filter((h) => h.cell && !holds(h.cell));
        return (
          <section key={slot.id} className="grid gap-2">
            <Heading
              className={cx(
                'sticky top-14 z-10 flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md px-3 py-2 text-lg',
                slot.now ? 'bg-accent-soft' : 'bg-sunken',
              )}
            >
              {slot.label}
              <span className="font-normal text-base text-ink-soft tabular-nums">{slot.time}</span>
              {slot.now && nowLabel && <Badge tone="strong">{nowLabel}</Badge>}
            </Heading>
            <ul className="grid gap-2">
              {taken.map(({ space, cell }) => (
                <li key={space.id} className="grid gap-1">
                  <p className="px-1 font-semibold text-ink-soft text-sm">
                    {space.name}
                    {space.note && <span className="ml-2 font-normal">{space.note}</span>}
                  </p>
                  <CellInside cell={cell} onPick={onPick} onOpen={onOpen} />
                </li>
              ))}
            </ul>
            {open.length > 0 && (
              <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
                {open.map(({ space, cell }) => (
                  <li key={space.id} className="grid grid-rows-[auto_1fr] gap-1">
                    <p className="px-1 text-ink-soft text-sm">{space.name}</p>
                    <CellInside cell={cell} onPick={onPick} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </section>
  );
}
