/** A gathering's replica: what a phone, the wall or the desk holds of it. */
import { tellShifts } from '@/domain/gathering/clock';
import type { Gathering } from '@/domain/gathering/state';
import type { Idea } from '@/domain/gathering/state/idea';
import type { Note } from '@/domain/gathering/state/note';
import type { Private, Seat } from '@/domain/gathering/state/seat';
import type { Origin } from '@/domain/words';
import type { Surface, You } from '@/protocol/wire';
import { ANY_SEAT } from '@/protocol/page-header';
import { earlyWire } from '../loading/early-wire';
import { fetchAhead } from '../loading/fetch-ahead';
import { deviceStorage } from '../storage/device-storage';
import { holdsLast } from '../storage/persisted-queue';
import { ownPart } from './own-part';
import { loadedDomain, DEEDS, isLoaded, type LazySync, loadSync } from '../loading/lazy-domain';
import { LazyReplica } from './lazy-replica';
import type { Replica } from './replica';
import type { Initial, ReplicaOptions } from './view-state';

type Mine = { seat: Seat | null; private: Private | null; notes?: Note[]; ideas?: Idea[] } | null;

/**
 * The public state with the seat's own private slice. Only the tables that change are copied: a page needs this before the
 * library that copies states is loaded.
 */
export function layMine(state: Gathering, mine: unknown, you: { seat: string | null }): Gathering {
  const own = mine as Mine;
  const { seat } = you;
  if (!own || !seat) return state;
  const slices = { ...state.private };
  if (seat !== ANY_SEAT) delete slices[ANY_SEAT];
  if (own.private) slices[seat] = own.private;
  const next = {
    ...state,
    private: slices,
    notes: withOwn(state.notes, own.notes, seat, own.seat),
    ideas: withOwn(state.ideas, own.ideas, seat, own.seat),
  };
  if (!own.seat) return next;
  return {
    ...next,
    seats: { ...state.seats, [seat]: own.seat },
    named: { ...state.named, [seat]: true },
  };
}

/**
 * The table with a person's texts as they see them themselves, and their sector on these: nobody else is told it (E25). The
 * same table where nothing changes.
 */
function withOwn<T extends Note | Idea>(
  table: Record<string, T>,
  own: readonly T[] = [],
  author: string,
  seat: Seat | null,
): Record<string, T> {
  let next = table;
  const put = (text: T): void => {
    if (next === table) next = { ...table };
    next[text.id] = text;
  };
  for (const text of own) if (table[text.id]) put(text);
  if (seat)
    for (const text of Object.values(next))
      if (text.author === author && text.sector !== seat.sector) put({ ...text, sector: seat.sector });
  return next;
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

/**
 * Replicas that are drawn and not yet started, by the state of their page: where React throws a first drawing away, the
 * next one must neither connect nor fetch again.
 */
const drawn = new WeakMap<Initial<Gathering>, Replica<Gathering>>();

export const gatheringReplica = (
  code: string,
  surface: Surface,
  initial?: Initial<Gathering>,
  origin?: Origin,
): Replica<Gathering> => {
  const onDevice = typeof document !== 'undefined';
  const page = onDevice ? initial : undefined;
  const before = page && drawn.get(page);
  if (before) return before;
  if (page?.shared) initial = { ...page, own: ownPart() };
  const keep = deviceStorage();
  // A device that holds a state asks for the facts since, which are fewer bytes.
  const named = holdsLast(keep, code, surface) ? null : initial?.own?.snapshot;
  const ahead = named ? fetchAhead(named) : undefined;
  if (initial?.shifts) tellShifts(initial.state.timezone, initial.shifts);
  const wireOf = ({ pacedWire, socketWire }: Pick<LazySync, 'pacedWire' | 'socketWire'>) =>
    pacedWire(socketWire(undefined, {}, ahead));
  const early = onDevice ? earlyWire(loadSync().then((program) => () => wireOf(program))) : null;
  const noLonger = () => page && drawn.delete(page);
  const options: ReplicaOptions<Gathering> = {
    code,
    surface,
    catalogue: DEEDS,
    wire: () => {
      noLonger();
      return early?.take() ?? wireOf(loadedDomain());
    },
    closed() {
      noLonger();
      early?.drop();
    },
    keep,
    lay: layMine,
    ...(surface === 'phone' ? { sitAgain: (state, you) => sitAgain('', code, state, you) } : {}),
    ...(initial ? { initial } : {}),
    ...(origin ? { origin } : {}),
    // Before the domain code is loaded nothing is sent, so nothing is traced.
    trace: (...step) => isLoaded() && loadedDomain().TRACING && loadedDomain().traceStep(...step),
  };
  const replica = new LazyReplica(options, loadedDomain);
  if (page) drawn.set(page, replica);
  return replica;
};
