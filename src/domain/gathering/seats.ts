/**
 * Seats: a person's place in the gathering, taken at check-in. The log knows the seat and its sector, never its label.
 */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id } from '../shapes';
import { LABEL_MAX, MUNICIPALITIES, SECTORS } from '../words';
import { deed, EVERYONE } from './deed';
import { Resealed, reseal } from './text-erasure';
import { knownSector } from './sector-names';
import { privateOf, SECTOR_ALONE } from './state/seat';

const placeShape = () => ({
  sector: z.nullable(z.enum(SECTORS)),
  subgroup: z._default(z.nullable(z.string().check(z.maxLength(LABEL_MAX))), null),
  municipality: z._default(z.nullable(z.enum(MUNICIPALITIES)), null),
  newVoice: z._default(z.boolean(), false),
});

export const takeSeat = deed({
  command: 'takeSeat',
  fact: 'seatTaken',
  who: EVERYONE,
  byRoute: true,
  commandSchema: () => z.strictObject({ seat: Id, ...placeShape() }),
  factSchema: () => z.strictObject({ seat: z.string(), n: z.int(), ...placeShape() }),
  decide(state, ask) {
    if (state.seats[ask.seat]) return refuse('id_already_used');
    // E36: of minors only the sector is stored, whatever a form may have sent.
    const more = state.minors ? SECTOR_ALONE : {};
    const sector = knownSector(state, ask.sector);
    return { ...ask, sector, ...more, n: state.people + 1 };
  },
  apply(state, data, fact) {
    state.people += 1;
    if (fact.by === null) return;
    state.seats[data.seat] = {
      id: data.seat,
      n: data.n,
      sector: data.sector,
      subgroup: data.subgroup,
      municipality: data.municipality,
      newVoice: data.newVoice,
      origin: fact.origin,
      at: fact.at,
      erased: false,
    };
    privateOf(state, data.seat);
  },
  // Sectors are for the record's counts, not for every phone in the hall.
  visibleTo: (_state, data) => ({
    by: null,
    data: { seat: '', n: data.n, sector: null, ...SECTOR_ALONE },
  }),
});

/** Leaving: the seat is emptied, and its contributions stay, unattributed (E35). */
export const eraseSeat = deed({
  command: 'eraseSeat',
  fact: 'seatErased',
  who: EVERYONE,
  byRoute: true,
  commandSchema: () => z.strictObject({ seat: Id, ...Resealed }),
  factSchema: () => z.strictObject({ seat: z.string(), ...Resealed }),
  decide(state, ask, { author, actor }) {
    const seat = state.seats[ask.seat];
    if (!seat) return refuse('unknown_seat');
    if (seat.erased) return refuse('erased_seat');
    const may = author === ask.seat || actor.role === 'planner' || actor.role === 'owner';
    return may ? ask : refuse('not_allowed');
  },
  apply(state, data) {
    const seat = state.seats[data.seat];
    if (seat) Object.assign(seat, { erased: true, ...SECTOR_ALONE });
    reseal(state, data.resealed);
  },
});
