'use client';
/** Drafts: what is being typed stays on the device until it is sent or thrown away. */
import { useEffect, useMemo, useState } from 'react';
import { deviceStorage, storageFull } from './device-storage';
import { canKeepBoth, overtakenIn, settled, shownOver, type TypedForm, typedIn, unsaid } from './form-draft';

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

function read(draft: string): TypedForm {
  try {
    return draft === '' ? {} : (JSON.parse(draft) as TypedForm);
  } catch {
    return {};
  }
}

export type FormDraft<V extends object> = {
  /** The value of each field: what was typed, else the current value. */
  values: V;
  set<K extends keyof V & string>(field: K, value: V[K]): void;
  touched: boolean;
  /**
   * Fields that somebody else changed while this person was typing in them. They must be settled before the form is
   * sent.
   */
  overtaken: (keyof V & string)[];
  /** Settles a conflict in one field or in all. */
  keepMine(field?: keyof V & string): V;
  keepTheirs(field?: keyof V & string): void;
  /** Null where the two texts cannot stand one after the other. */
  keepBoth: ((field?: keyof V & string) => V) | null;
  /** Restores words that were refused, beside the current value. */
  takeBack(words: Partial<V>): void;
  forget(): void;
};

/**
 * The draft of a form over the current values, `now`, which may change while somebody types. `key` names it for good.
 */
export function useFormDraft<V extends object>(key: string, now: V): FormDraft<V> {
  const [draft, keep, forget] = useDraft(key);
  const typed = read(draft);
  const write = (next: TypedForm): V => {
    const kept = unsaid(next, now);
    keep(Object.keys(kept).length === 0 ? '' : JSON.stringify(kept));
    return shownOver(now, next);
  };
  return {
    values: shownOver(now, typed),
    touched: Object.keys(typed).length > 0,
    overtaken: overtakenIn(typed, now) as (keyof V & string)[],
    set: (field, value) => void write(typedIn(typed, now, field, value)),
    keepMine: (field) => write(settled(typed, now, 'mine', field)),
    keepTheirs: (field) => void write(settled(typed, now, 'theirs', field)),
    keepBoth: canKeepBoth(typed, now) ? (field) => write(settled(typed, now, 'both', field)) : null,
    takeBack: (words) =>
      void write(
        Object.fromEntries(
          Object.entries(words).map(([field, text]) => [field, { typed: text, over: null }]),
        ),
      ),
    forget,
  };
}
