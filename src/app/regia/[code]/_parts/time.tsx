'use client';
/** Timer and gong: they inform, they never expel (principles 3 and 4). */
import { useDo, useTell } from '@/app/_page/answers';
import { useNow, useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';

const MINUTES = [5, 10, 15, 30] as const;

export function Time() {
  const say = useSay();
  const ask = useDo();
  const tell = useTell();
  const endsAt = useShown((s) => s.view.timer?.endsAt ?? null);
  const now = useNow(1000);
  const left = endsAt === null || now === null ? null : Math.max(0, Math.ceil((endsAt - now) / 60_000));
  return (
    <Section title={say('desk.time')} aside={left === null ? null : say('desk.timeLeft', { n: left })}>
      <div className="flex flex-wrap gap-2">
        {MINUTES.map((minutes) => (
          <Button key={minutes} size="small" icon="clock" onClick={() => ask('startTimer', { minutes })}>
            {say('desk.minutes', { n: minutes })}
          </Button>
        ))}
        {endsAt !== null && (
          <Button size="small" onClick={() => ask('stopTimer', {})}>
            {say('desk.stopTimer')}
          </Button>
        )}
        <Button size="small" icon="bell" onClick={() => ask('ringGong', {}) && tell(say('desk.gongRung'))}>
          {say('desk.gong')}
        </Button>
      </div>
    </Section>
  );
}
