'use client';
/** Timer and gong in the hand: they inform, they never expel (principles 3 and 4, E40). */
import { useGong, useGongSwitch } from '@/client/gong';
import { useNow, useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { Banner } from '@/ui/notice';

const GONG_MS = 20_000;
const LAST_MINUTES_MS = 10 * 60_000;

export function TimeNotice() {
  const say = useSay();
  const now = useNow(1000);
  const gong = useShown((s) => s.view.gong?.at ?? null);
  const endsAt = useShown((s) => s.view.timer?.endsAt ?? null);
  useGong(gong, now);
  if (now === null) return null;
  const rang = gong !== null && now - gong >= 0 && now - gong < GONG_MS;
  const left = endsAt === null ? null : Math.ceil((endsAt - now) / 60_000);
  const near = left !== null && left > 0 && left * 60_000 <= LAST_MINUTES_MS;
  if (!rang && !near) return null;
  return (
    <div className="mx-auto max-w-xl px-4 pt-3">
      <Banner kind="info" live title={rang ? say('time.gong') : say('time.left', { n: left ?? 0 })} />
    </div>
  );
}

export function GongSwitch() {
  const say = useSay();
  const [on, turn] = useGongSwitch();
  return <Toggle label={say('time.sound')} hint={say('time.soundHint')} on={on} onToggle={turn} />;
}
