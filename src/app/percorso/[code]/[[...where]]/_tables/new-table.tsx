'use client';
/** Adds a table that existed before, or one that begins now. */
import { nanoid } from 'nanoid';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';
import { EditDialog } from '../_shared/edit-dialog';
import { useOptions } from '../_shared/field-options';

const BLANK = { name: '', object: '', existing: false, rationale: '', lead: '', areas: [] };

export function NewTable({ code }: { code: string }) {
  const say = useSay();
  const ask = usePathDo();
  const o = useOptions();
  return (
    <EditDialog
      name={`${code}:new-table`}
      title={say('planning.newTable')}
      icon="plus"
      kind="primary"
      now={BLANK}
      submit={say('planning.add')}
      fields={[
        {
          ...{ key: 'name', as: 'line', label: say('planning.name'), required: true },
          hint: say('planning.becomesPublic'),
        },
        {
          ...{ key: 'object', as: 'text', label: say('planning.object') },
          hint: say('planning.becomesPublic'),
        },
        {
          ...{ key: 'existing', as: 'toggle', label: say('planning.existing') },
          hint: say('planning.existingHint'),
        },
        { key: 'rationale', as: 'line', label: say('planning.rationale') },
        { key: 'lead', as: 'line', label: say('planning.lead') },
        { key: 'areas', as: 'checks', label: say('planning.areas'), choices: o.areas() },
      ]}
      onSubmit={(words) => ask('addTable', { id: nanoid(14), ...BLANK, ...words })}
    />
  );
}
