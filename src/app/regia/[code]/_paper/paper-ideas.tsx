'use client';
/** Sheets of paper typed in afterwards, each with the sector and the time written on it (E18, I9). */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { SectorSelect } from '@/app/_shared/sector-select';
import { useDraft, useView } from '@/client/hooks/gathering-provider';
import { instantOf } from '@/domain/gathering/clock';
import { NOTE_KINDS, type NoteKind } from '@/domain/gathering/state/note';
import { NOTE_MAX, type Sector, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select, TextInput } from '@/ui/field';
import { Card, Section } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';

export function PaperIdeas() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const [text, setText, forget] = useDraft(`${view.code}:paper-idea`);
  const [prompt, setPrompt] = useState(view.prompt ?? '');
  const [kind, setKind] = useState<NoteKind>('altro');
  const [sector, setSector] = useState<Sector | null>(null);
  const [hour, setHour] = useState('');
  const day = view.days[0];
  const enter = (e: FormEvent) => {
    e.preventDefault();
    const what = {
      idea: nanoid(14),
      text,
      kind,
      prompt: prompt || null,
      sector,
    };
    const saidAt = hour && day ? instantOf(day, hour, view.timezone) : undefined;
    if (!ask('shareIdea', what, { origin: 'carta', ...(saidAt ? { saidAt } : {}) })) return;
    forget();
    tell(say('desk.paperEntered'));
  };
  return (
    <Section title={say('desk.paperIdeas')} intro={say('desk.paperIdeasHint')}>
      <Card>
        <form onSubmit={enter} className="grid gap-4">
          <TextArea
            onPaste={pasteFormatted}
            label={say('desk.paperText')}
            value={text}
            onText={setText}
            max={NOTE_MAX}
            rows={3}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              label={say('desk.paperPrompt')}
              value={prompt}
              onChange={(e) => setPrompt(e.target.value)}
              options={[
                { value: '', label: say('desk.noPrompt') },
                ...view.programme.prompts.map((p) => ({ value: p.id, label: p.text })),
              ]}
            />
            <Select
              label={say('desk.paperKind')}
              value={kind}
              onChange={(e) => setKind(e.target.value as NoteKind)}
              options={NOTE_KINDS.map((k) => ({ value: k, label: say(`kind.${k}`) }))}
            />
            <SectorSelect value={sector} onValue={setSector} />
            <TextInput
              label={say('desk.paperHour')}
              type="time"
              value={hour}
              onChange={(e) => setHour(e.target.value)}
            />
          </div>
          <Button type="submit" kind="primary" disabled={visible(text) === ''} className="justify-self-start">
            {say('desk.enterPaperIdea')}
          </Button>
        </form>
      </Card>
    </Section>
  );
}
