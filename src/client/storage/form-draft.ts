/** The draft of a form over current values. It is pure, so that tests can try every order of typing and receiving. */
import { bothTexts } from '@/domain/revision';

/** The text typed in each field, and its value when the typing began. */
export type TypedForm = Record<string, { typed: unknown; over: unknown }>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Fields of one line: two texts kept together are joined on one line. */
const ONE_LINE: ReadonlySet<string> = new Set([
  'title',
  'name',
  'label',
  'who',
  'byWhen',
  'venue',
  'sponsor',
]);

/** The value of each field: what was typed, else the current value. */
export function shownOver<V extends object>(now: V, typed: TypedForm): V {
  const shown = Object.entries(typed).map(([field, mine]) => [field, mine.typed]);
  return { ...now, ...Object.fromEntries(shown) };
}

/**
 * Fields that somebody else changed while this person was typing in them. They must be settled before the form is sent.
 */
export const overtakenIn = (typed: TypedForm, now: object): string[] =>
  Object.entries(typed)
    .filter(([field, mine]) => {
      const stands = (now as Record<string, unknown>)[field];
      return !same(mine.over, stands) && !same(mine.typed, stands);
    })
    .map(([field]) => field);

/** Types in one field. */
export function typedIn(typed: TypedForm, now: object, field: string, value: unknown): TypedForm {
  const over = typed[field] ? typed[field].over : (now as Record<string, unknown>)[field];
  return { ...typed, [field]: { typed: value, over } };
}

/** Drops fields that equal the current value: where both wrote the same, there is no conflict. */
export const unsaid = (typed: TypedForm, now: object): TypedForm =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([field, mine]) => !same(mine.typed, (now as Record<string, unknown>)[field]),
    ),
  );

export type TextChoice = 'mine' | 'theirs' | 'both';

/** Settles a conflict as the person chose, in one field or in all. */
export function settled(typed: TypedForm, now: object, choice: TextChoice, field?: string): TypedForm {
  const stands = now as Record<string, unknown>;
  const chosen = (name: string): unknown => {
    const mine = typed[name]?.typed;
    if (choice === 'mine') return mine;
    return choice === 'theirs' ? stands[name] : bothTexts(stands[name], mine, ONE_LINE.has(name));
  };
  const fields = overtakenIn(typed, now).filter((name) => field === undefined || name === field);
  const next = fields.map((name) => [name, { typed: chosen(name), over: stands[name] }]);
  return { ...typed, ...Object.fromEntries(next) };
}

/** True if every pair of conflicting texts can stand one after the other. */
export const canKeepBoth = (typed: TypedForm, now: object): boolean =>
  overtakenIn(typed, now).every(
    (name) => bothTexts((now as Record<string, unknown>)[name], typed[name]?.typed, false) !== null,
  );
