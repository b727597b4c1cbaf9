'use client';
/** One text of the report. It is kept here while being typed; if somebody else wrote meanwhile, both are shown. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { useEffect } from 'react';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft, useShown, useReplica } from '@/client/hooks/gathering-provider';
import type { Report, ReportField as Field } from '@/domain/gathering/state/report';
import { REPORT_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { TextArea } from '@/ui/text-area';
import { useWhere } from '../_frame/navigation';
import { useDo, useName, useWriter } from '../_frame/phone-hooks';

export function ReportField({ topic, field, report }: { topic: string; field: Field; report: Report }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const writer = useWriter();
  const { code } = useWhere();
  const replica = useReplica();
  const now = report.fields[field];
  const me = useShown((s) => s.you?.seat ?? null);
  const draft = useFormDraft(`${code}:report:${topic}:${field}`, { text: now.text });
  const refused = useShown((s) =>
    s.told.findLast(({ command, refusal, ask }) => {
      const its = ask as { topic?: string; field?: string };
      return (
        command === 'writeReport' &&
        refusal.refused === 'stale_version' &&
        its.topic === topic &&
        its.field === field
      );
    }),
  );
  // A text that the room refused comes back into its own box, beside the one that stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!refused || draft.touched) return;
    draft.takeBack({ text: (refused.ask as { text: string }).text });
    replica.dismiss(refused.id);
  }, [refused, draft.touched]);
  const save = ({ text }: { text: string }) => {
    if (text === now.text || act('writeReport', { topic, field, text, rev: now.rev })) draft.forget();
  };
  return (
    <div className="grid gap-2">
      <TextArea
        onPaste={pasteFormatted}
        label={say(`report.${field}`)}
        aside={field === 'summary' ? undefined : say('optional')}
        hint={say(`report.${field}Hint`)}
        value={draft.values.text}
        onText={(text) => draft.set('text', text)}
        onBlur={() => draft.touched && draft.overtaken.length === 0 && save(draft.values)}
        max={REPORT_MAX}
        sayLeft={(n) => say('left', { n })}
        rows={field === 'summary' ? 5 : 3}
      />
      {!draft.touched && now.by !== null && now.by !== me && (
        <p className="text-ink-soft text-sm">{say('report.lastBy', { name: name(now.by) })}</p>
      )}
      <FormConflicts draft={draft} now={{ text: now.text }} by={writer(now.by)} onSettled={save} />
    </div>
  );
}
