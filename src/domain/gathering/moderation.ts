/**
 * Withholding a text: anyone can flag personal data and hide it at once, staff hide and restore with a reason. Deleting
 * is hiding (I10).
 */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { deed } from './deed';
import { unfounded } from './state/flags';
import type { Gathering } from './state';
import { type Hidden, HIDING_REASONS } from './state/hidden';
import { REPORT_FIELDS, type Report } from './state/report';

export const TargetKind = z.enum(['note', 'topic', 'report', 'item', 'idea', 'action', 'word']);
export const TargetShape = { what: TargetKind, id: Id };
/**
 * The texts that a restoration returns to the readers from whom they were withheld, in the order of `holder().texts`.
 */
const Back = z.optional(z.array(z.string()));

export type HideTarget = { what: z.infer<typeof TargetKind>; id: string };
/** The thing that carries the mark of withholding, and each of its texts. */
type Holder = { bears: { hidden: Hidden | null }; texts: StoredText[]; forget?: () => void };
/** `at`: the text at that moment, as far as its history tells. */
type StoredText = { set: (text: string) => void; at: (moment: number) => string };
type Was = { at: number; text: string };

const place = <T, K extends keyof T>(
  thing: T,
  key: T[K] extends string ? K : never,
  history: () => readonly Was[] = () => [],
): StoredText => ({
  set: (text) => {
    (thing[key] as string) = text;
  },
  at: (moment) => history().find((was) => was.at >= moment)?.text ?? (thing[key] as string),
});

/** Earlier words of one part of a report, oldest first. */
const before = (report: Report, what: string): Was[] =>
  report.versions.flatMap((v) => (v.what === what ? [{ at: v.at, text: v.before }] : []));

export function holder(state: Gathering, { what, id }: HideTarget): Holder | undefined {
  const of = <T extends { hidden: Hidden | null }>(
    thing: T | undefined,
    texts: (thing: T) => StoredText[],
    forget?: (thing: T) => void,
  ): Holder | undefined =>
    thing && { bears: thing, texts: texts(thing), ...(forget ? { forget: () => forget(thing) } : {}) };
  switch (what) {
    case 'note':
      return of(
        state.notes[id],
        (n) => [place(n, 'text', () => n.versions)],
        (n) => {
          n.versions = [];
        },
      );
    case 'topic':
      return of(
        state.topics[id],
        (t) => [
          place(t, 'title', () => t.titles.map((x) => ({ at: x.at, text: x.title }))),
          place(t, 'line'),
        ],
        (t) => {
          t.titles = [];
        },
      );
    case 'report':
      return of(
        state.reports[id],
        (r) => [
          ...REPORT_FIELDS.map((f) => place(r.fields[f], 'text', () => before(r, f))),
          place(r, 'outcomeReason'),
        ],
        (r) => {
          r.versions = r.versions.filter((v) => !(REPORT_FIELDS as readonly string[]).includes(v.what));
        },
      );
    case 'item': {
      const report = Object.values(state.reports).find((r) => r.items[id]);
      return of(
        report?.items[id],
        (i) => [
          place(i, 'text', () => (report ? before(report, id) : [])),
          place(i, 'who'),
          place(i, 'byWhen'),
        ],
        () => {
          if (report) report.versions = report.versions.filter((v) => v.what !== id);
        },
      );
    }
    case 'idea':
      return of(
        state.ideas[id],
        (i) => [place(i, 'text', () => i.versions)],
        (i) => {
          i.versions = [];
        },
      );
    case 'action':
      return of(state.actions[id], (a) =>
        (['title', 'what', 'resources', 'byWhen', 'nextStep'] as const).map((key) => place(a, key)),
      );
    case 'word':
      return of(
        state.words.find((w) => w.id === id),
        (w) => [place(w, 'text')],
      );
  }
}

export function refusalFor(state: Gathering, t: HideTarget, wanted: 'hidden' | 'shown'): Refusal | null {
  const thing = holder(state, t);
  if (!thing) return refuse('unknown_thing', { what: t.what });
  // An erased thing has no text left to restore or to erase again.
  if (thing.bears.hidden?.cleared) return refuse('nothing_to_change');
  return (thing.bears.hidden !== null) === (wanted === 'hidden') ? null : refuse('nothing_to_change');
}

export function withhold(state: Gathering, t: HideTarget, hidden: Hidden, blank: boolean): void {
  const thing = holder(state, t);
  if (!thing) return;
  thing.bears.hidden = hidden;
  // A report's row taken from a note goes with it.
  if (t.what === 'note')
    for (const report of Object.values(state.reports))
      for (const item of Object.values(report.items))
        if (item.note === t.id && !item.hidden) withhold(state, { what: 'item', id: item.id }, hidden, blank);
  if (!blank) return;
  for (const text of thing.texts) text.set('');
  thing.forget?.();
}

/** E22: after the fact, with a reason that the author is told. */
export const hideText = deed({
  command: 'hideText',
  fact: 'textHidden',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () =>
    z.strictObject({
      ...TargetShape,
      reason: z.enum(HIDING_REASONS),
      note: z._default(textOrEmpty(LINE_MAX), ''),
    }),
  factSchema: () =>
    z.strictObject({
      ...TargetShape,
      reason: z.enum(HIDING_REASONS),
      note: z.string(),
      blank: z.optional(z.boolean()),
    }),
  decide: (state, ask) => refusalFor(state, ask, 'shown') ?? ask,
  apply(state, data, fact) {
    const hidden = { reason: data.reason, note: data.note, at: fact.at, flagged: false };
    withhold(state, data, hidden, data.blank === true);
  },
  visibleTo: (_state, data) => ({ data: { ...data, blank: true } }),
});

export const restoreText = deed({
  command: 'restoreText',
  fact: 'textRestored',
  who: ['facilitator', 'planner', 'owner'],
  commandSchema: () => z.strictObject({ ...TargetShape, reason: textOrEmpty(LINE_MAX) }),
  factSchema: () => z.strictObject({ ...TargetShape, reason: z.string(), back: Back }),
  decide: (state, ask) => refusalFor(state, ask, 'hidden') ?? ask,
  apply(state, data) {
    const thing = holder(state, data);
    if (!thing) return;
    if (thing.bears.hidden?.flagged) unfounded(state, data);
    thing.bears.hidden = null;
    data.back?.forEach((text, i) => {
      thing.texts[i]?.set(text);
    });
  },
  visibleTo: (state, data, fact) => ({ data: { ...data, back: backOf(state, data, fact.at) } }),
});

/** The texts restored in public for a thing shown again at that moment, in the order of its texts. */
export function backOf(state: Gathering, data: HideTarget, at: number): string[] {
  const thing = holder(state, data);
  // Hidden again since: nothing to restore. Corrected since: the text of that moment, so that its history reads the
  // same.
  const back = thing?.texts.map((text) => (thing.bears.hidden ? '' : text.at(at))) ?? [];
  // For a note or an idea, nobody gets words that were taken back or corrected since.
  const said =
    data.what === 'note' ? state.notes[data.id] : data.what === 'idea' ? state.ideas[data.id] : null;
  if (said && (said.withdrawn || back[0] !== said.text)) back[0] = '';
  return back;
}
