'use client';
/** The organisations and groups the path knows, with a mark for new ones, not yet at the tables. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { EditEntry, RegisterHead } from '../_shared/entries';
import { MergeThings } from '../_shared/merge-things';
import { ImportDialog } from '../_shared/import-dialog';
import { RegisterSearch } from '../_shared/register-search';
import { useOrganizationFields } from './meeting-fields';

const BLANK = { name: '', sector: null, municipality: '', alreadyInvolved: false, institutionalRole: '' };

export function Organizations({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const fields = useOrganizationFields();
  const [words, setWords] = useState('');
  const all = standingOnes(path.organizations).sort((a, b) => a.name.localeCompare(b.name, 'it'));
  const fits = seeking(words);
  const shown = all.filter((o) => fits(o.name));
  return (
    <div className="grid gap-4">
      <RegisterHead
        {...{ code, fields }}
        what="organization"
        title={say('planning.newOrganization')}
        blank={BLANK}
      >
        <RegisterSearch of={all.length} words={words} onWords={setWords} />
        <ImportDialog code={code} what="organization" />
      </RegisterHead>
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
            edit: (
              <span className="flex flex-wrap gap-1">
                <EditEntry {...{ code, fields }} what="organization" entry={o} called={o.name} />
                <MergeThings what="organization" id={o.id} />
              </span>
            ),
          },
        }))}
      />
    </div>
  );
}
