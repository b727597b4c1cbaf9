/** A gathering's replica: what a phone, the wall or the desk holds of it. */
import { tellShifts } from '@/domain/gathering/clock';
import type { Gathering } from '@/domain/gathering/state';
import type { Idea } from '@/domain/gathering/state/idea';
import type { Note } from '@/domain/gathering/state/note';
import type { Private, Seat } from '@/domain/gathering/state/seat';
import type { Origin } from '@/domain/words';
import type { Surface, You } from '@/protocol/wire';
import { ANY_SEAT } from '@/protocol/page-header';
import { fetchAhead } from '../loading/fetch-ahead';
import { deviceStorage } from '../storage/device-storage';
import { holdsLast } from '../storage/persisted-queue';
import { ownPart } from './own-part';
import { loadedDomain, DEEDS, isLoaded } from '../loading/lazy-domain';
import { LazyReplica } from './lazy-replica';
import type { Replica } from './replica';
import type { Initial, ReplicaOptions } from './view-state';

type Mine = { seat: Seat | null; private: Private | null; notes?: Note[]; ideas?: Idea[] } | null;

/** Merges the seat's own private slice into the public state. */
export function layMine(state: Gathering, mine: unknown, you: { seat: string | null }): void {
  const own = mine as Mine;
  if (!own || !you.seat) return;
  if (you.seat !== ANY_SEAT) delete state.private[ANY_SEAT];
  for (const note of own.notes ?? []) if (state.notes[note.id]) state.notes[note.id] = note;
  for (const idea of own.ideas ?? []) if (state.ideas[idea.id]) state.ideas[idea.id] = idea;
  if (own.seat) {
    state.seats[you.seat] = own.seat;
    state.named[you.seat] = true;
    // Nobody else is told a person's sector (E25). On their own notes people see their own.
    for (const said of [...Object.values(state.notes), ...Object.values(state.ideas)])
      if (said.author === you.seat) said.sector = own.seat.sector;
  }
  if (own.private) state.private[you.seat] = own.private;
}

/** Takes the same seat again, by the cookie that names it, with what this device knows of it. */
export async function sitAgain(
  server: string,
  code: string,
  state: Gathering,
  you: You,
  headers: Record<string, string> = {},
): Promise<'seated' | 'refused'> {
  const {
    sector = null,
    subgroup = null,
    municipality = null,
    newVoice = false,
  } = state.seats[you.seat ?? ''] ?? {};
  const answer = await fetch(`${server}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ code, label: you.label, sector, subgroup, municipality, newVoice }),
  });
  const told = (await answer.json()) as { ok: boolean; seat?: string };
  return told.ok && told.seat === you.seat ? 'seated' : 'refused';
}

export const gatheringReplica = (
  code: string,
  surface: Surface,
  initial?: Initial<Gathering>,
  origin?: Origin,
): Replica<Gathering> => {
  if (initial?.shared && typeof document !== 'undefined') initial = { ...initial, own: ownPart() };
  const keep = deviceStorage();
  // A device that holds a state asks for the facts since, which are fewer bytes.
  const named = holdsLast(keep, code, surface) ? null : initial?.own?.snapshot;
  const ahead = named ? fetchAhead(named) : undefined;
  if (initial?.shifts) tellShifts(initial.state.timezone, initial.shifts);
  const options: ReplicaOptions<Gathering> = {
    code,
    surface,
    catalogue: DEEDS,
    wire: () => loadedDomain().pacedWire(loadedDomain().socketWire(undefined, {}, ahead)),
    keep,
    lay: layMine,
    ...(surface === 'phone' ? { sitAgain: (state, you) => sitAgain('', code, state, you) } : {}),
    ...(initial ? { initial } : {}),
    ...(origin ? { origin } : {}),
    // Before the domain code is loaded nothing is sent, so nothing is traced.
    trace: (...step) => isLoaded() && loadedDomain().TRACING && loadedDomain().traceStep(...step),
  };
  return new LazyReplica(options, () => loadedDomain().createSync);
};
