'use client';
/** The closing circle: a quiet wall, with people's closing words and the code of the day's book. */
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Logo } from '@/ui/logo';
import { Fit } from '@/ui/wall-fit';
import { BookCode } from './book-code';
import type { SceneProps } from './scene';

export function Quiet({ address }: SceneProps) {
  const say = useSay();
  const words = useView()
    .words.filter((w) => !w.hidden)
    .slice(-24)
    .map((w) => w.text)
    .join(' · ');
  return (
    <div className="grid size-full grid-rows-[minmax(0,calc(var(--h)*22))_auto_auto_minmax(calc(var(--u)*14+var(--h)*6),1fr)] justify-items-center gap-[calc(var(--h)*3)] pt-[calc(var(--h)*3)] text-center upright-wall:gap-[calc(var(--h)*1.5)]">
      <Logo className="h-full w-auto opacity-80" />
      <h1 className="text-4xl leading-[1.1]">{say('wall.quiet')}</h1>
      <p className="text-2xl text-ink-soft">{say('wall.quietText')}</p>
      <div className="grid min-h-0 w-[92%] grid-cols-[1fr_auto] grid-rows-[minmax(0,1fr)] items-end gap-[calc(var(--u)*2)]">
        <div className="size-full min-h-0">
          {words && (
            <Fit of={words} max={7} place="start">
              <span className="[text-wrap:balance]">{words}</span>
            </Fit>
          )}
        </div>
        <BookCode address={address} />
      </div>
    </div>
  );
}
