'use client';
/** Gong and timer from the desk: each with its meaning; they inform, they never expel. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { timerAt } from '@/domain/gathering/current-signals';
import { GONG_MEANINGS, TIMER_PURPOSES, type TimerPurpose } from '@/domain/gathering/state/clock-signals';
import type { Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';

/** `small`: in a column of the desk, where all must be visible. */
type Props = { onDone?: () => void; small?: boolean };

export function GongChoices({ onDone, small }: Props) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  return (
    <div className="grid grid-cols-2 gap-2">
      {GONG_MEANINGS.map((meaning) => (
        <Button
          key={meaning}
          {...(small ? { size: 'small' as const } : { icon: 'bell' as const })}
          onClick={() => {
            if (ask('ringGong', { meaning })) tell(say('desk.gongRung'));
            onDone?.();
          }}
        >
          {say(`desk.gong.${meaning}`)}
        </Button>
      ))}
    </div>
  );
}

const MINUTES = [5, 10, 15, 30] as const;
/** The most likely purpose of a timer in this phase. */
const LIKELY: Partial<Record<Phase, TimerPurpose>> = {
  market: 'break',
  sessions: 'circles',
  reading: 'reading',
  voting: 'vote',
};

export function TimerChoices({ onDone, small }: Props) {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const now = useNow(1000);
  const [chosen, choose] = useState<TimerPurpose | null>(null);
  const purpose = chosen ?? LIKELY[view.phase] ?? 'other';
  const running = now === null ? null : timerAt(view, now);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-4 gap-2">
        {MINUTES.map((minutes) => (
          <Button
            key={minutes}
            size="small"
            className="whitespace-nowrap px-1!"
            onClick={() => {
              ask('startTimer', { minutes, purpose });
              onDone?.();
            }}
          >
            {say('desk.minutes', { n: minutes })}
          </Button>
        ))}
      </div>
      {small ? (
        <select
          aria-label={say('desk.timerFor')}
          value={purpose}
          onChange={(e) => choose(e.target.value as TimerPurpose)}
          className="min-h-11 w-full rounded-lg border-2 border-edge bg-raised px-3"
        >
          {TIMER_PURPOSES.map((p) => (
            <option key={p} value={p}>
              {say(`desk.timerFor.${p}`)}
            </option>
          ))}
        </select>
      ) : (
        <ChoicePills
          legend={say('desk.timerFor')}
          legendHidden
          value={purpose}
          onValue={choose}
          choices={TIMER_PURPOSES.map((p) => ({ value: p, label: say(`desk.timerFor.${p}`) }))}
        />
      )}
      {running && (
        <p className="flex items-center justify-between gap-3">
          <b className="tabular-nums">
            {say(`desk.timerFor.${running.purpose}`)} · {Math.floor(running.left / 60)}:
            {String(running.left % 60).padStart(2, '0')}
          </b>
          <Button size="small" onClick={() => ask('stopTimer', {})}>
            {say('desk.stopTimer')}
          </Button>
        </p>
      )}
    </div>
  );
}
