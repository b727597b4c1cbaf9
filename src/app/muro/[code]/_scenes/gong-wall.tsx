'use client';
/**
 * The gong for people who do not hear it: for some seconds the whole wall is warm, and shows the gong's meaning (E40).
 */
import { afterGong, GONG_WORDS } from '@/app/_shared/signal-words';
import { useView } from '@/client/hooks/gathering-provider';
import { ringing } from '@/domain/gathering/current-signals';
import { useSay } from '@/i18n/words';
import { Fit } from '@/ui/wall-fit';

export function GongWall({ now }: { now: number | null }) {
  const say = useSay();
  const view = useView();
  const gong = now === null ? null : ringing(view, now);
  if (!gong || now === null) return null;
  const sentence = say(GONG_WORDS[gong.meaning]);
  const more = afterGong(view, gong.meaning, now, say);
  return (
    <div
      role="alert"
      data-gong
      className="absolute inset-0 z-10 grid grid-cols-[18%_1fr_18%] items-center overflow-hidden bg-gong text-panel-ink upright-wall:grid-cols-[8%_1fr_8%]"
    >
      <Waves />
      <div className="grid h-full min-h-0 grid-rows-[1fr_2.2fr_1.4fr] gap-[calc(var(--h)*2)] text-center">
        <p className="self-end font-bold text-[calc(var(--h)*4.6)]">{say('gong.gong')}</p>
        <Fit of={sentence} max={27} min={9}>
          <b className="block leading-[1.02] [text-wrap:balance] rtl:leading-[1.4]">{sentence}</b>
        </Fit>
        <Fit of={more} max={8} min={4.5} place="start">
          <b className="[text-wrap:balance] rtl:leading-[1.3]">{more}</b>
        </Fit>
      </div>
      <Waves turned />
    </div>
  );
}

/** Three arcs that move slowly, never flash. */
function Waves({ turned }: { turned?: boolean }) {
  return (
    <svg
      viewBox="0 0 100 300"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid meet"
      className={`h-full w-full animate-breathe ${turned ? '-scale-x-100' : ''}`}
    >
      {[0, 1, 2].map((i) => (
        <path
          key={i}
          d={`M${88 - i * 28} ${40 - i * 16} Q ${40 - i * 30} 150 ${88 - i * 28} ${260 + i * 16}`}
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          opacity={1 - i * 0.32}
          className="stroke-gong-wave"
        />
      ))}
    </svg>
  );
}
