'use client';
/** Corrects a line that was copied from paper, or removes it while nothing depends on it. */
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { NOTE_KINDS } from '@/domain/gathering/state/note';
import type { Paper } from '@/domain/programming/state';
import { standingOnes } from '@/domain/programming/deed';
import { STRANDS } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';
import { EditDialog } from '../_shared/edit-dialog';
import type { Values } from '../_shared/form';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';
import { useSectorName } from './names';

export function PaperEdit({ paper, onGone }: { paper: Paper; onGone: () => void }) {
  const say = useSay();
  const path = usePath();
  const { code } = path;
  const ask = usePathDo() as (deed: 'revisePaper' | 'removeThing' | 'restoreThing', words: Values) => boolean;
  const tell = useTell();
  const sector = useSectorName();
  const { meetings } = useOptions();
  const fields: FormField[] = [
    { key: 'text', as: 'text', label: say('reading.paper.one'), hint: say('reading.paper.oneHint') },
    {
      ...{ key: 'kind', as: 'select', label: say('reading.filter.voice'), half: true },
      options: NOTE_KINDS.map((k) => ({ value: k, label: say(`reading.voice.${k}`) })),
    },
    {
      ...{ key: 'sector', as: 'select', label: say('reading.filter.sector'), half: true, nullable: true },
      options: [
        { value: '', label: say('reading.untold') },
        ...standingOnes(path.sectors).map((s) => ({ value: s.id, label: sector(s.id) })),
      ],
    },
    {
      ...{ key: 'meeting', as: 'select', label: say('reading.paper.meeting'), half: true, nullable: true },
      options: [{ value: '', label: say('reading.paper.noMeeting') }, ...meetings()],
    },
    { key: 'where', as: 'line', label: say('reading.paper.where'), half: true },
    {
      ...{ key: 'strands', as: 'checks', label: say('reading.filter.strand') },
      choices: STRANDS.map((s) => ({ value: s, label: `${s} – ${say(`reading.strand.${s}`)}` })),
    },
  ];
  return (
    <EditDialog
      name={`${code}:paper-${paper.id}`}
      title={say('reading.paper.edit')}
      now={paper}
      fields={fields}
      onSubmit={(changed) => {
        if (Object.keys(changed).length === 0) return true;
        const before = Object.fromEntries(Object.keys(changed).map((k) => [k, paper[k as keyof Paper]]));
        if (!ask('revisePaper', { id: paper.id, ...changed })) return false;
        tell(say('planning.saved'), 'good', {
          label: say('planning.undo'),
          onUndo: () => ask('revisePaper', { id: paper.id, ...before }),
        });
        return true;
      }}
      onRemove={() => {
        if (!ask('removeThing', { what: 'paper', id: paper.id })) return false;
        tell(say('reading.paper.gone'), 'plain', {
          label: say('planning.undo'),
          onUndo: () => ask('restoreThing', { what: 'paper', id: paper.id }),
        });
        onGone();
        return true;
      }}
    />
  );
}
