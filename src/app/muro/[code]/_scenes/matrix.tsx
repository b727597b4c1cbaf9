'use client';
/** The matrix of spaces and times, in pages when it is larger than the wall. */
import { useView } from '@/client/provider';
import { sessionsIn } from '@/domain/gathering/queries';
import { type Gathering, type Slot, type Space, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { Heading } from './heading';
import { usePages } from './pages';

const ROWS = 4;
const COLUMNS = 6;

const inParts = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

export function Matrix() {
  const view = useView();
  const say = useSay();
  const slots = view.slots.filter((s) => s.released);
  const spaces = view.spaces.filter((s) => s.released);
  const sheets = inParts(slots, ROWS).flatMap((rows) =>
    inParts(spaces, COLUMNS).map((columns) => ({ rows, columns })),
  );
  const { shown, page, of } = usePages(sheets, 1);
  const sheet = shown[0];
  return (
    <div className="flex h-full flex-col">
      <Heading title={say('wall.matrix')} page={of > 1 ? say('wall.page', { page, of }) : null} />
      {sheet && <Sheet view={view} rows={sheet.rows} columns={sheet.columns} />}
    </div>
  );
}

function Sheet({ view, rows, columns }: { view: Gathering; rows: Slot[]; columns: Space[] }) {
  const say = useSay();
  const several = view.days.length > 1;
  return (
    <table className="min-h-0 w-full flex-1 table-fixed border-separate border-spacing-2 pb-3">
      <thead>
        <tr>
          <td className="w-[12%]" />
          {columns.map((p) => (
            <th key={p.id} scope="col" className="truncate text-left text-lg">
              {p.name}
              {!p.stepFree && (
                <span className="block truncate font-normal text-base text-ink-soft">
                  {say('wall.stepUp')}
                </span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((s) => (
          <tr key={s.id} style={{ height: `${86 / Math.max(3, rows.length)}%` }}>
            <th scope="row" className="pr-3 text-left align-top">
              <span className="block text-lg">{s.label}</span>
              <span className="block font-normal text-base tabular-nums">
                {several && `${say.date(s.day, 'short')} `}
                {s.start}
              </span>
            </th>
            {columns.map((p) => (
              <Cell key={p.id} view={view} slot={s} space={p} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ view, slot, space }: { view: Gathering; slot: Slot; space: Space }) {
  const say = useSay();
  const here = sessionsIn(view, slot.id).filter((s) => s.space === space.id);
  const arrow =
    here.length === 0 ? view.arrows.findLast((a) => a.slot === slot.id && a.space === space.id) : undefined;
  const moved = arrow ? view.topics[view.sessions[arrow.session]?.topic ?? ''] : undefined;
  if (here.length === 0)
    return (
      <td className="rounded-md border-2 border-line border-dashed px-4 align-middle text-base text-ink-soft">
        {moved ? `${topicNumber(moved.n)} → ${say('wall.moved')}` : say('wall.free')}
      </td>
    );
  return (
    <td className="overflow-hidden rounded-md bg-raised px-4 py-3 align-top shadow-card">
      {here.slice(0, 3).map((s) => {
        const t = view.topics[s.topic];
        return (
          <p key={s.id} className={here.length > 1 ? 'truncate' : 'line-clamp-4'}>
            <span className="mr-3 font-bold text-accent">{topicNumber(t?.n ?? 0)}</span>
            <span className="font-semibold leading-tight">{t?.title || say('wall.hidden')}</span>
          </p>
        );
      })}
      {here.length > 3 && <p className="text-ink-soft">+{here.length - 3}</p>}
    </td>
  );
}
