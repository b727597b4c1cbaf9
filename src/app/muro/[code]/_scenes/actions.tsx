'use client';
/** Action groups: what begins, who begins it, how many are in, the next step. */
import { useShown, useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Calling } from './calling';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

/** By how many there are: the first fills the wall. */
const GRIDS = ['', 'grid-cols-1', 'grid-cols-2', 'grid-cols-2 grid-rows-2'];

export function Actions({ address }: SceneProps) {
  const say = useSay();
  const view = useView();
  const people = useShown((s) => s.people);
  const actions = Object.values(view.actions)
    .filter((a) => a.status !== 'dropped')
    .sort((a, b) => a.n - b.n);
  const { shown, page, of } = usePages(actions, 4, { everyMs: 12_000 });
  if (actions.length === 0)
    return (
      <Calling title={say('wall.actions')} link={`${address}/i/${view.code}/azioni`}>
        <p className="text-2xl text-ink-soft leading-normal">{say('wall.actionsEmpty')}</p>
      </Calling>
    );
  return (
    <div className="flex h-full flex-col">
      <Heading title={say('wall.actions')} page={of > 1 ? say('wall.page', { page, of }) : null} />
      <ul className={`grid min-h-0 flex-1 gap-6 pb-3 ${GRIDS[Math.min(actions.length, 3)]}`}>
        {shown.map((a) => (
          <li
            key={a.id}
            className="flex min-h-0 animate-arrive flex-col gap-3 overflow-hidden rounded-lg border-2 border-line bg-raised px-8 py-6 shadow-card"
          >
            <p
              className={`line-clamp-3 font-bold leading-tight ${actions.length === 1 ? 'text-4xl' : 'text-2xl'}`}
            >
              <span className="mr-4 text-accent">G{a.n}</span>
              {a.hidden ? say('wall.hidden') : a.title}
            </p>
            {a.nextStep && (
              <p className={`line-clamp-2 ${actions.length <= 2 ? 'text-2xl' : 'text-lg'}`}>
                {say('wall.nextStep', { step: a.nextStep })}
              </p>
            )}
            <p className="mt-auto flex flex-wrap justify-between gap-x-6 text-ink-soft text-lg">
              <span className="max-w-full truncate">
                {a.initiator ? (
                  (people[a.initiator] ?? '')
                ) : (
                  <b className="text-ink">{say('wall.whoBegins')}</b>
                )}
              </span>
              <span className="shrink-0 tabular-nums">
                {[a.byWhen, a.adhesions.length > 0 && say('wall.joined', { n: a.adhesions.length })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
