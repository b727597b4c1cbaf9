'use client';
/** The timer, readable from the last row: digits on a band of their own, its purpose, and what follows or an announcement. */
import { TIMER_WORDS, timerDigits } from '@/app/_shared/signal-words';
import { useView } from '@/client/hooks/gathering-provider';
import { timerAt } from '@/domain/gathering/current-signals';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';
import { Fit } from '@/ui/wall-fit';

/** `news`: an announcement, which takes the place of what follows. */
export function TimerBand({ now, news }: { now: number | null; news?: string | undefined }) {
  const say = useSay();
  const view = useView();
  const timer = now === null ? null : timerAt(view, now);
  if (!timer) return null;
  const says = TIMER_WORDS[timer.purpose];
  const over = timer.left === 0;
  const whole = Math.max(1, (timer.endsAt - timer.startedAt) / 1000);
  const words = over ? say(says.over) : `${say(says.to)}. ${say(says.after)}`;
  const told = news && (
    <span role="status" className="block animate-arrive font-bold text-ring">
      <Icon name="bell" className="me-[0.35em] inline size-[0.9em]" />
      {news}
    </span>
  );
  return (
    <div data-timer className="relative z-20 bg-panel text-panel-ink">
      <div className="flex h-[calc(var(--h)*21)] items-center gap-[calc(var(--u)*2.4)] px-[calc(var(--u)*2)] upright-wall:h-auto upright-wall:flex-col upright-wall:gap-0 upright-wall:py-[calc(var(--h)*0.5)]">
        {!over && (
          <b
            data-digits
            className="shrink-0 text-[calc(var(--h)*22)] tabular-nums leading-[0.9] upright-wall:text-[calc(var(--h)*18.5)]"
          >
            {timerDigits(timer.left)}
          </b>
        )}
        <div
          data-news={news !== undefined}
          className="h-full min-w-0 flex-1 py-[calc(var(--h)*2)] upright-wall:h-[calc(var(--h)*9.6)] upright-wall:data-[news=true]:h-[calc(var(--h)*14)] upright-wall:py-0 upright-wall:w-full upright-wall:flex-none upright-wall:text-center"
        >
          <Fit of={words + (news ?? '')} max={over && !news ? 11 : 5}>
            {over ? (
              <>
                <b role="status" className="block">
                  {say(says.over)}
                </b>
                {told}
              </>
            ) : (
              <>
                <b className={news ? 'block' : 'block text-[1.5em] leading-[1.1]'}>{say(says.to)}</b>
                {told || say(says.after)}
              </>
            )}
          </Fit>
        </div>
      </div>
      <span
        aria-hidden="true"
        className="block h-[calc(var(--h)*1.6)] bg-ring transition-[width] duration-1000 ease-linear"
        style={{ width: `${(timer.left / whole) * 100}%` }}
      />
    </div>
  );
}
