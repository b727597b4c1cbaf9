'use client';
/** Who has handed in and who has not yet: a gentle nudge, a link to complete it at home (E26), and the office's reading. */
import { useDo, useTell } from '@/app/_page/answers';
import { copied } from '@/client/copying';
import { post } from '@/client/post';
import { useShown, useView } from '@/client/provider';
import { awaitedReports, hungReports } from '@/domain/gathering/queries';
import { topicNumber } from '@/domain/gathering/state';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Fold } from '@/ui/fold';
import { Progress } from '@/ui/notice';
import { Section } from '@/ui/surface';

const DAYS = 7;

export function Reports() {
  const say = useSay();
  const ask = useDo();
  const tell = useTell();
  const view = useView();
  const people = useShown((s) => s.people);
  const hung = hungReports(view);
  const awaited = awaitedReports(view);
  const role = useShown((s) => s.you?.role);
  const checks = role === 'planner' || role === 'owner';
  const unread = hung.filter(({ report }) => report.status !== 'verificato');
  const all = hung.length + awaited.length;
  if (all === 0) return null;
  const link = async (topic: string) => {
    const told = await post<{ link: string }>('/api/completion-link', { code: view.code, topic, days: DAYS });
    if (!told.ok) return tell(sayRefusal(say, told), 'bad');
    const whole = `${window.location.origin}${told.link}`;
    const how = (await copied(whole)) ? 'desk.completionCopied' : 'desk.completionMade';
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
      <ul className="grid gap-1.5">
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
              </Button>
            )}
          </li>
        ))}
      </ul>
      {checks && unread.length > 0 && (
        <Fold title={say('desk.toVerify', { n: unread.length })}>
          <p className="mb-2 max-w-prose text-ink-soft">{say('desk.verifyHint')}</p>
          <ul className="grid gap-1.5">
            {unread.map(({ topic: t }) => (
              <li key={t.id} className="flex flex-wrap items-center gap-3">
                <b className="text-accent">{topicNumber(t.n)}</b>
                <a
                  href={`/atti/${view.code}#${topicNumber(t.n)}`}
                  className="min-w-[min(10rem,100%)] flex-1 underline"
                >
                  {t.title}
                </a>
                <Button size="small" icon="check" onClick={() => ask('verifyReport', { topic: t.id })}>
                  {say('desk.verify')}
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
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
