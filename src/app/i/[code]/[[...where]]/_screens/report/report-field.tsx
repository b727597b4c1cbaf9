'use client';
/** One text of the report. It is kept here while being typed; if somebody else wrote meanwhile, both are shown. */
import { useDraft, useShown } from '@/client/provider';
import type { Report, ReportField as Field } from '@/domain/gathering/state/report';
import { REPORT_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { useDo, useName } from '../frame/phone-hooks';
import { useWhere } from '../frame/navigation';

export function ReportField({ topic, field, report }: { topic: string; field: Field; report: Report }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const { code } = useWhere();
  const now = report.fields[field];
  const me = useShown((s) => s.you?.seat ?? null);
  const key = `${code}:report:${topic}:${field}`;
  const [text, setText, forgetText] = useDraft(key);
  // The revision that was before one's eyes when the typing began; empty while nothing is being typed.
  const [base, setBase, forgetBase] = useDraft(`${key}:base`);
  const typing = base !== '';
  const stale = typing && Number(base) - 1 !== now.rev;
  const type = (next: string) => {
    if (!typing) setBase(String(now.rev + 1));
    setText(next);
  };
  const forget = () => {
    forgetText();
    forgetBase();
  };
  const save = (whole = text) => {
    if (whole === now.text) return forget();
    if (act('writeReport', { topic, field, text: whole, rev: now.rev })) forget();
  };
  return (
    <div className="grid gap-2">
      <TextArea
        label={say(`report.${field}`)}
        aside={field === 'summary' ? undefined : say('optional')}
        hint={say(`report.${field}Hint`)}
        value={typing ? text : now.text}
        onText={type}
        onBlur={() => typing && !stale && save()}
        max={REPORT_MAX}
        sayLeft={(n) => say('left', { n })}
        rows={field === 'summary' ? 5 : 3}
      />
      {!typing && now.by !== null && now.by !== me && (
        <p className="text-ink-soft text-sm">{say('report.lastBy', { name: name(now.by) })}</p>
      )}
      {stale && (
        <Banner
          kind="warn"
          live
          title={say('report.meanwhile', { name: name(now.by) })}
          action={
            <div className="flex flex-wrap gap-2">
              <Button size="small" kind="primary" onClick={() => save(`${now.text}\n${text}`)}>
                {say('report.keepBoth')}
              </Button>
              <Button size="small" onClick={forget}>
                {say('report.keepTheirs')}
              </Button>
            </div>
          }
        >
          <span className="whitespace-pre-line">{now.text}</span>
        </Banner>
      )}
    </div>
  );
}
