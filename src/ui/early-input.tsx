'use client';
/**
 * Text fields that keep what a person types before the page is hydrated. On a slow device a form is visible seconds before its
 * program: React takes what it finds in a field for what it has drawn, and at the next drawing writes its own value over it.
 */
import { type InputHTMLAttributes, type RefObject, useEffect, useRef } from 'react';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Once the field is hydrated, gives it what was typed meanwhile, as if it were typed now. */
export function useEarlyInput<E extends TextField>(field: RefObject<E | null>): void {
  useEffect(() => {
    const { current } = field;
    // Remembered now: when another field is replayed, React draws this one too.
    const typed = current?.value;
    if (!current || typed === undefined || typed === current.defaultValue) return;
    // After the effects of the screen around it: these words are newer than a draft that the device kept.
    queueMicrotask(() => replay(current, typed));
  }, [field]);
}

function replay(
  field: TextField & { _valueTracker?: { setValue(value: string): void } },
  typed: string,
): void {
  if (!field.isConnected) return;
  // Only where it was drawn again: to set a field moves the caret, and ends the composition of an input method.
  if (field.value !== typed) field.value = typed;
  // React ignores an `input` without a change. `_valueTracker` is private to React, which offers no public way to forget the
  // value that it found; without it nothing is replayed, and nothing breaks.
  field._valueTracker?.setValue('');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

type Props = InputHTMLAttributes<HTMLInputElement> & { ref?: RefObject<HTMLInputElement | null> };
export function EarlyInput({ ref, ...rest }: Props) {
  const own = useRef<HTMLInputElement>(null);
  const field = ref ?? own;
  useEarlyInput(field);
  return <input ref={field} {...rest} />;
}
