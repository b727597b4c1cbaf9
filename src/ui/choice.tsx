'use client';
/**
 * Form controls to choose one, several, or yes and no. They are real radios and checkboxes, large enough for a thumb.
 */
import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import { Icon } from './icons';

export type Choice<V extends string = string> = {
  value: V;
  label: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

const PILL =
  'inline-flex min-h-11 min-w-0 max-w-full items-center gap-2 rounded-pill border-2 border-edge bg-raised px-4 py-1.5 font-semibold leading-tight ' +
  'transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 ' +
  'has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-sunken has-disabled:text-ink-soft';

type Group<V extends string> = {
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  choices: readonly Choice<V>[];
  name?: string;
  /** On a narrow phone, small letters in full rows: many choices in one look. */
  compact?: boolean;
};

const COMPACT =
  'narrow:gap-1.5 narrow:[&_label]:grow narrow:[&_label]:justify-center narrow:[&_label]:px-1.5 narrow:[&_label]:text-xs narrow:[&_label]:gap-1';

function Pills<V extends string>({
  legend,
  legendHidden,
  hint,
  error,
  choices,
  name,
  compact,
  type,
  on,
  pick,
}: Group<V> & { type: 'radio' | 'checkbox'; on: (v: V) => boolean; pick: (v: V) => void }) {
  const at = useId();
  const described = [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described || undefined} className="grid min-w-0 grid-cols-1 gap-2">
      <legend className={legendHidden ? 'sr-only' : 'mb-2 font-semibold'}>{legend}</legend>
      {hint && (
        <p id={`${at}-hint`} className="text-ink-soft text-sm">
          {hint}
        </p>
      )}
      <div className={cx('flex flex-wrap gap-2', compact && COMPACT)}>
        {choices.map((c) => (
          <label key={c.value} className={PILL}>
            <input
              type={type}
              name={name ?? at}
              value={c.value}
              checked={on(c.value)}
              disabled={c.disabled}
              onChange={() => pick(c.value)}
              className="sr-only"
            />
            {on(c.value) ? <Icon name="check" /> : c.icon}
            <span className="min-w-0 break-words">
              {c.label}
              {c.hint && <span className="block font-normal text-ink-soft text-sm">{c.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${at}-error`} className="font-semibold text-bad text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function ChoicePills<V extends string>({
  value,
  onValue,
  ...group
}: Group<V> & { value: V | null; onValue: (v: V) => void }) {
  return <Pills {...group} type="radio" on={(v) => v === value} pick={onValue} />;
}

export function CheckPills<V extends string>({
  values,
  onValues,
  ...group
}: Group<V> & { values: readonly V[]; onValues: (vs: V[]) => void }) {
  const pick = (v: V) => onValues(values.includes(v) ? values.filter((x) => x !== v) : [...values, v]);
  return <Pills {...group} type="checkbox" on={(v) => values.includes(v)} pick={pick} />;
}

export function Toggle({
  label,
  hint,
  on,
  onToggle,
  disabled,
}: {
  label: ReactNode;
  hint?: ReactNode;
  on: boolean;
  onToggle: (on: boolean) => void;
  disabled?: boolean;
}) {
  const at = useId();
  return (
    <label className="flex min-h-11 items-center justify-between gap-4 py-1">
      <span>
        <span id={`${at}-label`} className="font-semibold">
          {label}
        </span>
        {hint && (
          <span id={at} className="block text-ink-soft text-sm">
            {hint}
          </span>
        )}
      </span>
      <span className="relative inline-flex shrink-0">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          disabled={disabled}
          // Its hint is in the label too, for the thumb: named by the whole label, it would be read twice.
          aria-labelledby={`${at}-label`}
          aria-describedby={hint ? at : undefined}
          onChange={(e) => onToggle(e.target.checked)}
          className="peer h-8 w-14 appearance-none rounded-full border-2 border-edge bg-sunken transition-colors checked:border-accent checked:bg-accent"
        />
        <span
          aria-hidden="true"
          className={cx(
            'pointer-events-none absolute top-1.5 start-1.5 grid size-5 place-items-center rounded-full border-2 border-transparent bg-edge text-accent transition-transform',
            'peer-checked:translate-x-6 peer-checked:bg-accent-ink rtl:peer-checked:-translate-x-6',
          )}
        >
          {on && <Icon name="check" className="size-4" />}
        </span>
      </span>
    </label>
  );
}
