/**
 * Erases words from the log itself, once they are withheld; and a person's details together with their seat. There is
 * no other way to remove words from the log.
 */
import * as z from 'zod/mini';
import type { Catalogue } from '../catalogue';
import type { Fact } from '../deed';
import { textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { deed } from './deed';
import { holder, type HideTarget, refusalFor, TargetShape, withhold } from './moderation';
import type { Gathering } from './state';
import { REPORT_FIELDS } from './state/report';
import { SECTOR_ALONE } from './state/seat';

/** The fingerprint of the log afterwards, where the record had been sealed. */
export const Resealed = { resealed: z.optional(z.string().check(z.regex(/^[a-f0-9]{64}$/))) };
export function reseal(state: Gathering, hash: string | undefined): void {
  if (state.frozen && hash) state.frozen.hash = hash;
}

/**
 * Records that it happened, by whom and why, and nothing of the words. The server then rewrites the lines (`cleansed`).
 */
export const clearText = deed({
  command: 'clearText',
  fact: 'textCleared',
  who: ['planner', 'owner'],
  byRoute: true,
  commandSchema: () =>
    z.strictObject({ ...TargetShape, reason: z._default(textOrEmpty(LINE_MAX), ''), ...Resealed }),
  factSchema: () => z.strictObject({ ...TargetShape, reason: z.string(), ...Resealed }),
  // First withheld, then erased: nobody loses words by one wrong tap.
  decide: (state, ask) => refusalFor(state, ask, 'hidden') ?? ask,
  apply(state, data) {
    for (const thing of [data, ...drawnFrom(state, data)]) {
      const hidden = holder(state, thing)?.bears.hidden;
      if (hidden) withhold(state, thing, { ...hidden, note: '', cleared: true }, true);
    }
    reseal(state, data.resealed);
  },
});

/** Rows that a report took from a note go with it. */
const drawnFrom = (state: Gathering, { what, id }: HideTarget): HideTarget[] =>
  what !== 'note'
    ? []
    : Object.values(state.reports).flatMap((r) =>
        Object.values(r.items).flatMap((i) => (i.note === id ? [{ what: 'item' as const, id: i.id }] : [])),
      );

/** The reference by which planners cite these words. */
export function refsOf(state: Gathering, target: HideTarget): string[] {
  return [target, ...drawnFrom(state, target)].flatMap(({ what, id }) => {
    const topic = Object.values(state.reports).find((r) => r.items[id])?.topic ?? '';
    if (what === 'item') return [`${state.id}/item/${topic}.${id}`];
    if (what === 'report') return REPORT_FIELDS.map((f) => `${state.id}/report/${id}.${f}`);
    if (what === 'topic') return [`${state.id}/topic/${id}`, `${state.id}/votes/${id}`];
    return what === 'word' ? [] : [`${state.id}/${what}/${id}`];
  });
}

type Json = unknown;
const branches = (x: Json): x is Record<string, Json> => typeof x === 'object' && x !== null;
/** The redacted view of a line if its two views differ, otherwise the stored one. */
function poorer(stored: Json, poor: Json, rich: Json): Json {
  if (JSON.stringify(poor) === JSON.stringify(rich)) return stored;
  if (!branches(stored) || !branches(poor) || !branches(rich)) return poor;
  const entries = Object.keys(stored).map((k) => [k, poorer(stored[k], poor[k], rich[k])] as const);
  return Array.isArray(stored) ? entries.map(([, v]) => v) : Object.fromEntries(entries);
}

/**
 * The data of a line without these words, or null when it has none of them. It removes what the public cannot see while
 * the words are withheld, so a deed that hides its text needs nothing more here.
 */
export function cleansed(seenBy: Catalogue<Gathering>['seenBy'], state: Gathering, target: HideTarget) {
  const lifted = structuredClone(state);
  for (const thing of [target, ...drawnFrom(state, target)]) {
    const bears = holder(lifted, thing)?.bears;
    if (bears) bears.hidden = null;
  }
  const veiled = structuredClone(state);
  const hidden = { reason: 'dato_personale' as const, note: '', at: 0, flagged: true };
  withhold(veiled, target, hidden, false);
  for (const thing of drawnFrom(state, target)) withhold(veiled, thing, hidden, false);
  return (fact: Fact): Json | null => {
    const data = fact.data as Record<string, Json>;
    // The reason for withholding may repeat the words.
    if (fact.type === 'textHidden') return same(data, target) && data.note ? { ...data, note: '' } : null;
    if (fact.type === 'textRestored')
      return same(data, target) && data.reason ? { ...data, reason: '' } : null;
    // Puts back the words as they were right after this line: those taken back or corrected since are erased too.
    for (const whole of [veiled, lifted]) standAsWritten(whole, target, data);
    const poor = seenBy({ kind: 'public' }, veiled, fact).data;
    const rich = seenBy({ kind: 'public' }, lifted, fact).data;
    const left = poorer(data, poor, rich);
    return JSON.stringify(left) === JSON.stringify(data) ? null : left;
  };
}
/** A note, an idea, or the rows of a report, as they were after this line. */
function standAsWritten(state: Gathering, { what, id }: HideTarget, data: Record<string, Json>): void {
  for (const item of Object.values(state.reports).flatMap((r) => Object.values(r.items)))
    item.removed = false;
  const said = what === 'note' ? state.notes[id] : what === 'idea' ? state.ideas[id] : undefined;
  if (!said) return;
  said.withdrawn = false;
  if (data[what] === id && typeof data.text === 'string') said.text = data.text;
}

const same = (data: Record<string, Json>, { what, id }: HideTarget): boolean =>
  data.what === what && data.id === id;

/**
 * The line in which a person took their seat, or in which `everyone` did, without what distinguishes them from others
 * of their sector.
 */
export const unplaced =
  (seat: string | 'everyone') =>
  (fact: Fact): Json | null => {
    const data = fact.data as Record<string, Json>;
    if (fact.type !== 'seatTaken' || (seat !== 'everyone' && data.seat !== seat)) return null;
    const left = { ...data, ...SECTOR_ALONE };
    return JSON.stringify(left) === JSON.stringify(data) ? null : left;
  };
