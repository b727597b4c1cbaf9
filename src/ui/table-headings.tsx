'use client';
/** The headings of a table; each may sort it. */
import { cx } from './cx';
import { Icon } from './icons';

export type Column = {
  key: string;
  label: string;
  align?: 'left' | 'right';
  sortable?: boolean;
  /** The cell that names its row. */
  heads?: boolean;
};
export type Sort = { key: string; direction: 'ascending' | 'descending' };
export const side = (c: Column) => (c.align === 'right' ? 'text-end tabular-nums' : 'text-start');

type Props = { columns: readonly Column[]; cards: boolean; sort?: Sort; onSort?: (sort: Sort) => void };

/** Above cards, only the headings that sort are shown. */
export function Headings({ columns, cards, sort, onSort }: Props) {
  const sorted = onSort !== undefined && columns.some((c) => c.sortable);
  const turn = (key: string) =>
    onSort?.({
      key,
      direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
    });
  return (
    <thead className={cards ? (sorted ? 'max-sm:block' : 'max-sm:sr-only') : undefined}>
      <tr
        className={cx(
          'border-edge border-b-2',
          cards && sorted && 'max-sm:flex max-sm:flex-wrap max-sm:gap-x-5 max-sm:px-4 max-sm:py-1',
        )}
      >
        {columns.map((c) => (
          <th
            key={c.key}
            scope="col"
            aria-sort={sort?.key === c.key ? sort.direction : undefined}
            className={cx(
              'px-4 py-1 align-bottom text-sm',
              cards && sorted && (c.sortable ? 'max-sm:px-0 max-sm:py-0' : 'max-sm:sr-only'),
              side(c),
            )}
          >
            {c.sortable && sorted ? (
              <>
                {/* Paper has no buttons, so the headings are printed as text. */}
                <span className="hidden font-bold print:inline">{c.label}</span>
                <button
                  type="button"
                  onClick={() => turn(c.key)}
                  className={cx(
                    'inline-flex min-h-11 items-center gap-1 font-bold hover:text-accent',
                    c.align === 'right' && 'sm:flex-row-reverse',
                  )}
                >
                  {c.label}
                  <Icon
                    name={sort?.key !== c.key ? 'sort' : sort.direction === 'ascending' ? 'up' : 'down'}
                    className={sort?.key === c.key ? 'text-accent' : 'text-ink-soft'}
                  />
                </button>
              </>
            ) : (
              <span className="inline-block py-2 font-bold">{c.label}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
