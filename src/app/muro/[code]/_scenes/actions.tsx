'use client';
/** Action groups on the wall: title, initiator, number of people, next step. */
import { useShown, useView } from '@/client/provider';
import type { Action } from '@/domain/gathering/state/action';
import { useSay } from '@/i18n/words';
import { Fit } from '@/ui/wall-fit';
import { useWallShape } from '@/ui/wall-frame';
import { Calling } from './call-to-action';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

export function Actions({ address }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const actions = Object.values(view.actions)
    .filter((a) => a.status !== 'dropped')
    .sort((a, b) => a.n - b.n);
  const { shown, page, of } = usePages(actions, 4, { everyMs: 12_000 });
  if (actions.length === 0)
    return (
      <Calling title={say('wall.actions')} link={`${address}/i/${view.code}/azioni`}>
        <p className="text-2xl text-ink-soft leading-[1.3]">{say('wall.actionsEmpty')}</p>
      </Calling>
    );
  const columns = shape === 'upright' || shown.length === 1 ? 1 : 2;
  return (
    <div className="flex size-full flex-col">
      <Heading title={say('wall.actions')} page={of > 1 ? say('wall.page', { page, of }) : null} />
      <ul
        className="grid min-h-0 flex-1 gap-[calc(var(--u)*1.2)]"
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${Math.ceil(shown.length / columns)}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((a) => (
          <Group key={a.id} action={a} large={actions.length === 1} />
        ))}
      </ul>
    </div>
  );
}

function Group({ action: a, large }: { action: Action; large: boolean }) {
  const say = useSay();
  const people = useShown((s) => s.people);
  const title = a.hidden ? say('wall.hidden') : a.title;
  const step = a.nextStep && say('wall.nextStep', { step: a.nextStep });
  return (
    <li className="grid min-h-0 min-w-0 animate-arrive grid-rows-[1fr_auto] gap-[calc(var(--h)*1)] rounded-lg bg-raised px-[calc(var(--u)*1.8)] py-[calc(var(--h)*2)] shadow-card">
      <Fit of={title + step} max={large ? 7 : 4.2} place="start">
        <b className="block text-[1.4em] leading-[1.1]">
          <span className="me-[0.4em] text-accent">G{a.n}</span>
          {title}
        </b>
        {step}
      </Fit>
      <p className="flex justify-between gap-x-6 text-ink-soft text-lg leading-[1.25]">
        <span className="min-w-0 truncate pb-[0.1em]">
          {a.initiator ? (people[a.initiator] ?? '') : <b className="text-ink">{say('wall.whoBegins')}</b>}
        </span>
        <span className="shrink-0 tabular-nums">
          {[a.byWhen, a.adhesions.length > 0 && say('wall.joined', { n: a.adhesions.length })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
    </li>
  );
}
