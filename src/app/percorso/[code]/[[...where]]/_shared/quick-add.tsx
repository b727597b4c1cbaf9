'use client';
/** One line and Enter: creates a new entry with its name; the rest can follow. */
import { type FormEvent, useRef } from 'react';
import { useDraft } from '@/client/hooks/gathering-provider';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';

export function QuickAdd({
  name,
  label,
  hint,
  placeholder,
  submit,
  onAdd,
}: {
  /** Names the draft on this device for good. */
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  submit: string;
  onAdd: (text: string) => boolean;
}) {
  const [text, setText, forget] = useDraft(`planning:${name}`);
  const box = useRef<HTMLInputElement>(null);
  const add = (e: FormEvent) => {
    e.preventDefault();
    if (text.trim() !== '' && onAdd(text)) forget();
    box.current?.focus();
  };
  return (
    <form onSubmit={add} className="flex flex-wrap items-end gap-2 print:hidden">
      <div className="min-w-0 flex-[1_1_16rem]">
        <TextInput
          ref={box}
          label={label}
          hint={hint}
          placeholder={placeholder}
          autoComplete="off"
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <Button type="submit" kind="primary" icon="plus">
        {submit}
      </Button>
    </form>
  );
}
