'use client';
/** The wall's sound switch: off until somebody switches it on at this screen; its state is always in words. */
import { useGong, useGongSwitch, useSoundState } from '@/client/device/gong-sound';
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';

export function Sound({ now }: { now: number | null }) {
  const say = useSay();
  const [on, turn] = useGongSwitch();
  const sound = useSoundState();
  const at = useShown((s) => s.view.gong?.at ?? null);
  useGong(at, now);
  return (
    <button
      type="button"
      aria-pressed={on}
      // A sound that is on, but that the browser holds back until a touch, starts with this touch.
      onClick={() => turn(sound !== 'on')}
      className="flex min-h-11 items-center gap-[0.4em] whitespace-nowrap rounded-full px-[0.4em] text-ink-soft aria-pressed:font-bold aria-pressed:text-accent"
    >
      <Icon name="bell" className="size-[1em]" />
      <span className="square-wall:sr-only">{say(`wall.sound.${sound}`)}</span>
    </button>
  );
}
