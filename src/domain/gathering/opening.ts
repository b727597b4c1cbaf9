/** A gathering begins as one fact: its question, its days, its cells. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Day, Id, text, textOrEmpty } from '../shapes';
import { DAYS_MAX, LINE_MAX, NETWORK_MAX, TITLE_MAX } from '../words';
import { slotShape, spaceShape } from './matrix-shapes';
import { isZone } from './clock';
import { deed } from './deed';
import { badHours, inOrder } from './matrix';
import { FORMATS } from './state/format';
import { SECTOR_ALONE } from './state/seat';

const openingShape = () => ({
  gathering: Id,
  code: z.string().check(z.regex(/^[A-Z0-9]{3,12}$/)),
  path: z._default(z.nullable(Id), null),
  format: z._default(z.enum(FORMATS), 'open_space'),
  title: text(TITLE_MAX),
  question: textOrEmpty(LINE_MAX),
  sponsor: z._default(textOrEmpty(TITLE_MAX), ''),
  venue: z._default(textOrEmpty(TITLE_MAX), ''),
  days: z.array(Day).check(z.maxLength(DAYS_MAX)),
  timezone: z._default(z.string().check(z.maxLength(40)), 'Europe/Rome'),
  slots: z._default(z.array(slotShape()).check(z.maxLength(60)), []),
  spaces: z._default(z.array(spaceShape()).check(z.maxLength(60)), []),
  demo: z._default(z.boolean(), false),
  rehearsal: z._default(z.boolean(), false),
  minors: z._default(z.boolean(), false),
});

export const openGathering = deed({
  command: 'openGathering',
  fact: 'gatheringOpened',
  who: ['facilitator', 'planner', 'owner'],
  byRoute: true,
  commandSchema: () =>
    z.strictObject({
      ...openingShape(),
      // A time zone accepted once is not checked against today's list again.
      timezone: z._default(z.string().check(z.maxLength(40), z.refine(isZone)), 'Europe/Rome'),
    }),
  factSchema: () => z.strictObject(openingShape()),
  decide(state, ask) {
    if (state.id) return refuse('already_open');
    // A rehearsal belongs to no path.
    if (ask.rehearsal && ask.path !== null) return refuse('only_rehearsed');
    const bad = ask.slots.map((s) => badHours({ ...state, slots: ask.slots }, s)).find(Boolean);
    return bad ?? ask;
  },
  apply(state, data) {
    const { gathering, slots, spaces, ...rest } = data;
    Object.assign(state, rest, { id: gathering });
    // Later facts change them in place, and must not change this fact, which others read.
    state.slots = slots.map((slot) => ({ ...slot }));
    state.spaces = spaces.map((space) => ({ ...space }));
    inOrder(state);
  },
});

const Network = z.strictObject({ network: textOrEmpty(NETWORK_MAX) });

/**
 * Names the Wi-Fi from which the wall's address can be reached: a phone on another network scans the code and finds
 * nothing.
 */
export const nameNetwork = deed({
  command: 'nameNetwork',
  fact: 'networkNamed',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => Network,
  factSchema: () => Network,
  decide: (state, ask) => (ask.network === state.network ? refuse('nothing_to_change') : ask),
  replaces: ({ network }) => ({ network }),
  apply(state, data) {
    state.network = data.network;
  },
});

const Words = {
  title: text(TITLE_MAX),
  question: textOrEmpty(LINE_MAX),
  sponsor: textOrEmpty(TITLE_MAX),
  venue: textOrEmpty(TITLE_MAX),
  fifthPrinciple: z.boolean(),
  minors: z.boolean(),
};

/** The sponsor's own texts; never people's contributions. */
export const reviseGathering = deed({
  command: 'reviseGathering',
  fact: 'gatheringRevised',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject(Words),
  factSchema: () => z.strictObject(Words),
  decide: (_, ask) => ask,
  replaces: ({ title, question, sponsor, venue, fifthPrinciple, minors }) => ({
    title,
    question,
    sponsor,
    venue,
    fifthPrinciple,
    minors,
  }),
  apply(state, data) {
    Object.assign(state, data);
    // E36: details given before it was known that there are minors are removed; the server erases them from the log
    // too.
    if (data.minors) for (const seat of Object.values(state.seats)) Object.assign(seat, SECTOR_ALONE);
  },
});
