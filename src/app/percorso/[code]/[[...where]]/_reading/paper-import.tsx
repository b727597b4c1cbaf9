'use client';
/** Bringing in what was on paper: pasted or from a file, seen line by line before anything is written. */
import { nanoid } from 'nanoid';
import { useMemo, useState } from 'react';
import { useTell } from '@/app/_page/answers';
import { usePath } from '@/client/path';
import { NOTE_KINDS, type NoteKind } from '@/domain/gathering/state/note';
import { standingOnes } from '@/domain/programming/deed';
import { type Defaults, type PaperLine, readPaperSheet } from '@/domain/programming/paper-sheet';
import { SECTORS, STRANDS, type Sector } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { CheckPills, ChoicePills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { TextArea } from '@/ui/text-area';
import { useDo } from '../asking';
import { useSectorName } from './names';
import { PaperPreviewList } from './paper-preview';

/** One message carries one sheaf; a larger sheet goes in several, each whole. */
const SHEAF_MAX = 30_000;

function sheaves(lines: readonly PaperLine[]): PaperLine[][] {
  const all: PaperLine[][] = [];
  let size = SHEAF_MAX;
  for (const line of lines) {
    const weight = new TextEncoder().encode(JSON.stringify(line)).length;
    if (size + weight > SHEAF_MAX || (all.at(-1)?.length ?? 0) >= 400) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(line);
    size += weight;
  }
  return all;
}

/** Offices save sheets in their old encoding too: the accents must come out right either way. */
async function textOf(file: File): Promise<{ text: string; old: boolean }> {
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), old: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), old: true };
  }
}

const nothing: Defaults = { meeting: null, kind: 'altro', sector: null, strands: [], where: '' };

export function PaperImport({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const ask = useDo();
  const tell = useTell();
  const sector = useSectorName();
  const [text, setText] = useState('');
  const [old, setOld] = useState(false);
  const [shape, setShape] = useState<'lines' | 'paragraphs'>('lines');
  const [defaults, setDefaults] = useState<Defaults>(nothing);
  const set = (patch: Partial<Defaults>) => setDefaults((d) => ({ ...d, ...patch }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only the papers are read
  const preview = useMemo(
    () => (text.trim() === '' ? null : readPaperSheet(path, text, shape, defaults, () => nanoid(14))),
    [text, shape, defaults, path.papers],
  );
  const meetings = standingOnes(path.meetings).map((m) => ({ value: m.id, label: m.title }));

  const bring = () => {
    if (!preview) return;
    for (const lines of sheaves(preview.rows))
      if (!ask('importPaper', { meeting: defaults.meeting, lines })) return;
    const ids = preview.rows.map((r) => r.id);
    tell(say('reading.paper.done', { n: ids.length }), 'good', {
      label: say('planning.undo'),
      onUndo: () => {
        for (const id of ids) ask('removeThing', { what: 'paper', id });
      },
    });
    setText('');
    onClose();
  };

  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={say('reading.import')}
      closeLabel={say('close')}
      actions={
        <>
          {preview && preview.bad.length > 0 && (
            <p className="mr-auto self-center text-sm text-warn">
              {say('reading.paper.left', { n: preview.bad.length })}
            </p>
          )}
          <Button kind="primary" disabled={!preview || preview.rows.length === 0} onClick={bring}>
            {say('reading.paper.bring', { n: preview?.rows.length ?? 0 })}
          </Button>
        </>
      }
    >
      <TextArea
        label={say('reading.paper.text')}
        hint={say('reading.paper.textHint')}
        value={text}
        onText={setText}
        rows={6}
      />
      <label className="grid gap-1.5">
        <span className="font-semibold">{say('reading.paper.file')}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={async (e) => {
            const file = e.target.files?.[0];
            if (!file) return;
            const opened = await textOf(file);
            setText(opened.text);
            setOld(opened.old);
          }}
          className="min-h-11 text-sm file:mr-3 file:min-h-11 file:rounded-full file:border-2 file:border-edge file:bg-raised file:px-4 file:font-semibold"
        />
      </label>
      {old && <p className="text-sm text-warn">{say('reading.paper.oldEncoding')}</p>}
      {preview?.shape !== 'table' && (
        <ChoicePills
          legend={say('reading.paper.shape')}
          value={shape}
          onValue={setShape}
          choices={[
            { value: 'lines', label: say('reading.paper.lines') },
            { value: 'paragraphs', label: say('reading.paper.paragraphs') },
          ]}
        />
      )}
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
          onChange={(e) => set({ sector: (e.target.value || null) as Sector | null })}
          options={[
            { value: '', label: say('reading.untold') },
            ...SECTORS.map((s) => ({ value: s, label: sector(s) })),
          ]}
        />
      </div>
      <CheckPills
        legend={say('reading.filter.strand')}
        values={defaults.strands}
        onValues={(strands) => set({ strands })}
        choices={STRANDS.map((s) => ({ value: s, label: `${s} – ${say(`reading.strand.${s}`)}` }))}
      />
      {preview && <PaperPreviewList preview={preview} />}
    </Dialog>
  );
}
