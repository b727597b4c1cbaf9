'use client';
/** Reports handed in and missing: a gentle nudge, a link to complete one at home (E26), and the office's check. */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { copyText } from '@/client/device/clipboard';
import { postJson } from '@/client/connection/post-json';
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { awaitedReports, hungReports } from '@/domain/gathering/report-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Progress, Skeleton } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useTapGuard } from '@/ui/tap-guard';
import { Verifying } from './report-verification';

const DAYS = 7;

export function Reports() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const people = useShown((s) => s.people);
  const hung = hungReports(view);
  const awaited = awaitedReports(view);
  // When one comes in, the others move up: the link under the finger would open another topic.
  const guard = useTapGuard(awaited.map((t) => t.id).join());
  const role = useShown((s) => s.you?.role);
  const checks = role === 'planner' || role === 'owner';
  const known = useWritten();
  const all = hung.length + awaited.length;
  if (all === 0) return null;
  if (!known)
    return (
      <Section title={say('desk.reports')}>
        <Skeleton label={say('loading')} lines={3} />
      </Section>
    );
  const link = async (topic: string) => {
    const told = await postJson<{ link: string }>('/api/completion-link', {
      code: view.code,
      topic,
      days: DAYS,
    });
    if (!told.ok) return tell(sayRefusal(say, told), 'bad');
    const whole = `${window.location.origin}${told.link}`;
    const how = (await copyText(whole)) ? 'desk.completionCopied' : 'desk.completionMade';
    tell(`${say(how, { n: DAYS })} ${whole}`);
  };
  return (
    <Section title={say('desk.reports')} intro={say('desk.reportsHint')}>
      <Progress
        value={hung.length}
        max={all}
        label={say('desk.reports')}
        text={say('desk.reportsOf', { n: hung.length, of: all })}
      />
      <ul {...guard} className={cx('grid gap-1.5', guard.className)}>
        {awaited.map((t) => (
          <li key={t.id} className="flex flex-wrap items-center gap-3">
            <b className="text-accent">{topicNumber(t.n)}</b>
            <span className="min-w-[min(10rem,100%)] flex-1">
              {t.title} <span className="text-ink-soft">{t.convener ? people[t.convener] : ''}</span>
            </span>
            <Badge>{say('desk.reportStill')}</Badge>
            {t.convener && (
              <Button size="small" icon="link" onClick={() => void link(t.id)}>
                {say('desk.completionLink')}
                <span className="sr-only">{topicNumber(t.n)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {checks && hung.length > 0 && <Verifying hung={hung.map(({ topic }) => topic)} />}
      <div className="flex flex-wrap items-center gap-3">
        {view.completion !== null && (
          <span>{say('desk.completion', { date: say.date(view.completion, 'long', view.timezone) })}</span>
        )}
        <Button size="small" onClick={() => ask('allowCompletion', { days: 14 })}>
          {say('desk.allow', { n: 14 })}
        </Button>
      </div>
    </Section>
  );
}
