/** Place and time of a topic on paper: a moved circle carries its mark and the place it left (E06). */
import { sessionsOf } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Session } from '@/domain/gathering/state/session';
import type { Say } from '@/i18n/say';

export const slotWords = (state: Readonly<Gathering>, id: string, say: Say): string => {
  const slot = state.slots.find((s) => s.id === id);
  if (!slot) return '';
  const day = state.days.length > 1 ? `${say.date(slot.day, 'short')} ` : '';
  return `${slot.label} · ${day}${slot.start}–${slot.end}`;
};
export const spaceName = (state: Readonly<Gathering>, id: string): string =>
  state.spaces.find((s) => s.id === id)?.name ?? '';

export function Moved({ say }: { say: Say }) {
  return (
    <b className="inline-block rotate-[-3deg] border-paper-ink border-[0.2em] px-[0.5em] tracking-widest">
      {say('print.moved')}
    </b>
  );
}

export function Places({ say, state, topic }: { say: Say; state: Readonly<Gathering>; topic: string }) {
  const sessions = sessionsOf(state, topic);
  if (sessions.length === 0) return <p>{say('print.noPlace')}</p>;
  return (
    <ul className="grid gap-[0.6em]">
      {sessions.map((s) => (
        <li key={s.id} className="flex flex-wrap items-center gap-x-[1em] gap-y-[0.3em]">
          <span>
            <b>{spaceName(state, s.space)}</b> · {slotWords(state, s.slot, say)}
            {s.part > 1 && ` · ${say('print.part', { n: s.part })}`}
          </span>
          {s.movedFrom.length > 0 && <Moved say={say} />}
          <Left say={say} state={state} session={s} />
        </li>
      ))}
    </ul>
  );
}

function Left({ say, state, session }: { say: Say; state: Readonly<Gathering>; session: Session }) {
  const from = session.movedFrom.at(-1);
  if (!from) return null;
  const place = `${spaceName(state, from.space)}, ${slotWords(state, from.slot, say)}`;
  return <span className="text-[0.85em]">{say('print.was', { place })}</span>;
}
