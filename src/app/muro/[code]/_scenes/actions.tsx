'use client';
/** Action groups on the wall: title, initiator, number of people, next step. */
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { actionsInOrder, type Action } from '@/domain/gathering/state/action';
import { useSay } from '@/i18n/words';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, type WallRoom } from '@/ui/wall-frame';
import { WallSeats } from '@/ui/wall-seats';
import { Calling } from './call-to-action';
import { Heading } from './heading';
import { usePages } from './pages';
import { type SceneProps, useRoom } from './scene';

/** Upright, a group keeps its title and its next step. */
const UPRIGHT_ROWS: Record<WallRoom, number> = { whole: 3, banded: 2, tight: 1 };

export function Actions({ address, now }: SceneProps) {
  const say = useSay();
  const view = useView();
  const shape = useWallShape();
  const room = useRoom(now);
  const actions = actionsInOrder(view).filter((a) => a.status !== 'dropped');
  const { shown, page, of } = usePages(actions, shape === 'upright' ? UPRIGHT_ROWS[room] : 4, {
    everyMs: 12_000,
  });
  if (actions.length === 0)
    return (
      <Calling now={now} title={say('wall.actions')} link={`${address}/i/${view.code}/azioni`}>
        <p className="text-2xl text-ink-soft leading-[1.3]">{say('wall.actionsEmpty')}</p>
      </Calling>
    );
  const columns = shape === 'upright' || shown.length === 1 ? 1 : 2;
  return (
    <div className="flex size-full flex-col">
      <Heading
        tight={room === 'tight'}
        title={say('wall.actions')}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
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
  const joined = a.adhesions.length;
  return (
    <li className="grid min-h-0 min-w-0 animate-arrive grid-cols-[auto_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] items-center gap-[calc(var(--u)*1.6)] rounded-lg bg-raised px-[calc(var(--u)*1.6)] py-[calc(var(--h)*1.6)] shadow-card">
      {/* The group from above, as circles are: it fills as people join. */}
      <span className="block aspect-square h-full max-h-[calc(var(--h)*22)] max-w-[calc(var(--u)*12)]">
        <WallSeats
          count={joined}
          says={say('wall.joined', { n: joined })}
          strand={null}
          is={joined > 0 ? 'running' : 'planned'}
        />
      </span>
      <div className="grid size-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] gap-[calc(var(--h)*0.8)]">
        <Fit of={title + step} max={large ? 7 : 4.4}>
          <b className="block text-[1.4em] leading-[1.1] upright-wall:text-[1.1em]">
            <span className="me-[0.4em] text-accent">G{a.n}</span>
            {title}
          </b>
          {/* In a direction of its own: its label and its words may be in two languages. */}
          <span className="block">{step}</span>
        </Fit>
        <p className="flex flex-wrap justify-between gap-x-6 text-ink-soft text-lg leading-[1.25] upright-wall:text-base">
          <span className="min-w-0 truncate pb-[0.1em]">
            {a.initiator ? (people[a.initiator] ?? '') : <b className="text-ink">{say('wall.whoBegins')}</b>}
          </span>
          <span className="min-w-0 truncate pb-[0.1em] text-end">{a.byWhen}</span>
        </p>
      </div>
    </li>
  );
}
