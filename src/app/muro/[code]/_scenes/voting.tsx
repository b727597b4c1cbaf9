'use client';
/** While dots are placed the wall says only how many have voted; afterwards, where the energy is (I7). */
import { useView } from '@/client/provider';
import { standings } from '@/domain/gathering/queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Calling } from './calling';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

export function Voting({ address }: SceneProps) {
  const say = useSay();
  const view = useView();
  const { state, voters, quota } = view.voting;
  if (state === 'closed') return <Results />;
  return (
    <Calling title={say('wall.voting')} link={`${address}/i/${view.code}/voto`}>
      <p className="text-2xl leading-normal">{say('wall.votingHow', { n: quota })}</p>
      <p className="font-bold text-4xl tabular-nums" role="status">
        {say(state === 'open' ? 'wall.turnout' : 'wall.notOpen', { n: voters, of: view.people })}
      </p>
    </Calling>
  );
}

export function Results() {
  const say = useSay();
  const view = useView();
  const rows = standings(view);
  const most = Math.max(1, ...rows.map((r) => r.dots));
  const { shown, page, of } = usePages(rows, 6, { everyMs: 12_000 });
  const paper = view.voting.paper.reduce((n, b) => n + b.voters, 0);
  if (view.voting.state !== 'closed')
    return <p className="grid h-full place-items-center text-3xl">{say('wall.noResults')}</p>;
  return (
    <div className="flex h-full flex-col">
      <Heading
        title={say('wall.results')}
        aside={<span>{say('wall.voted', { n: view.voting.voters + paper })}</span>}
        page={of > 1 ? say('wall.page', { page, of }) : null}
      />
      <ol className="grid min-h-0 flex-1 grid-rows-6 gap-3 pb-3">
        {shown.map((r) => (
          <li key={r.id} className="grid min-h-0 grid-cols-[1fr_auto] items-center gap-x-8">
            <p className="truncate text-xl">
              <b className="mr-5 text-accent">{r.topics.map((t) => topicNumber(t.n)).join(' + ')}</b>
              {r.name || say('wall.hidden')}
            </p>
            <b className="text-2xl tabular-nums">{r.dots}</b>
            <span aria-hidden="true" className="col-span-2 block h-5 rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent transition-[width] duration-700"
                style={{ width: `${(r.dots / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ol>
      <p className="pb-3 text-base text-ink-soft">{say('wall.allStay')}</p>
    </div>
  );
}
