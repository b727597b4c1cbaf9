/**
 * Most things of a path are entries of a register: added whole, revised field by field. This is that pattern, once.
 * Facts are checked against the same schemas as commands: a schema may only become wider, or the fact gets a new
 * version.
 */
import * as z from 'zod/mini';
import type { Context, Deed } from '../deed';
import { type Refusal, type RefusalCode, REFUSALS, refuse } from '../refusal';
import { Id } from '../shapes';
import { amend, begun, deed, filed, PLANNERS, standing } from './deed';
import type { Path, Thing } from './state';

type Check<W> = (state: Path, words: { id: string } & W, asking: Context) => Refusal | null;

const because = (error: z.core.$ZodError): Refusal => {
  const issue = error.issues[0];
  // Stryker disable next-line OptionalChaining: an error of zod always has an issue; only its type may lack one
  const code = (REFUSALS as readonly string[]).includes(issue?.message ?? '') ? issue?.message : 'malformed';
  // Stryker disable next-line OptionalChaining: an error of zod always has an issue; only its type may lack one
  return refuse(code as RefusalCode, { field: issue?.path.join('.') ?? '' });
};

/** Fields missing in the command come from the blank; the fact always has them all. */
export function adds<C extends string, F extends string, O extends z.ZodMiniObject, X extends object>(d: {
  command: C;
  fact: F;
  v?: number;
  into: (state: Path) => Record<string, Thing & z.output<O> & X>;
  words: O;
  blank: z.output<O>;
  /** Fields with an initial value that are not among the command's words. */
  extra?: X;
  check?: Check<z.output<O>>;
}): Deed<
  Path,
  C,
  F,
  { id: string } & Partial<z.output<O>>,
  { id: string } & z.output<O>,
  { id: string } & Partial<z.input<O>>
> {
  type Given = { id: string } & Partial<z.input<O>>;
  type Asked = { id: string } & Partial<z.output<O>>;
  type Told = { id: string } & z.output<O>;
  const whole = z.extend(d.words, { id: Id }) as unknown as z.ZodMiniType<Told>;
  return deed<C, F, Asked, Told, Given>({
    command: d.command,
    fact: d.fact,
    ...(d.v !== undefined && { v: d.v }),
    who: PLANNERS,
    commandSchema: () => z.extend(z.partial(d.words), { id: Id }) as unknown as z.ZodMiniType<Asked, Given>,
    factSchema: () => whole,
    decide(state, ask, asking) {
      if (Object.hasOwn(d.into(state), ask.id)) return refuse('id_already_used');
      const read = whole.safeParse({ ...d.blank, ...ask });
      if (!read.success) return because(read.error);
      return d.check?.(state, read.data, asking) ?? read.data;
    },
    apply(state, data, fact) {
      d.into(state)[data.id] = { ...begun(data.id, fact), ...data, ...d.extra } as Thing & z.output<O> & X;
    },
  });
}

/** `since` is the last fact the writer had read: a field that somebody else changed after it is not overwritten. */
export function revises<C extends string, F extends string, O extends z.ZodMiniObject>(d: {
  command: C;
  fact: F;
  into: (state: Path) => Record<string, Thing & z.output<O>>;
  words: O;
  check?: Check<z.output<O>>;
}): Deed<
  Path,
  C,
  F,
  { id: string; since?: number } & Partial<z.output<O>>,
  { id: string } & Partial<z.output<O>>,
  { id: string; since?: number } & Partial<z.input<O>>
> {
  type Given = { id: string; since?: number } & Partial<z.input<O>>;
  type Told = { id: string } & Partial<z.output<O>>;
  type Asked = Told & { since?: number };
  const patch = z.partial(d.words);
  return deed<C, F, Asked, Told, Given>({
    command: d.command,
    fact: d.fact,
    who: PLANNERS,
    commandSchema: () =>
      z.extend(patch, { id: Id, since: z.optional(z.int()) }) as unknown as z.ZodMiniType<Asked, Given>,
    factSchema: () => z.extend(patch, { id: Id }) as unknown as z.ZodMiniType<Told>,
    decide(state, ask, asking) {
      const thing = standing(d.into(state), ask.id);
      if (!thing) return refuse('unknown_thing', { id: ask.id });
      const { since, ...rest } = ask;
      const now = thing as Record<string, unknown>;
      const changed = Object.entries(rest).filter(
        ([field, value]) => field !== 'id' && JSON.stringify(now[field]) !== JSON.stringify(value),
      );
      if (changed.length === 0) return refuse('nothing_to_change');
      const late = thing.history.find(
        (c) => since !== undefined && c.seq > since && changed.some(([field]) => field === c.field),
      );
      if (late) return refuse('stale_version', { field: late.field, now: now[late.field] });
      const told = { id: ask.id, ...Object.fromEntries(changed) } as Told;
      return d.check?.(state, { ...thing, ...told }, asking) ?? told;
    },
    replaces(state, ask) {
      const { id: _, since: __, ...asked } = ask;
      const thing = (filed(d.into(state), ask.id) ?? {}) as Record<string, unknown>;
      return Object.fromEntries(Object.keys(asked).map((field) => [field, thing[field]])) as Partial<Asked>;
    },
    apply(state, data, fact) {
      const thing = d.into(state)[data.id];
      const { id: _, ...words } = data;
      if (thing) amend<Thing>(thing, words as Partial<Thing>, fact);
    },
  });
}
