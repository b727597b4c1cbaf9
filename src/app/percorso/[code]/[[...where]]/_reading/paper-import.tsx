'use client';
/** Imports contributions on paper: pasted or from a file, previewed line by line before anything is written. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { NOTE_KINDS, type NoteKind } from '@/domain/gathering/state/note';
import { standingOnes } from '@/domain/programming/deed';
import type { Defaults } from '@/domain/programming/paper-sheet';
import { STRANDS } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { CheckPills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { ImportSheet } from '../_shared/import-sheet';

const nothing: Defaults = { meeting: null, kind: 'altro', sector: null, strands: [], where: '' };

export function PaperImport({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [defaults, setDefaults] = useState<Defaults>(nothing);
  const set = (patch: Partial<Defaults>) => setDefaults((d) => ({ ...d, ...patch }));
  const meetings = standingOnes(path.meetings).map((m) => ({ value: m.id, label: m.title }));
  // The office's own sectors too: the people listened to may be of none of those in the join form.
  const sectors = standingOnes(path.sectors)
    .sort((a, b) => a.order - b.order)
    .map((s) => ({ value: s.id, label: s.label }));
  return (
    <Dialog wide open={open} onClose={onClose} title={say('reading.import')} closeLabel={say('close')}>
      <ImportSheet code={path.code} what="paper" defaults={defaults} onDone={onClose}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label={say('reading.paper.meeting')}
            value={defaults.meeting ?? ''}
            onChange={(e) => set({ meeting: e.target.value || null })}
            options={[{ value: '', label: say('reading.paper.noMeeting') }, ...meetings]}
          />
          <TextInput
            label={say('reading.paper.where')}
            placeholder={say('reading.paper.whereHint')}
            value={defaults.where}
            onChange={(e) => set({ where: e.target.value })}
          />
          <Select
            label={say('reading.filter.voice')}
            value={defaults.kind}
            onChange={(e) => set({ kind: e.target.value as NoteKind })}
            options={NOTE_KINDS.map((k) => ({ value: k, label: say(`reading.voice.${k}`) }))}
          />
          <Select
            label={say('reading.filter.sector')}
            value={defaults.sector ?? ''}
            onChange={(e) => set({ sector: e.target.value || null })}
            options={[{ value: '', label: say('reading.untold') }, ...sectors]}
          />
        </div>
        <CheckPills
          legend={say('reading.filter.strand')}
          values={defaults.strands}
          onValues={(strands) => set({ strands })}
          choices={STRANDS.map((s) => ({ value: s, label: `${s} – ${say(`reading.strand.${s}`)}` }))}
        />
      </ImportSheet>
    </Dialog>
  );
}
