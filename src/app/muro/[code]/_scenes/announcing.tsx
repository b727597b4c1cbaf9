'use client';
/** Saying it aloud: one person in the light with her title, the next three in view. */
import { useShown, useView } from '@/client/provider';
import { turns } from '@/domain/gathering/announcing';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';
import type { SceneProps } from './scene';

export function Announcing({ now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const people = useShown((s) => s.people);
  const lit = view.spotlight ? view.topics[view.spotlight.topic] : undefined;
  const left =
    view.spotlight && now !== null ? Math.max(0, Math.ceil((view.spotlight.until - now) / 1000)) : 0;
  const next = turns(view)
    .slice(0, 3)
    .map((id) => view.topics[id])
    .filter((t) => t !== undefined);
  const size = (lit?.title.length ?? 0) > 90 ? 'text-3xl' : 'text-4xl';
  return (
    <div className="grid h-full grid-rows-[1fr_auto] gap-8">
      <div className="grid content-center gap-8 text-center">
        {lit ? (
          <>
            <p className="font-bold text-2xl text-accent">
              {topicNumber(lit.n)}
              {lit.convener && people[lit.convener] ? ` · ${people[lit.convener]}` : ''}
            </p>
            <h1 className={`line-clamp-4 animate-arrive ${size}`}>{lit.title || say('wall.hidden')}</h1>
            <p className="font-bold text-2xl tabular-nums">
              {left > 0 ? say('wall.seconds', { n: left }) : say('wall.thanks')}
            </p>
          </>
        ) : (
          <>
            <h1 className="text-4xl">{say('wall.announcing')}</h1>
            <p className="text-2xl text-ink-soft">{say('wall.announcingHow')}</p>
          </>
        )}
      </div>
      {next.length > 0 && (
        <ol aria-label={say('wall.nextTurns')} className="grid grid-cols-3 gap-6 pb-3">
          {next.map((t, i) => (
            <li key={t.id} className="min-w-0 rounded-lg border-2 border-line bg-raised px-6 py-4">
              <p className="flex items-center gap-4 font-bold text-accent text-base">
                <Icon name="speech" className="size-[1em]" />
                {i + 1} · {topicNumber(t.n)}
              </p>
              <p className="line-clamp-2 text-lg leading-tight">{t.title || say('wall.hidden')}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
