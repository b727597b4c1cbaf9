'use client';
/** Changes a table: its name, its object, its parts, its end. Each with a reason, and nothing overwritten. */
import { standingOnes } from '@/domain/programming/deed';
import { usePath } from '@/client/hooks/path-provider';
import { lastReshape } from '@/domain/programming/merge-split';
import { TABLE_STATES } from '@/domain/programming/work-table-shapes';
import type { WorkTable } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';
import { EditDialog } from '../_shared/edit-dialog';
import type { FormField } from '../_shared/form-fields';
import { UndoReshape } from '../_shared/merge-things';
import { useOptions } from '../_shared/field-options';
import { SplitTable } from './split-table';
import { useTableLives } from './table-commands';

export function Reshape({ code, table }: { code: string; table: WorkTable }) {
  const say = useSay();
  const ask = usePathDo();
  const path = usePath();
  const o = useOptions();
  const { id } = table;
  const { close } = useTableLives();
  const hint = say('planning.becomesPublic');
  const rationale: FormField = {
    ...{ key: 'rationale', as: 'line', label: say('planning.rationale'), required: true },
    hint: say('planning.rationaleHint'),
  };
  if (lastReshape(path, 'table', id)?.kind === 'split') return <UndoReshape what="table" id={id} />;
  if (table.closed)
    return (
      <EditDialog
        name={`${code}:reopen-${id}`}
        title={say('planning.reopenTable')}
        icon="undo"
        now={{ rationale: '' }}
        fields={[rationale]}
        onSubmit={(w) => ask('reopenTable', { id, rationale: String(w.rationale ?? '') })}
      />
    );
  const others = standingOnes(path.tables).filter((t) => t.id !== id);
  return (
    <>
      <EditDialog
        name={`${code}:rename-${id}`}
        title={say('planning.renameTable')}
        kind="primary"
        now={{ name: table.name, rationale: '' }}
        fields={[
          { key: 'name', as: 'line', label: say('planning.newName'), required: true, hint },
          rationale,
        ]}
        onSubmit={(w) => {
          const { name = table.name, rationale: why = '' } = w as { name?: string; rationale?: string };
          return ask('renameTable', { id, name, rationale: why });
        }}
      />
      <EditDialog
        name={`${code}:redefine-${id}`}
        title={say('planning.redefineTable')}
        now={{ object: table.object, rationale: '' }}
        fields={[
          { key: 'object', as: 'text', label: say('planning.object'), required: true, hint },
          rationale,
        ]}
        onSubmit={(w) => {
          const { object = table.object, rationale: why = '' } = w as { object?: string; rationale?: string };
          return ask('redefineTable', { id, object, rationale: why });
        }}
      />
      <EditDialog
        name={`${code}:table-${id}`}
        title={say('planning.leadAndStatus')}
        icon="settings"
        now={{ lead: table.lead, status: table.status, areas: table.areas }}
        fields={[
          { key: 'lead', as: 'line', label: say('planning.lead') },
          {
            ...{ key: 'status', as: 'choice', label: say('planning.status') },
            choices: o.words('tableStatus', TABLE_STATES),
          },
          { key: 'areas', as: 'checks', label: say('planning.areas'), choices: o.areas() },
        ]}
        onSubmit={(w) => Object.keys(w).length === 0 || ask('reviseTable', { id, ...w })}
      />
      <EditDialog
        name={`${code}:predecessors-${id}`}
        title={say('planning.predecessors')}
        icon="link"
        now={{ predecessors: table.predecessors, rationale: table.rationale }}
        fields={[
          {
            ...{ key: 'predecessors', as: 'checks', label: say('planning.comesFrom') },
            choices: others.map((t) => ({ value: t.id, label: t.name })),
          },
          { ...rationale, required: false },
        ]}
        onSubmit={(w) => {
          const now = { predecessors: table.predecessors, rationale: table.rationale };
          return ask('setPredecessors', { id, ...now, ...w });
        }}
      />
      <SplitTable table={table} />
      <UndoReshape what="table" id={id} />
      <EditDialog
        name={`${code}:close-${id}`}
        title={say('planning.closeTable')}
        icon="close"
        kind="danger"
        now={{ rationale: '' }}
        fields={[rationale]}
        submit={say('planning.closeTable')}
        onSubmit={(w) => close(id, String(w.rationale ?? ''))}
      />
    </>
  );
}
