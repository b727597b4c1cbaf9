'use client';
/** A text box that grows with its text, and says how much room is left when it is little. */
import { type CSSProperties, type TextareaHTMLAttributes, useLayoutEffect, useRef, useState } from 'react';
import { cx } from './cx';
import { useEarlyInput } from './early-input';
import { type Asking, Field, inputClass } from './field';

export function TextArea({
  label,
  hint,
  error,
  aside,
  labelHidden,
  id,
  value,
  onText,
  max,
  sayLeft,
  rows = 3,
  className,
  ...rest
}: Asking & {
  value: string;
  onText: (text: string) => void;
  /** Longest text in characters; typing past it is shown, never cut. */
  max?: number;
  /** Words for the counter, e.g. "12 caratteri ancora"; negative when past the end. */
  sayLeft?: (left: number) => string;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'>) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEarlyInput(box);
  // React would write each letter into the element's default text too, and the browser would style the page again for it:
  // so the box keeps what is typed, and is given another text only where the value is not that.
  const [given, give] = useState(value);
  const latest = useRef(value);
  const settle = () => {
    const el = box.current;
    if (!el || el.value === latest.current) return;
    el.value = latest.current;
    give(latest.current);
  };
  // Before the page is hydrated a person may have typed: the first value must not replace it.
  useLayoutEffect(() => {
    if (latest.current === value) return;
    latest.current = value;
    settle();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const el = box.current;
    // The browser does it with less work, by the class below.
    if (!el || CSS.supports('field-sizing', 'content')) return;
    el.style.height = 'auto';
    el.style.height = `${el.scrollHeight + 4}px`;
  }, [value]);
  const left = max === undefined ? null : max - [...value].length;
  const counter = left !== null && sayLeft && left <= Math.max(20, (max ?? 0) / 5) && (
    <p className={cx('text-end text-sm tabular-nums', left < 0 ? 'font-semibold text-bad' : 'text-ink-soft')}>
      {sayLeft(left)}
    </p>
  );
  return (
    <Field {...{ label, hint, error, aside, labelHidden, id }} foot={counter}>
      {(wire) => (
        <textarea
          ref={box}
          rows={rows}
          defaultValue={given}
          onChange={(e) => {
            onText(e.target.value);
            // After the drawing of what was typed: a text that was not taken, or not as it was typed, is taken back.
            queueMicrotask(settle);
          }}
          style={{ '--rows': rows } as CSSProperties}
          className={cx(
            inputClass,
            'max-h-[60dvh] resize-none overflow-y-auto supports-[field-sizing:content]:field-sizing-content supports-[field-sizing:content]:min-h-[calc(var(--rows)*1lh+1.25rem+4px)]',
            className,
          )}
          {...rest}
          {...wire}
        />
      )}
    </Field>
  );
}
