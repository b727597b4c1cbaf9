'use client';
/** The bodies and groups the path knows, new ones told from those already at the tables. */
import { useState } from 'react';
import { usePath } from '@/client/path';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { SearchField } from '@/ui/search-field';
import { useMayWrite } from '../asking';
import { EditDialog } from '../_parts/edit-dialog';
import { useRegister } from '../_parts/register';
import { useOrganizationFields } from './fields';

const BLANK = { name: '', sector: null, municipality: '', alreadyInvolved: false, institutionalRole: '' };

export function Organizations({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useOrganizationFields();
  const { add, revise, remove } = useRegister('organization');
  const [words, setWords] = useState('');
  const all = standingOnes(path.organizations).sort((a, b) => a.name.localeCompare(b.name, 'it'));
  const shown = all.filter((o) => o.name.toLowerCase().includes(words.toLowerCase()));
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {may && (
          <EditDialog
            name={`${code}:new-organization`}
            title={say('planning.newOrganization')}
            icon="plus"
            kind="primary"
            now={BLANK}
            fields={fields}
            submit={say('planning.add')}
            onSubmit={(w) => add({ ...BLANK, ...w }) !== null}
          />
        )}
        {all.length > 8 && (
          <div className="min-w-60 flex-1">
            <SearchField
              label={say('planning.search')}
              placeholder={say('planning.search')}
              clearLabel={say('planning.clear')}
              value={words}
              onText={setWords}
            />
          </div>
        )}
      </div>
      <DataTable
        caption={say('planning.organizations')}
        captionHidden
        empty={say('planning.noOrganizations')}
        columns={[
          { key: 'name', label: say('planning.name'), heads: true },
          { key: 'sector', label: say('planning.sector') },
          { key: 'municipality', label: say('planning.municipality') },
          { key: 'new', label: say('planning.newOrOld') },
          { key: 'edit', label: say('planning.actions') },
        ]}
        rows={shown.map((o) => ({
          id: o.id,
          cells: {
            name: (
              <>
                {o.name}
                {o.institutionalRole && (
                  <span className="block font-normal text-ink-soft text-sm">{o.institutionalRole}</span>
                )}
              </>
            ),
            sector: o.sector ? path.sectors[o.sector]?.label : '',
            municipality: o.municipality,
            new: o.alreadyInvolved ? (
              say('planning.already')
            ) : (
              <Badge tone="accent">{say('planning.isNew')}</Badge>
            ),
            edit: may && (
              <EditDialog
                name={`${code}:organization-${o.id}`}
                title={say('planning.edit')}
                kind="plain"
                now={o}
                fields={fields}
                onSubmit={(w) => revise(o, w)}
                onRemove={() => remove(o.id, o.name)}
              />
            ),
          },
        }))}
      />
    </div>
  );
}
