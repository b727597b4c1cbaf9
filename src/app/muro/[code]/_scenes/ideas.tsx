'use client';
/** A meeting with prompts on the wall: what is being asked, and the ideas as they come, newest first. */
import { useView, useWritten } from '@/client/provider';
import { ideaNumber } from '@/domain/gathering/formats';
import { useSay } from '@/i18n/words';
import { QrCode } from '@/ui/qr-code';
import { usePages } from './pages';
import type { SceneProps } from './scene';

export function Ideas({ address }: SceneProps) {
  const say = useSay();
  const view = useView();
  const known = useWritten();
  const { prompts, speakers } = view.programme;
  const now = prompts.find((p) => p.id === view.prompt);
  const ideas = Object.values(view.ideas)
    .filter((i) => !i.withdrawn && !i.hidden && (!now || i.prompt === now.id))
    .sort((a, b) => b.n - a.n);
  const { shown, page, of } = usePages(ideas, 6, { first: ideas[0]?.id });
  const link = `${address}/i/${view.code}`;
  return (
    <div className="grid h-full grid-cols-[1fr_1.5fr] gap-14 pb-3">
      <section className="flex min-h-0 flex-col gap-8">
        <h1 className={`line-clamp-6 leading-tight ${now && now.text.length > 80 ? 'text-2xl' : 'text-3xl'}`}>
          {now?.text ?? (view.question || view.title)}
        </h1>
        {!now && prompts.length > 0 && (
          <ol className="grid min-h-0 gap-4 overflow-hidden text-xl">
            {prompts.slice(0, 5).map((p) => (
              <li key={p.id} className="line-clamp-2 border-accent border-l-4 pl-5">
                {p.text}
              </li>
            ))}
          </ol>
        )}
        {speakers.length > 0 && <p className="line-clamp-2 text-lg text-ink-soft">{speakers.join(' · ')}</p>}
        <div className="mt-auto flex items-end gap-8">
          <QrCode value={link} label={link} className="size-[calc(var(--u)*13)] shrink-0" />
          <p className="text-lg text-ink-soft">{say('wall.ideasHow')}</p>
        </div>
      </section>
      <section className="flex min-h-0 flex-col">
        <p className="mb-4 flex justify-between text-lg text-ink-soft tabular-nums">
          <span>{ideas.length > 0 && say('wall.ideas', { n: ideas.length })}</span>
          {of > 1 && <span>{say('wall.page', { page, of })}</span>}
        </p>
        {ideas.length === 0 ? (
          <p className="grid flex-1 place-items-center text-2xl text-ink-soft">
            {known && say('wall.ideasNone')}
          </p>
        ) : (
          <ul className="grid min-h-0 flex-1 grid-rows-6 gap-3">
            {shown.map((i) => (
              <li
                key={i.id}
                className="flex min-h-0 animate-arrive items-center gap-6 overflow-hidden rounded-lg border-2 border-line bg-raised px-6 py-1"
              >
                <b className="shrink-0 text-accent text-base tabular-nums">{ideaNumber(i.n)}</b>
                <p className="line-clamp-2 text-lg leading-snug">{i.text}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
