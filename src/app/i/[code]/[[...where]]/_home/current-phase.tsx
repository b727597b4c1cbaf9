'use client';
/** Everybody's activity at this moment, and the links to go on from here. */
import { useShown } from '@/client/hooks/gathering-provider';
import { arrivedLate } from '@/domain/gathering/phase-queries';
import type { Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { Icon, type IconName } from '@/ui/icons';
import { Card } from '@/ui/surface';
import { Go } from '../_frame/navigation';

type Way = {
  to: string;
  /** Not a screen of the phone but a page of its own. */
  page?: true;
  icon: IconName;
  label: `way.${'propose' | 'board' | 'grid' | 'circles' | 'method' | 'news' | 'vote' | 'actions' | 'record'}`;
};
const WAYS: Record<string, Way> = {
  propose: { to: 'proponi', icon: 'plus', label: 'way.propose' },
  board: { to: 'bacheca', icon: 'board', label: 'way.board' },
  grid: { to: 'griglia', icon: 'matrix', label: 'way.grid' },
  circles: { to: 'cerchi', icon: 'circles', label: 'way.circles' },
  news: { to: 'notizie', icon: 'wall', label: 'way.news' },
  vote: { to: 'voto', icon: 'vote', label: 'way.vote' },
  actions: { to: 'azioni', icon: 'hand', label: 'way.actions' },
  record: { to: '/atti', page: true, icon: 'book', label: 'way.record' },
  method: { to: 'metodo', icon: 'question', label: 'way.method' },
};
/** The first is what most people need in that phase; the others stay available, because phases never lock. */
const FIRST: Partial<Record<Phase, (keyof typeof WAYS)[]>> = {
  draft: ['method', 'propose', 'board'],
  check_in: ['method', 'board', 'propose'],
  opening: ['method', 'propose', 'board'],
  proposing: ['propose', 'board', 'method'],
  market: ['board', 'grid', 'propose'],
  sessions: ['circles', 'board', 'propose'],
  news: ['news', 'propose', 'board'],
  reading: ['record', 'news', 'board', 'circles'],
  voting: ['vote', 'news', 'actions'],
  actions: ['actions', 'vote', 'news'],
  closing: ['actions', 'record', 'news', 'vote'],
};
const AFTER: (keyof typeof WAYS)[] = ['record', 'news', 'actions', 'vote'];

/** True while people are still together: afterwards there is no circle to join, and no day ahead. */
export const isGoing = (phase: Phase): boolean => FIRST[phase] !== undefined;

export function CurrentPhase() {
  const say = useSay();
  const phase = useShown((s) => s.view.phase);
  const code = useShown((s) => s.view.code);
  const late = useShown((s) => arrivedLate(s.view, s.you?.seat ?? ''));
  const voting = useShown((s) => s.view.voting.state);
  const usual = FIRST[phase] ?? AFTER;
  const others = usual.filter((w) => w !== 'vote');
  // Nobody is sent to a vote that was never opened; an open one comes first in any phase.
  const first = voting === 'closed' ? usual : voting === 'open' ? ['vote', ...others] : others;
  // E13: latecomers find the method beside the current phase.
  const going = isGoing(phase);
  const ways = going && late && !first.includes('method') ? [...first, 'method'] : first;
  return (
    <Card tone="accent" className="grid gap-3">
      <div>
        <p className="font-semibold text-accent text-sm">{say('home.now')}</p>
        <h2 className="text-xl">{say(`phase.${phase}`)}</h2>
        <p className="mt-1">
          {say(
            phase !== 'voting' || voting === 'open'
              ? `phase.${phase}.do`
              : voting === 'none'
                ? 'phase.voting.soon'
                : 'phase.voting.over',
          )}
        </p>
      </div>
      <div className="grid gap-2">
        {ways.map((name, i) => {
          const way = WAYS[name] as Way;
          const look = buttonClass(i === 0 ? 'primary' : 'quiet', 'normal', true);
          const words = (
            <>
              <Icon name={way.icon} />
              {say(name === 'vote' && voting === 'closed' ? 'way.results' : way.label)}
            </>
          );
          return way.page ? (
            <a key={name} href={`${way.to}/${code}`} className={look}>
              {words}
            </a>
          ) : (
            <Go key={name} to={way.to} className={look}>
              {words}
            </Go>
          );
        })}
      </div>
    </Card>
  );
}
