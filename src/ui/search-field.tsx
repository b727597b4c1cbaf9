'use client';
/** A search box that can be emptied in one tap and shows how much it found. */
import { useId, useRef } from 'react';
import { EarlyInput } from './early-input';
import { inputClass } from './field';
import { Icon } from './icons';

export function SearchField({
  label,
  placeholder,
  value,
  onText,
  clearLabel,
  found,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onText: (text: string) => void;
  clearLabel: string;
  /** The number of results, in words; announced politely. */
  found?: string;
}) {
  const at = useId();
  const box = useRef<HTMLInputElement>(null);
  const clear = () => {
    onText('');
    box.current?.focus();
  };
  return (
    <search className="grid gap-1">
      <label htmlFor={at} className="sr-only">
        {label}
      </label>
      <div className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 start-4 -translate-y-1/2 text-ink-soft"
        />
        <EarlyInput
          ref={box}
          id={at}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(e) => onText(e.target.value)}
          className={`${inputClass} rounded-full! pe-12 ps-[calc(--spacing(6)+1.4em)]`}
        />
        {value && (
          <button
            type="button"
            aria-label={clearLabel}
            onClick={clear}
            className="absolute top-1/2 end-0.5 grid size-11 -translate-y-1/2 place-items-center rounded-full text-ink-soft hover:text-ink"
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <p aria-live="polite" className="px-4 text-ink-soft text-sm empty:hidden">
        {found}
      </p>
    </search>
  );
}
