'use client';
/** The closing circle: a quiet wall, with people's closing words and the code of the day's book. */
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Logo } from '@/ui/logo';
import { Fit } from '@/ui/wall-fit';
import { BookCode } from './book-code';
import { type SceneProps, useTight } from './scene';

export function Quiet({ address, now }: SceneProps) {
  const say = useSay();
  const tight = useTight(now);
  const words = useView()
    .words.filter((w) => !w.hidden)
    .slice(-24)
    .map((w) => w.text)
    // The point stays at the end of a line.
    .join('\u00A0· ');
  return (
    <div className="grid size-full grid-rows-[minmax(0,calc(var(--h)*22))_auto_auto_minmax(calc(var(--u)*14+var(--h)*6),1fr)] justify-items-center gap-[calc(var(--h)*3)] pt-[calc(var(--h)*3)] text-center upright-wall:grid-rows-[minmax(0,calc(var(--h)*22))_auto_auto_minmax(calc(var(--u)*14+var(--h)*8.5),1fr)] upright-wall:gap-[calc(var(--h)*1.5)]">
      <Logo className="h-full w-auto opacity-80" />
      <h1 className={cx('leading-[1.1]', tight ? 'text-3xl' : 'text-4xl')}>{say('wall.quiet')}</h1>
      <p className={cx('text-ink-soft', tight ? 'text-lg leading-[1.2]' : 'text-2xl')}>
        {say('wall.quietText')}
      </p>
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
