'use client';
/** The closing circle: a wall that keeps quiet. */
import { useSay } from '@/i18n/words';
import { Mark } from '@/ui/mark';

export function Quiet() {
  const say = useSay();
  return (
    <div className="grid h-full content-center justify-items-center gap-12 text-center">
      <Mark className="size-[calc(var(--u)*16)] opacity-80" />
      <h1 className="text-3xl">{say('wall.quiet')}</h1>
      <p className="text-2xl text-ink-soft">{say('wall.quietText')}</p>
    </div>
  );
}
