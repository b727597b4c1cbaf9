'use client';
/**
 * The common parts of a register's list: a new entry beside the filter at its head, and at each entry the way to change
 * it.
 */
import type { ReactNode } from 'react';
import { useSay } from '@/i18n/words';
import { useMayWrite } from '../path-commands';
import { EditDialog } from './edit-dialog';
import type { Values } from './form';
import type { FormField } from './form-fields';
import { type Register, useRegister } from './register';

type Kept = { code: string; what: Register; fields: readonly FormField[] };

/** `children`: the search among the entries; people who only read see just that. */
export function RegisterHead({
  code,
  what,
  fields,
  title,
  blank,
  children,
}: Kept & { title: string; blank: Values; children?: ReactNode }) {
  const say = useSay();
  const may = useMayWrite();
  const { add } = useRegister(what);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 empty:hidden">
      {may && (
        <EditDialog
          name={`${code}:new-${what}`}
          title={title}
          icon="plus"
          kind="primary"
          now={blank}
          fields={fields}
          submit={say('planning.add')}
          onSubmit={(w) => add({ ...blank, ...w }) !== null}
        />
      )}
      {children}
    </div>
  );
}

/** Nothing for people who only read. `called`: its name in the message after it was removed. */
export function EditEntry({
  code,
  what,
  fields,
  entry,
  called,
}: Kept & { entry: { id: string } & object; called: string }) {
  const say = useSay();
  const may = useMayWrite();
  const { revise, remove } = useRegister(what);
  if (!may) return null;
  return (
    <EditDialog
      name={`${code}:${what}-${entry.id}`}
      title={say('planning.edit')}
      kind="plain"
      now={entry as unknown as Values}
      fields={fields}
      onSubmit={(w) => revise(entry, w)}
      onRemove={() => remove(entry.id, called)}
    />
  );
}
