'use client';
/** The rows of a report: needs, proposals, next steps, requests… each can be answered later. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { useState } from 'react';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/hooks/gathering-provider';
import { ITEM_KINDS, type Report, type ReportItem } from '@/domain/gathering/state/report';
import { NOTE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { BottomSheet } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { Section } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { useWhere } from '../_frame/navigation';
import { newId, useDo } from '../_frame/phone-hooks';

export const rowsOf = (report: Report): ReportItem[] =>
  report.itemOrder
    .map((id) => report.items[id])
    .filter((i): i is ReportItem => i !== undefined && !i.removed);

export function ReportRows({ topic, report }: { topic: string; report: Report }) {
  const say = useSay();
  const [open, setOpen] = useState<ReportItem | 'new' | null>(null);
  return (
    <Section title={say('report.rows')} intro={say('report.rowsWhy')}>
      <ul className="grid gap-2 empty:hidden">
        {rowsOf(report).map((item) => (
          <li key={item.id} className="flex items-start gap-2 rounded-lg border border-line bg-raised p-3">
            <Row item={item} />
            {!item.hidden && (
              <IconButton icon="edit" label={say('report.editRow')} onClick={() => setOpen(item)} />
            )}
          </li>
        ))}
      </ul>
      <Button icon="plus" onClick={() => setOpen('new')}>
        {say('report.addRow')}
      </Button>
      <BottomSheet
        open={open !== null}
        onClose={() => setOpen(null)}
        title={say(open === 'new' ? 'report.addRow' : 'report.editRow')}
        closeLabel={say('close')}
      >
        {open !== null && (
          <RowForm
            topic={topic}
            item={open === 'new' ? null : (report.items[open.id] ?? open)}
            onDone={() => setOpen(null)}
          />
        )}
      </BottomSheet>
    </Section>
  );
}

export function Row({ item }: { item: ReportItem }) {
  const say = useSay();
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      {item.kind !== 'altro' && (
        <p>
          <Badge>{say(`row.${item.kind}`)}</Badge>
        </p>
      )}
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {item.hidden ? say('note.hidden') : item.text}
      </p>
      {(item.who || item.byWhen) && (
        <p className="text-ink-soft text-sm">{[item.who, item.byWhen].filter(Boolean).join(' · ')}</p>
      )}
    </div>
  );
}

type FormProps = { topic: string; item: ReportItem | null; onDone: () => void };

const lines = (item: ReportItem | null) => ({ who: item?.who ?? '', byWhen: item?.byWhen ?? '' });

function RowForm({ topic, item, onDone }: FormProps) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const now = { kind: item?.kind ?? 'proposta', text: item?.text ?? '', ...lines(item) };
  const draft = useFormDraft(`${code}:row:${topic}:${item?.id ?? 'new'}`, now);
  const { kind, text, who, byWhen } = draft.values;
  const row = { topic, ...draft.values };
  const close = () => {
    draft.forget();
    onDone();
  };
  const save = () => {
    const done = item
      ? !draft.touched || act('reviseItem', { ...row, item: item.id, rev: item.rev })
      : act('addItem', { ...row, item: newId() }, { say: say('saved') });
    if (done) close();
  };
  const remove = () => item && act('removeItem', { topic, item: item.id, rev: item.rev }) && close();
  return (
    <form
      className="grid gap-4"
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <FormConflicts draft={draft} now={now} by={null} />
      <ChoicePills
        legend={say('report.rowKind')}
        choices={ITEM_KINDS.map((k) => ({ value: k, label: say(`row.${k}`) }))}
        value={kind}
        onValue={(chosen) => draft.set('kind', chosen)}
      />
      <TextArea
        onPaste={pasteFormatted}
        label={say('report.rowText')}
        value={text}
        onText={(next) => draft.set('text', next)}
        max={NOTE_MAX}
        rows={3}
      />
      <TextInput
        label={say('report.who')}
        aside={say('optional')}
        value={who}
        onChange={(e) => draft.set('who', e.target.value)}
      />
      <TextInput
        label={say('report.byWhen')}
        aside={say('optional')}
        value={byWhen}
        onChange={(e) => draft.set('byWhen', e.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={draft.overtaken.length > 0 || visible(text) === ''}>
          {say('save')}
        </Button>
        {item && (
          <Button kind="plain" icon="minus" onClick={remove}>
            {say('report.removeRow')}
          </Button>
        )}
      </div>
    </form>
  );
}
