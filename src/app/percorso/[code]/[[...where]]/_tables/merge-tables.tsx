'use client';
/** Merges two tables or more: the old ones close and stay readable. */
import { useSay } from '@/i18n/words';
import type { WorkTable } from '@/domain/programming/state';
import { EditDialog } from '../_shared/edit-dialog';
import { useTableLives } from './table-commands';

export function MergeTables({ code, open }: { code: string; open: WorkTable[] }) {
  const say = useSay();
  const { merge } = useTableLives();
  const hint = say('planning.becomesPublic');
  // Merging the last two hides the button; the dialog stays to close by itself and leave no entry in the history.
  return (
    <div className={open.length < 2 ? 'hidden' : 'contents'}>
      <EditDialog
        name={`${code}:merge-tables`}
        title={say('planning.mergeTables')}
        icon="merge"
        now={{ from: [], name: '', object: '', rationale: '' }}
        submit={say('planning.mergeTables')}
        fields={[
          {
            ...{ key: 'from', as: 'checks', label: say('planning.mergeWhich') },
            choices: open.map((t) => ({ value: t.id, label: t.name })),
          },
          { key: 'name', as: 'line', label: say('planning.newName'), required: true, hint },
          { key: 'object', as: 'text', label: say('planning.object'), hint },
          { key: 'rationale', as: 'line', label: say('planning.rationale'), required: true },
        ]}
        onSubmit={(w) => merge((w.from ?? []) as string[], w)}
      />
    </div>
  );
}
