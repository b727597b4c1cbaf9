'use client';
/** Timer and gong on the phone, in one line above the page: they inform, they never expel (principles 3 and 4, E40). */
import { useLayoutEffect } from 'react';
import { afterGong, GONG_WORDS, TIMER_WORDS, timerDigits } from '@/app/_shared/signal-words';
import { useGong, useGongSwitch } from '@/client/device/gong-sound';
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { GONG_PHONE_MS, timerAt, timerConcerns } from '@/domain/gathering/current-signals';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { Icon } from '@/ui/icons';
import { useMe } from './phone-hooks';

/** `onDrawn`: called after each render, to keep the page still under it. */
export function TimeNotice({ onDrawn }: { onDrawn: () => void }) {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow(1000);
  useGong(view.gong?.at ?? null, now);
  useLayoutEffect(onDrawn);
  if (now === null) return null;
  const gong = view.gong && now >= view.gong.at && now < view.gong.at + GONG_PHONE_MS ? view.gong : null;
  const timer = timerAt(view, now);
  const concerns = timer && timerConcerns(view, timer, me ?? '') ? timer : null;
  return (
    <>
      <div role="status" className="empty:hidden">
        {gong && (
          <p className="flex items-center gap-3 bg-gong px-4 py-1.5 text-panel-ink leading-snug">
            <Icon name="bell" className="shrink-0" />
            <span className="min-w-0">
              <b>
                {say('gong.gong')} · {say(GONG_WORDS[gong.meaning])}
              </b>{' '}
              {afterGong(view, gong.meaning, now, say)}
            </span>
          </p>
        )}
        {concerns?.left === 0 && (
          <p className="flex items-center gap-3 bg-panel px-4 py-1.5 font-bold text-panel-ink leading-snug">
            <Icon name="clock" className="shrink-0" />
            {say(TIMER_WORDS[concerns.purpose].over)}
          </p>
        )}
      </div>
      {concerns && concerns.left > 0 && (
        <p
          role="timer"
          className="flex items-center gap-3 bg-panel px-4 py-1 text-panel-ink text-sm leading-snug"
        >
          <b className="shrink-0 text-xl tabular-nums">{timerDigits(concerns.left)}</b>
          <span className="min-w-0">
            <b>{say(TIMER_WORDS[concerns.purpose].to)}</b>
          </span>
        </p>
      )}
    </>
  );
}

export function GongSwitch() {
  const say = useSay();
  const [on, turn] = useGongSwitch();
  return <Toggle label={say('time.sound')} hint={say('time.soundHint')} on={on} onToggle={turn} />;
}
