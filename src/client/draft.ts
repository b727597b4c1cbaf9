'use client';
/** Drafts: what is being typed stays on the device until it is sent or thrown away. */
import { useEffect, useMemo, useState } from 'react';
import { bothTexts } from '@/domain/revision';
import { deviceStorage, storageFull } from './device-storage';

/** `key` names the field for good, e.g. `PROVA:note:session-1`. */
export function useDraft(key: string, first = ''): [string, (text: string) => void, () => void] {
  const keep = useMemo(() => deviceStorage('cerchi:draft:'), []);
  const [text, setText] = useState(first);
  useEffect(() => {
    const kept = keep.get(key);
    if (kept !== null) setText(kept);
  }, [keep, key]);
  const change = (next: string) => {
    setText(next);
    if (next === '' || next === first) drop();
    else storageFull.mark(key, keep.set(key, next));
  };
  const drop = () => {
    keep.remove(key);
    storageFull.mark(key, true);
  };
  const forget = () => {
    setText(first);
    drop();
  };
  return [text, change, forget];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What was typed in each field, and what stood there when the typing began. */
type Typed = Record<string, { typed: unknown; over: unknown }>;

function read(draft: string): Typed {
  try {
    return draft === '' ? {} : (JSON.parse(draft) as Typed);
  } catch {
    return {};
  }
}

/** Fields of one line: two texts kept together stay on it. */
const ONE_LINE: ReadonlySet<string> = new Set([
  'title',
  'name',
  'label',
  'who',
  'byWhen',
  'venue',
  'sponsor',
]);

export type FormDraft<V extends object> = {
  /** What the boxes show: what was typed, else what stands. */
  values: V;
  set<K extends keyof V & string>(field: K, value: V[K]): void;
  touched: boolean;
  /** Fields that somebody else changed while one typed in them: to be settled before the form is sent. */
  overtaken: (keyof V & string)[];
  /** Settles what was overtaken, in one field or in all. */
  keepMine(field?: keyof V & string): V;
  keepTheirs(field?: keyof V & string): void;
  /** Null where the two are no texts that can stand one after the other. */
  keepBoth: ((field?: keyof V & string) => V) | null;
  /** Puts words back that were refused; `over` is what their author had in view, null where that is not known. */
  takeBack(words: Partial<V>, over: Partial<V> | null): void;
  forget(): void;
};

/** The draft of a form over what stands `now`, which may change while somebody types. `key` names it for good. */
export function useFormDraft<V extends object>(key: string, now: V): FormDraft<V> {
  const [draft, keep, forget] = useDraft(key);
  const typed = read(draft);
  const stands = now as Record<string, unknown>;
  const write = (next: Typed): V => {
    // Where both wrote the same, nothing is left to say.
    const kept = Object.entries(next).filter(([field, mine]) => !same(mine.typed, stands[field]));
    keep(kept.length === 0 ? '' : JSON.stringify(Object.fromEntries(kept)));
    return shownOver(now, next);
  };
  const overtaken = Object.keys(typed).filter((field) => {
    const mine = typed[field];
    return mine && !same(mine.over, stands[field]) && !same(mine.typed, stands[field]);
  }) as (keyof V & string)[];
  const settle = (field: string | undefined, by: (name: string, mine: unknown) => unknown): V => {
    const settled = overtaken
      .filter((name) => field === undefined || name === field)
      .map((name) => [name, { typed: by(name, typed[name]?.typed), over: stands[name] }]);
    return write({ ...typed, ...Object.fromEntries(settled) });
  };
  const both = (name: string, mine: unknown) => bothTexts(stands[name], mine, ONE_LINE.has(name));
  return {
    values: shownOver(now, typed),
    touched: Object.keys(typed).length > 0,
    overtaken,
    set(field, value) {
      const over = typed[field] ? typed[field].over : stands[field];
      write({ ...typed, [field]: { typed: value, over } });
    },
    keepMine: (field) => settle(field, (_, mine) => mine),
    keepTheirs: (field) => void settle(field, (name) => stands[name]),
    keepBoth: overtaken.every((name) => both(name, typed[name]?.typed) !== null)
      ? (field) => settle(field, both)
      : null,
    takeBack: (words, over) =>
      void write(
        Object.fromEntries(
          Object.entries(words).map(([field, text]) => [
            field,
            { typed: text, over: over ? over[field as keyof V] : null },
          ]),
        ),
      ),
    forget,
  };
}

function shownOver<V extends object>(now: V, typed: Typed): V {
  const shown = Object.entries(typed).map(([field, mine]) => [field, mine.typed]);
  return { ...now, ...Object.fromEntries(shown) };
}
