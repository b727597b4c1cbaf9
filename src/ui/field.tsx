/** A form field with its label, hint and error, linked so that screen readers read all that is seen. */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type RefObject,
  type SelectHTMLAttributes,
  useId,
} from 'react';
import { cx } from './cx';
import { EarlyInput } from './early-input';
import { Icon } from './icons';

export type Asking = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** A word beside the label, such as "facoltativo". */
  aside?: string | undefined;
  /** Keep the label for screen readers only. */
  labelHidden?: boolean;
};
export type FieldIds = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export const inputClass =
  'block w-full rounded-md border-2 border-edge bg-raised px-3.5 py-2.5 text-ink placeholder:text-ink-soft ' +
  'min-h-12 hover:border-accent focus-visible:border-accent aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-soft';

export function Field({
  label,
  hint,
  error,
  aside,
  labelHidden,
  id,
  foot,
  children,
}: Asking & { id?: string; foot?: ReactNode; children: (wire: FieldIds) => ReactNode }) {
  const own = useId();
  const at = id ?? own;
  const described = [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(' ');
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <label htmlFor={at} className={labelHidden ? 'sr-only' : 'font-semibold'}>
        {label}
        {/* The space is for ears, and inside the word's own text: browsers do not count one that stands alone. */}
        {aside && <span className="ms-1 font-normal text-ink-soft text-sm">{` ${aside}`}</span>}
      </label>
      {hint && (
        <p id={`${at}-hint`} className="text-ink-soft text-sm">
          {hint}
        </p>
      )}
      {children({
        id: at,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error && (
        <p id={`${at}-error`} className="flex items-start gap-1.5 font-semibold text-bad text-sm">
          <Icon name="warning" className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
      {foot}
    </div>
  );
}

export function TextInput({
  label,
  hint,
  error,
  aside,
  labelHidden,
  id,
  className,
  ...rest
}: Asking & InputHTMLAttributes<HTMLInputElement> & { ref?: RefObject<HTMLInputElement | null> }) {
  // A form without a program keeps its own words.
  const Input = rest.onChange ? EarlyInput : 'input';
  return (
    <Field {...{ label, hint, error, aside, labelHidden, id }}>
      {(wire) => <Input type="text" className={cx(inputClass, className)} {...rest} {...wire} />}
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  aside,
  labelHidden,
  id,
  options,
  className,
  ...rest
}: Asking & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
} & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, aside, labelHidden, id }}>
      {(wire) => (
        <div className="relative">
          <select
            className={cx(inputClass, 'appearance-none text-ellipsis pe-11', className)}
            {...rest}
            {...wire}
          >
            {options.map((o) => (
              <option key={o.value} value={o.value} disabled={o.disabled}>
                {o.label}
              </option>
            ))}
          </select>
          <Icon name="down" className="pointer-events-none absolute top-1/2 end-3 -translate-y-1/2" />
        </div>
      )}
    </Field>
  );
}
