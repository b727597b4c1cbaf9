'use client';
/** Intervention sheets, the yearly programme and the pact: documents with the office's own headings. */
import { nanoid } from 'nanoid';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { EmptyState } from '@/ui/notice';
import { usePathDo, useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { useOptions } from '../_shared/field-options';
import { goTo } from '../_shared/path-router';

export const SHEET_KINDS = ['scheda_intervento', 'programma_attuativo', 'patto'] as const;
const BLANK = { kind: 'scheda_intervento' as const, title: '', table: null, goals: [] };

export function SheetList({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const o = useOptions();
  const sheets = standingOnes(path.sheets);
  const begin = (w: Record<string, unknown>): boolean => {
    const id = nanoid(14);
    const parts = (path.about?.headings ?? []).map((heading) => ({ heading, text: '' }));
    const own = w.kind && w.kind !== 'scheda_intervento' ? [] : parts;
    if (!ask('addSheet', { id, ...BLANK, parts: own, ...w })) return false;
    goTo(placeOf(code, 'obiettivi', 'schede', id));
    return true;
  };
  return (
    <div className="grid gap-4">
      {may && (
        <div>
          <EditDialog
            name={`${code}:new-sheet`}
            title={say('planning.newSheet')}
            icon="plus"
            kind="primary"
            now={BLANK}
            submit={say('planning.add')}
            fields={[
              {
                ...{ key: 'kind', as: 'choice', label: say('planning.sheetKind') },
                choices: o.words('sheet', SHEET_KINDS),
              },
              { key: 'title', as: 'line', label: say('planning.title'), required: true },
              o.table(),
              { key: 'goals', as: 'checks', label: say('planning.obiettivi'), choices: o.goals() },
            ]}
            onSubmit={begin}
          />
        </div>
      )}
      {sheets.length === 0 && (
        <EmptyState title={say('planning.noSheets')}>{say('planning.noSheetsHow')}</EmptyState>
      )}
      <ul className="grid gap-2">
        {sheets.map((s) => (
          <li
            key={s.id}
            className="relative grid gap-1 rounded-xl border border-line bg-raised px-4 py-3 hover:border-accent"
          >
            <a
              href={placeOf(code, 'obiettivi', 'schede', s.id)}
              className="font-semibold text-lg no-underline after:absolute after:inset-0"
            >
              {s.title}
            </a>
            <span className="flex flex-wrap items-center gap-2 text-sm">
              <Badge>{say(`planning.sheet.${s.kind}`)}</Badge>
              <Badge tone={s.status === 'definitiva' ? 'good' : 'warn'}>
                {say(`planning.sheetStatus.${s.status}`)}
              </Badge>
              <span className="text-ink-soft">
                {say('planning.filled', {
                  n: s.parts.filter((p) => p.text !== '').length,
                  of: s.parts.length,
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
