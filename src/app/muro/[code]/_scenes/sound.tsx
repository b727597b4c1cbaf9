'use client';
/** The wall's ears: silent until somebody switches the sound on at this very screen. */
import { useGong, useGongSwitch } from '@/client/gong';
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';

export function Sound({ now }: { now: number | null }) {
  const say = useSay();
  const [on, turn] = useGongSwitch();
  const at = useShown((s) => s.view.gong?.at ?? null);
  useGong(at, now);
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => turn(!on)}
      className="group flex min-h-11 items-center gap-3 rounded-full px-4 text-base text-ink-soft aria-pressed:font-bold aria-pressed:text-accent"
    >
      <Icon name="bell" className="size-[1em]" />
      {/* The hall need not read it: the words come to whoever reaches for the button. */}
      <span className="sr-only group-hover:not-sr-only group-focus-visible:not-sr-only group-aria-pressed:not-sr-only">
        {say(on ? 'wall.soundOn' : 'wall.soundOff')}
      </span>
    </button>
  );
}
