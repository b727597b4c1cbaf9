'use client';
/** The field types of a path's forms, each drawn by its kind. */
import { useSay } from '@/i18n/words';
import { CheckPills, type Choice, ChoicePills, Toggle } from '@/ui/choice';
import { Select, TextInput } from '@/ui/field';
import { TextArea } from '@/ui/text-area';
import { readAmount } from '@/domain/programming/amounts';
import { centsFrom } from '@/domain/programming/csv-reader';

export type Option = { value: string; label: string };
export type FormField = {
  key: string;
  label: string;
  hint?: string;
  /** Half of the width on a desk. */
  half?: boolean;
  required?: boolean;
} & (
  | { as: 'line' | 'day' | 'number' | 'value' | 'money' | 'hours' | 'toggle' | 'lines' }
  | { as: 'text'; rows?: number }
  | { as: 'choice' | 'checks'; choices: readonly Choice[] }
  /** The first option stands for none. */
  | { as: 'select'; options: readonly Option[]; nullable?: boolean }
);

/** An amount as it is typed here: `1500,75`. */
export const written = (cents: number): string =>
  (cents / 100).toFixed(2).replace('.', ',').replace(',00', '');

const plainly = (n: number): string => String(n).replace('.', ',');
/** A number with a comma or a point; null when it is none, or when it can be read in two ways. */
export function valueFrom(typed: string): number | null {
  const read = readAmount(typed, null, false);
  return typed.trim() === '' || read === null || 'asks' in read ? null : read.hundredths / 100;
}

type Props = {
  field: FormField;
  value: unknown;
  onValue: (v: unknown) => void;
  /** The field in which the cursor starts. */
  first: boolean;
};

export function FieldOf({ field, value, onValue, first }: Props) {
  const say = useSay();
  const { label, hint, required } = field;
  const text = typeof value === 'string' ? value : '';
  const typed = {
    label,
    hint,
    required,
    'data-first': first || undefined,
    autoComplete: 'off',
    onChange: (e: { target: { value: string } }) => onValue(e.target.value),
  };
  switch (field.as) {
    case 'line':
      return <TextInput {...typed} value={text} />;
    case 'day':
      return (
        <TextInput {...typed} type="date" value={text} onChange={(e) => onValue(e.target.value || null)} />
      );
    case 'number':
    case 'hours':
      return (
        <TextInput
          {...typed}
          type="number"
          min={0}
          step={field.as === 'hours' ? 0.25 : 1}
          value={typeof value === 'number' ? value : ''}
          onChange={(e) => onValue(e.target.value === '' ? null : Number(e.target.value))}
        />
      );
    case 'money':
      return (
        <Typed
          {...{ ...typed, value, onValue, error: say('planning.badAmount') }}
          shown={written}
          parse={centsFrom}
        />
      );
    case 'value':
      return (
        <Typed
          {...{ ...typed, value, onValue, error: say('planning.badAmount') }}
          shown={plainly}
          parse={valueFrom}
        />
      );
    case 'text':
      return (
        <TextArea
          {...{ label, hint, required }}
          data-first={first || undefined}
          rows={field.rows ?? 3}
          value={text}
          onText={onValue}
        />
      );
    case 'lines':
      return (
        <TextArea
          {...{ label, required }}
          hint={hint ?? say('planning.onePerLine')}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onText={(t) => onValue(t === '' ? [] : t.split('\n'))}
        />
      );
    case 'toggle':
      return <Toggle label={label} hint={hint} on={value === true} onToggle={onValue} />;
    case 'choice':
      return (
        <ChoicePills legend={label} hint={hint} choices={field.choices} value={text} onValue={onValue} />
      );
    case 'checks':
      return (
        <CheckPills
          legend={label}
          hint={hint}
          choices={field.choices}
          values={Array.isArray(value) ? (value as string[]) : []}
          onValues={onValue}
        />
      );
    case 'select':
      return (
        <Select
          {...{ label, hint, required }}
          options={field.options}
          value={text}
          onChange={(e) => onValue(field.nullable && e.target.value === '' ? null : e.target.value)}
        />
      );
  }
}

/** Kept as typed until it reads as a number: an amount in whole cents, or a plain value. */
function Typed({
  value,
  onValue,
  error,
  shown: write,
  parse,
  ...rest
}: {
  value: unknown;
  onValue: (v: unknown) => void;
  error: string;
  shown: (n: number) => string;
  parse: (text: string) => number | null;
} & Omit<Parameters<typeof TextInput>[0], 'value'>) {
  const shown = typeof value === 'number' ? write(value) : typeof value === 'string' ? value : '';
  const bad = typeof value === 'string' && value !== '';
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={shown}
      error={bad ? error : undefined}
      onChange={(e) => onValue(e.target.value)}
      onBlur={(e) => {
        const read = parse(e.target.value);
        onValue(e.target.value.trim() === '' ? null : (read ?? e.target.value));
      }}
    />
  );
}
