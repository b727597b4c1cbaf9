'use client';
/** The timer and the gong, for eyes: they inform, they never expel (principles 3 and 4, E40). */
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';

const GONG_MS = 20_000;

export function Timer({ now }: { now: number | null }) {
  const say = useSay();
  const endsAt = useShown((s) => s.view.timer?.endsAt ?? null);
  const gong = useShown((s) => s.view.gong?.at ?? 0);
  if (now === null) return null;
  if (now - gong < GONG_MS)
    return (
      <span role="status" className="flex animate-breathe items-center gap-3 font-bold text-accent">
        <Icon name="bell" className="size-[1em]" />
        {say('wall.gong')}
      </span>
    );
  if (endsAt === null) return null;
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  if (left === 0) return <span className="font-bold">{say('wall.timeUp')}</span>;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return <span className="font-bold">{say('wall.timeLeft', { time })}</span>;
}
