'use client';
/** One document of the programme, heading by heading: written here, printed as a public office files it. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import type { Sheet } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { PageHeader } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/storage/draft';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { useOptions } from '../_shared/field-options';
import { QuickAdd } from '../_shared/quick-add';
import { useRegister } from '../_shared/register';
import { ThingLink, ThingLinks } from '../_shared/thing-link';
import { BackLink, Facts } from '../_shared/thing-page';
import { goTo } from '../_shared/path-router';

export function SheetPage({ code, sheet }: { code: string; sheet: Sheet }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const o = useOptions();
  const { revise, remove } = useRegister('sheet');
  const back = placeOf(code, 'obiettivi', 'schede');
  const set = (i: number, part: Sheet['parts'][number] | null) =>
    revise(sheet, { parts: sheet.parts.flatMap((p, j) => (j === i ? (part ? [part] : []) : [p])) });
  return (
    <article className="grid max-w-3xl gap-6">
      <div className="grid gap-3">
        <BackLink href={back} label={say('planning.sheets')} />
        <p className="hidden text-sm print:block">
          {[path.about?.promoter, path.about?.body, path.about?.title].filter(Boolean).join(' · ')}
        </p>
        <PageHeader
          over={say(`planning.sheet.${sheet.kind}`)}
          title={sheet.title}
          actions={
            <>
              <Button size="small" icon="print" onClick={() => window.print()}>
                {say('planning.print')}
              </Button>
              {may && (
                <EditDialog
                  name={`${code}:sheet-${sheet.id}`}
                  title={say('planning.edit')}
                  now={sheet}
                  fields={[
                    { key: 'title', as: 'line', label: say('planning.title'), required: true },
                    o.table(),
                    { key: 'goals', as: 'checks', label: say('planning.obiettivi'), choices: o.goals() },
                    {
                      ...{ key: 'status', as: 'choice', label: say('planning.status') },
                      choices: o.words('sheetStatus', ['bozza', 'definitiva']),
                    },
                  ]}
                  onSubmit={(w) => revise(sheet, w)}
                  onRemove={() => {
                    const gone = remove(sheet.id, sheet.title);
                    if (gone) goTo(back);
                    return gone;
                  }}
                />
              )}
            </>
          }
        />
        <div>
          <Badge tone={sheet.status === 'definitiva' ? 'good' : 'warn'}>
            {say(`planning.sheetStatus.${sheet.status}`)}
          </Badge>
        </div>
      </div>
      <Facts
        rows={[
          {
            label: say('planning.table'),
            value: sheet.table ? <ThingLink code={code} what="table" id={sheet.table} /> : '',
          },
          {
            label: say('planning.obiettivi'),
            value: sheet.goals.length > 0 ? <ThingLinks code={code} what="goal" ids={sheet.goals} /> : '',
          },
        ]}
      />
      {sheet.parts.map((part, i) => (
        <Part
          key={part.heading}
          name={`${sheet.id}-${part.heading}`}
          part={part}
          may={may}
          onSave={(text) => set(i, { ...part, text })}
          onRemove={() => set(i, null)}
        />
      ))}
      {may && (
        <QuickAdd
          name={`${code}:heading-${sheet.id}`}
          label={say('planning.newHeading')}
          submit={say('planning.add')}
          onAdd={(heading) =>
            !sheet.parts.some((p) => p.heading === heading) &&
            revise(sheet, { parts: [...sheet.parts, { heading, text: '' }] })
          }
        />
      )}
    </article>
  );
}

function Part({
  name,
  part,
  may,
  onSave,
  onRemove,
}: {
  name: string;
  part: Sheet['parts'][number];
  may: boolean;
  onSave: (text: string) => boolean;
  onRemove: () => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const now = { text: part.text };
  const draft = useFormDraft(`planning:${name}`, now);
  const { text } = draft.values;
  const save = () => {
    if (draft.overtaken.length > 0 || (draft.touched && !onSave(text))) return;
    draft.forget();
    setOpen(false);
  };
  return (
    <section className="grid gap-1.5">
      <div className="flex items-center justify-between gap-2 border-line border-b">
        <h2 className="text-lg">{part.heading}</h2>
        {may && !open && (
          <span className="flex print:hidden">
            <IconButton
              icon="edit"
              label={say('planning.editNamed', { name: part.heading })}
              onClick={() => setOpen(true)}
            />
            {part.text === '' && (
              <IconButton
                icon="close"
                label={say('planning.removeNamed', { name: part.heading })}
                onClick={onRemove}
              />
            )}
          </span>
        )}
      </div>
      {open ? (
        <>
          <FormConflicts draft={draft} now={now} by={null} />
          <TextArea
            label={part.heading}
            labelHidden
            autoFocus
            rows={4}
            value={text}
            onText={(next) => draft.set('text', next)}
            onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && save()}
          />
          <div className="flex items-center gap-2">
            <Button size="small" kind="primary" onClick={save}>
              {say('planning.save')}
            </Button>
            <Button size="small" onClick={() => setOpen(false)}>
              {say('planning.cancel')}
            </Button>
            <span className="text-ink-soft text-sm">{say('planning.ctrlEnter')}</span>
          </div>
        </>
      ) : (
        <p className="min-h-6 whitespace-pre-line">
          {part.text || <span className="text-ink-soft print:hidden">{say('planning.empty')}</span>}
        </p>
      )}
    </section>
  );
}
