'use client';
/** The closing circle: a wall that keeps quiet. */
import { useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Mark } from '@/ui/mark';

export function Quiet() {
  const say = useSay();
  const words = useView()
    .words.filter((w) => !w.hidden)
    .slice(-24);
  return (
    <div className="grid h-full content-center justify-items-center gap-12 text-center">
      <Mark className="size-[calc(var(--u)*16)] opacity-80" />
      <h1 className="text-3xl">{say('wall.quiet')}</h1>
      <p className="text-2xl text-ink-soft">{say('wall.quietText')}</p>
      {words.length > 0 && (
        <p className="line-clamp-3 max-w-[85%] text-2xl leading-normal">
          {words.map((w) => w.text).join(' · ')}
        </p>
      )}
    </div>
  );
}
