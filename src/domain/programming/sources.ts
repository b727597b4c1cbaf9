/** Contributions on paper, imported line by line; the reading state of each source; sources set aside. */
import * as z from 'zod/mini';
import { NOTE_KINDS } from '../gathering/state/note';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, SECTORS, STRANDS } from '../words';
import { allStand, begun, deed, filed, PLANNERS } from './deed';
import { READING_STATES, Ref, wordsAt } from './reading-shapes';
import { revises } from './register';
import type { Path } from './state';

/** A sector is one of the path's own: its id, or one that every path begins with. */
export const PaperShape = z.strictObject({
  meeting: z.nullable(Id),
  text: text(NOTE_MAX),
  kind: z.enum(NOTE_KINDS),
  sector: z.nullable(Id),
  strands: z.array(z.enum(STRANDS)).check(z.maxLength(3)),
  /** The sheet's location, so that anyone can go and look: "cartellone 3, angolo in alto". */
  where: textOrEmpty(LINE_MAX),
});
export type PaperWords = z.infer<typeof PaperShape>;
const Line = z.strictObject({
  id: Id,
  text: text(NOTE_MAX),
  kind: z._default(z.enum(NOTE_KINDS), 'altro'),
  sector: z._default(z.nullable(Id), null),
  strands: z._default(z.array(z.enum(STRANDS)), []),
  where: z._default(textOrEmpty(LINE_MAX), ''),
});
const batch = () =>
  z.strictObject({
    meeting: z._default(z.nullable(Id), null),
    lines: z.array(Line).check(z.minLength(1), z.maxLength(500, 'too_large')),
  });

/** A path opened without sectors still knows those of the join form. */
export const knownSectors = (state: Path, ids: readonly (string | null)[]): Refusal | null =>
  allStand(
    state.sectors,
    ids.filter((id) => !(SECTORS as readonly (string | null)[]).includes(id)),
    'sector',
  );

/** One fact for the whole sheet: a sheet imported by half would be counted twice at the next try. */
export const importPaper = deed({
  command: 'importPaper',
  fact: 'paperImported',
  who: PLANNERS,
  commandSchema: batch,
  factSchema: batch,
  decide(state, ask) {
    const ids = ask.lines.map((l) => l.id);
    if (new Set(ids).size < ids.length || ids.some((id) => state.papers[id]))
      return refuse('id_already_used');
    const sectors = [...new Set(ask.lines.map((l) => l.sector))];
    return allStand(state.meetings, [ask.meeting], 'meeting') ?? knownSectors(state, sectors) ?? ask;
  },
  apply(state, data, fact) {
    for (const line of data.lines)
      state.papers[line.id] = { ...begun(line.id, fact), ...line, meeting: data.meeting };
  },
});

export const revisePaper = revises({
  command: 'revisePaper',
  fact: 'paperRevised',
  into: (state: Path) => state.papers,
  words: PaperShape,
  check: (state, w) => allStand(state.meetings, [w.meeting], 'meeting') ?? knownSectors(state, [w.sector]),
});

const mark = () =>
  z.strictObject({
    ref: Ref,
    state: z.enum(READING_STATES),
    second: z._default(z.boolean(), false),
    memo: z.optional(textOrEmpty(NOTE_MAX)),
  });

export const markReading = deed({
  command: 'markReading',
  fact: 'readingMarked',
  who: PLANNERS,
  commandSchema: mark,
  factSchema: mark,
  decide(state, ask, asking) {
    const said = wordsAt(state, ask.ref, asking);
    if (isRefusal(said)) return said;
    const now = state.readings[ask.ref];
    const same = (ask.second ? now?.second : now?.first)?.state === ask.state;
    return same && (ask.memo ?? now?.memo ?? '') === (now?.memo ?? '') ? refuse('nothing_to_change') : ask;
  },
  replaces: (state, ask) =>
    ask.memo === undefined ? null : { memo: filed(state.readings, ask.ref)?.memo ?? '' },
  apply(state, data, fact) {
    const reading = state.readings[data.ref] ?? { first: null, second: null, memo: '' };
    const mark = { state: data.state, at: fact.at, by: fact.by };
    reading[data.second ? 'second' : 'first'] = data.state === 'non_letto' ? null : mark;
    if (data.memo !== undefined) reading.memo = data.memo;
    state.readings[data.ref] = reading;
    // Marked as unread again, it is as if nobody had opened it.
    if (!reading.first && !reading.second && reading.memo === '') delete state.readings[data.ref];
  },
});

const Left = z.strictObject({ ref: Ref, reason: textOrEmpty(LINE_MAX) });
/** Nothing leaves the list of items to examine silently. */
export const setAside = deed({
  command: 'setAside',
  fact: 'itemSetAside',
  who: PLANNERS,
  commandSchema: () => Left,
  factSchema: () => Left,
  decide(state, ask) {
    if (ask.reason === '') return refuse('missing_reason');
    return state.aside[ask.ref]?.reason === ask.reason ? refuse('nothing_to_change') : ask;
  },
  replaces: (state, ask) => ({ reason: filed(state.aside, ask.ref)?.reason ?? '' }),
  apply(state, data, fact) {
    state.aside[data.ref] = { reason: data.reason, at: fact.at };
  },
});
export const takeBack = deed({
  command: 'takeBack',
  fact: 'itemTakenBack',
  who: PLANNERS,
  commandSchema: () => z.strictObject({ ref: Ref }),
  factSchema: () => z.strictObject({ ref: Ref }),
  decide: (state, ask) => (state.aside[ask.ref] ? ask : refuse('nothing_to_change')),
  apply(state, data) {
    delete state.aside[data.ref];
  },
});

const Strands = z.strictObject({ ref: Ref, strands: z.array(z.enum(STRANDS)).check(z.maxLength(3)) });
/** The planners' own classification of a topic; the convener's does not change. */
export const classifyTopic = deed({
  command: 'classifyTopic',
  fact: 'topicClassified',
  who: PLANNERS,
  commandSchema: () => Strands,
  factSchema: () => Strands,
  decide: (_state, ask) => ask,
  apply(state, data) {
    if (data.strands.length > 0) state.strands[data.ref] = data.strands;
    else delete state.strands[data.ref];
  },
});
