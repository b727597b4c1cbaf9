/** The matrix as a poster, and the same matrix in pieces: a slip for each cell, a sign for each door. */
import { sessionsIn } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Say } from '@/i18n/say';
import type { Pack } from '../papers';
import { fitted, type Room } from './text-fit';
import { Moved, slotWords } from './places';
import { Sheet, type Sides } from './sheet';

type Props = Pack & { say: Say; sides: Sides };
const COLUMNS = 6;
const ROWS = 5;
/** Height for the rows, in ems of the table: the sheet without header and footer. */
const ROWS_TALL = 27;
const PADDING = 1;
const CELL_WIDE = 6.6;
const MOVED_TALL = 1.6;

const inParts = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
const released = <T extends { released: boolean }>(all: readonly T[]): T[] => all.filter((x) => x.released);
const here = (state: Readonly<Gathering>, slot: Slot, space: Space) =>
  sessionsIn(state, slot.id).filter((s) => s.space === space.id);

function What({ say, state, slot, space, room }: Pick<Props, 'say' | 'state'> & CellOf) {
  const sessions = here(state, slot, space);
  if (sessions.length === 0)
    return <span className="text-paper-soft">{space.kind === 'informal' ? '' : say('print.free')}</span>;
  return sessions.map((s) => {
    const t = state.topics[s.topic];
    const title = (t?.hidden ? say('print.hidden') : t?.title) ?? '';
    const moved = s.movedFrom.length > 0;
    const tall = room.tall / sessions.length - (moved ? MOVED_TALL : 0);
    return (
      <span key={s.id} className="block">
        {moved && (
          <b className="mb-[0.3em] block w-fit border-2 border-paper-ink px-[0.3em] text-[0.75em]">
            {say('print.moved')}
          </b>
        )}
        <span className="line-clamp-(--lines)" style={fitted(title, { wide: room.wide, tall })}>
          <b className="mr-[0.4em]">{topicNumber(t?.n ?? 0)}</b>
          {title}
        </span>
      </span>
    );
  });
}
type CellOf = { slot: Slot; space: Space; room: Room };

export function MatrixSheets({ say, sides, state }: Props) {
  const pages = inParts(released(state.slots), ROWS).flatMap((rows) =>
    inParts(released(state.spaces), COLUMNS).map((columns) => ({ rows, columns })),
  );
  return pages.map(({ rows, columns }) => (
    <Sheet
      key={`${rows[0]?.id} ${columns[0]?.id}`}
      say={say}
      sides={sides}
      of={state}
      foot={`${state.title} · ${state.code}`}
    >
      <h2 className="mb-[0.5em] text-[2.6em]">{say('print.matrix')}</h2>
      <table className="w-full table-fixed border-collapse text-[1.25em]">
        <thead>
          <tr>
            <td className="w-[12%]" />
            {columns.map((p) => (
              <th
                key={p.id}
                scope="col"
                className="border-2 border-paper-ink p-[0.5em] text-left align-bottom"
              >
                <span className="line-clamp-(--lines)" style={fitted(p.name, { wide: CELL_WIDE, tall: 2 })}>
                  {p.name}
                </span>
                {!p.stepFree && <span className="block font-normal text-[0.8em]">{say('print.steps')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((slot) => (
            <tr key={slot.id} style={{ height: `${ROWS_TALL / rows.length}em` }}>
              <th scope="row" className="border-2 border-paper-ink p-[0.5em] text-left align-top">
                {slot.label}
                <span className="block font-normal tabular-nums">
                  {state.days.length > 1 && `${say.date(slot.day, 'short')} `}
                  {slot.start}–{slot.end}
                </span>
              </th>
              {columns.map((space) => (
                <td key={space.id} className="border-2 border-paper-ink p-[0.5em] align-top">
                  <What
                    say={say}
                    state={state}
                    slot={slot}
                    space={space}
                    room={{ wide: CELL_WIDE, tall: ROWS_TALL / rows.length - PADDING }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  ));
}

/** One slip for each cell: taken from the wall and stuck on the topic's sheet, it means that place. */
export function CellSlips({ say, sides, state }: Props) {
  return released(state.slots).flatMap((slot) =>
    released(state.spaces).map((space) => (
      <Sheet key={`${slot.id} ${space.id}`} say={say} sides={sides} of={state} foot={state.title}>
        <p className="font-bold text-[6em] leading-none">{space.name}</p>
        <p className="mt-[0.4em] text-[3em]">{slotWords(state, slot.id, say)}</p>
        {!space.stepFree && <p className="mt-[0.3em] text-[1.8em]">{say('print.steps')}</p>}
        <p className="mt-[0.8em] text-[2em]">
          <What say={say} state={state} slot={slot} space={space} room={{ wide: 36, tall: 8 }} />
        </p>
      </Sheet>
    )),
  );
}

/** In ems of a door's lines: the height below the name. */
const DOOR_TALL = 10;

export function DoorSigns({ say, sides, state }: Props) {
  const slots = released(state.slots);
  return released(state.spaces).map((space) => (
    <Sheet key={space.id} say={say} sides={sides} of={state} foot={`${state.title} · ${state.code}`}>
      <p className="font-bold text-[8em] leading-none">{space.name}</p>
      <p className="mt-[0.4em] text-[1.6em]">
        {[space.stepFree ? say('print.stepFree') : say('print.steps'), space.note]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="mt-[1.2em] grid gap-[0.8em] text-[1.9em]">
        {slots.map((slot) => (
          <li
            key={slot.id}
            className="grid grid-cols-[13em_1fr] gap-[1em] border-paper-ink border-t pt-[0.5em]"
          >
            <span className="tabular-nums">{slotWords(state, slot.id, say)}</span>
            <span>
              <What
                say={say}
                state={state}
                slot={slot}
                space={space}
                room={{ wide: 21, tall: DOOR_TALL / slots.length }}
              />
              <Gone say={say} state={state} slot={slot} space={space} />
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  ));
}

/** People who come to the old door are sent to the new one. */
function Gone({ say, state, slot, space }: Pick<Props, 'say' | 'state'> & { slot: Slot; space: Space }) {
  return state.arrows
    .filter((a) => a.slot === slot.id && a.space === space.id)
    .map((a) => {
      const s = state.sessions[a.session];
      const t = s && state.topics[s.topic];
      if (!s || !t || s.state === 'cancelled' || (s.slot === slot.id && s.space === space.id)) return null;
      const place = `${state.spaces.find((p) => p.id === s.space)?.name}, ${slotWords(state, s.slot, say)}`;
      return (
        <span key={a.session} className="mt-[0.3em] block text-[0.85em]">
          <Moved say={say} /> {topicNumber(t.n)} → {place}
        </span>
      );
    });
}
