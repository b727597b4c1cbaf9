'use client';
/** One form for every entry of a register: what is typed stays on the device, only what changed is sent. */
import type { FormEvent, KeyboardEvent } from 'react';
import { centsFrom } from '@/domain/programming/csv';
import { useDraft } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/icons';
import { FieldOf, type FormField } from './form-fields';

export type Values = Record<string, unknown>;
/** What was typed, and what stood there when the typing began. */
type Patch = Record<string, { typed: unknown; over: unknown }>;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const read = (draft: string): Patch => {
  try {
    return draft === '' ? {} : (JSON.parse(draft) as Patch);
  } catch {
    return {};
  }
};

export function ThingForm({
  name,
  now,
  fields,
  submit,
  onSubmit,
  onCancel,
}: {
  /** Names the draft on this device for good. */
  name: string;
  /** What stands now; it may change while somebody types. */
  now: Values;
  fields: readonly FormField[];
  submit: string;
  /** True when it went: the draft is then forgotten. */
  onSubmit: (changed: Values) => boolean;
  onCancel?: () => void;
}) {
  const say = useSay();
  const [draft, keep, forget] = useDraft(`planning:${name}`);
  const patch = read(draft);
  const set = (key: string, typed: unknown) => {
    const { [key]: mine, ...rest } = patch;
    const over = mine ? mine.over : now[key];
    const next = same(typed, now[key]) ? rest : { ...rest, [key]: { typed, over } };
    keep(Object.keys(next).length === 0 ? '' : JSON.stringify(next));
  };
  const send = (e?: FormEvent) => {
    e?.preventDefault();
    const changed = Object.fromEntries(
      fields.flatMap((f) => {
        const mine = patch[f.key];
        return mine ? [[f.key, settled(f, mine.typed)]] : [];
      }),
    );
    if (onSubmit(changed)) forget();
  };
  const keys = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) send();
  };
  const cancel = () => {
    forget();
    onCancel?.();
  };
  return (
    <form onSubmit={send} onKeyDown={keys} className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2">
      {fields.map((f, i) => {
        const mine = patch[f.key];
        const met = mine && !same(mine.over, now[f.key]) && !same(mine.typed, now[f.key]);
        return (
          <div key={f.key} className={cx('min-w-0', !f.half && 'sm:col-span-2')}>
            <FieldOf
              field={f}
              first={i === 0}
              value={mine ? mine.typed : now[f.key]}
              onValue={(v) => set(f.key, v)}
            />
            {met && <Meanwhile value={now[f.key]} onTake={() => set(f.key, now[f.key])} />}
          </div>
        );
      })}
      <div className="flex flex-wrap items-center gap-2 sm:col-span-2">
        <Button type="submit" kind="primary">
          {submit}
        </Button>
        {onCancel && <Button onClick={cancel}>{say('planning.cancel')}</Button>}
        <span className="text-ink-soft text-sm">{say('planning.ctrlEnter')}</span>
      </div>
    </form>
  );
}

/** Somebody else wrote here while one was typing: both are shown, and one chooses. */
function Meanwhile({ value, onTake }: { value: unknown; onTake: () => void }) {
  const say = useSay();
  const shown = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '…';
  return (
    <p
      role="status"
      className="mt-1.5 flex flex-wrap items-center gap-2 rounded-lg bg-warn-soft px-3 text-sm"
    >
      <Icon name="warning" className="text-warn" />
      <span className="min-w-0 flex-1 py-1.5">{say('planning.meanwhile', { text: shown })}</span>
      <button type="button" onClick={onTake} className="min-h-11 px-2 font-bold underline">
        {say('planning.takeTheirs')}
      </button>
    </p>
  );
}

/** Empty lines of a list are no entries; an amount sent without leaving its box is read first. */
function settled(field: FormField, typed: unknown): unknown {
  if (field.as === 'lines' && Array.isArray(typed))
    return typed.map((l: string) => l.trim()).filter((l) => l !== '');
  if (field.as === 'money' && typeof typed === 'string') return centsFrom(typed) ?? typed;
  return typed;
}
