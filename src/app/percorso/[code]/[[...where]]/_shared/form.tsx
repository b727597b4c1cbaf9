'use client';
/** The form for every entry of a register: its draft stays on the device, and only changed fields are sent. */
import type { FormEvent, KeyboardEvent } from 'react';
import { centsFrom } from '@/domain/programming/csv-reader';
import type { Writer } from '@/app/_shared/conflict-words';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/storage/draft';
import { usePathShown } from '@/client/hooks/path-provider';
import type { Change } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { FieldOf, type FormField, valueFrom } from './form-fields';

export type Values = Record<string, unknown>;

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
  /** The current values; they may change while somebody types. */
  now: Values;
  fields: readonly FormField[];
  submit: string;
  /** True on success: the draft is then deleted. */
  onSubmit: (changed: Values) => boolean;
  onCancel?: () => void;
}) {
  const say = useSay();
  const draft = useFormDraft<Values>(`planning:${name}`, now);
  const people = usePathShown((p) => p.people);
  const me = usePathShown((p) => p.you?.id ?? null);
  /** The person who changed this field last, as far as its history tells. */
  const writer = (key: string): Writer => {
    const by = (now.history as Change[] | undefined)?.findLast((c) => c.field === key)?.by ?? null;
    if (by !== null && by === me) return 'me';
    const label = by === null ? null : people[by];
    return label ? { name: label } : null;
  };
  const send = (e?: FormEvent) => {
    e?.preventDefault();
    // Conflicts with somebody else's changes are settled first.
    if (draft.overtaken.length > 0) return;
    const typed = fields.filter((f) => draft.values[f.key] !== now[f.key]);
    const changed = Object.fromEntries(typed.map((f) => [f.key, settled(f, draft.values[f.key])]));
    if (onSubmit(changed)) draft.forget();
  };
  const keys = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) send();
  };
  const cancel = () => {
    draft.forget();
    onCancel?.();
  };
  return (
    <form onSubmit={send} onKeyDown={keys} className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2">
      {fields.map((f, i) => (
        <div key={f.key} className={cx('min-w-0', !f.half && 'sm:col-span-2')}>
          <FieldOf
            field={f}
            first={i === 0}
            value={draft.values[f.key]}
            onValue={(v) => draft.set(f.key, v)}
          />
          <FormConflicts draft={draft} now={now} by={writer(f.key)} field={f.key} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2 sm:col-span-2">
        <Button type="submit" kind="primary" disabled={draft.overtaken.length > 0}>
          {submit}
        </Button>
        {onCancel && <Button onClick={cancel}>{say('planning.cancel')}</Button>}
        <span className="text-ink-soft text-sm">{say('planning.ctrlEnter')}</span>
      </div>
    </form>
  );
}

/** Empty lines of a list are no entries; an amount sent without leaving its field is parsed first. */
function settled(field: FormField, typed: unknown): unknown {
  if (field.as === 'lines' && Array.isArray(typed))
    return typed.map((l: string) => l.trim()).filter((l) => l !== '');
  if (field.as === 'money' && typeof typed === 'string') return centsFrom(typed) ?? typed;
  if (field.as === 'value' && typeof typed === 'string') return valueFrom(typed) ?? typed;
  return typed;
}
