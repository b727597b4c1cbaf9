'use client';
/** The owner confirms the machine's date, after a jump of its clock. */
import { useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';

/**
 * `days` is negative when the clock went back; `today` is the machine's date, YYYY-MM-DD; `may`: true if this reader is
 * the owner.
 */
export function ConfirmDate({ days, today, may }: { days: number; today: string; may: boolean }) {
  const say = useSay();
  const [no, setNo] = useState<Refusal | null>(null);
  const confirm = async () => {
    const answer = await postJson('/api/clock', { today });
    if (answer.ok) window.location.reload();
    else setNo(answer);
  };
  return (
    <Banner kind="bad" title={say(days > 0 ? 'care.clockAhead' : 'care.clockBack', { n: Math.abs(days) })}>
      <div className="grid gap-3">
        <p>{say('care.clockWhy', { date: say.date(today) })}</p>
        {no && <p role="alert">{sayRefusal(say, no)}</p>}
        {may && (
          <Button className="justify-self-start" onClick={() => void confirm()}>
            {say('care.clockRight', { date: say.date(today) })}
          </Button>
        )}
      </div>
    </Banner>
  );
}
