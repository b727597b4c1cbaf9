'use client';
/** Answers at a glance: what now, where, what can I do. */
import { useNow, useShown, useView } from '@/client/provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { arrivedLate, sessionsIn } from '@/domain/gathering/queries';
import type { Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { Icon, type IconName } from '@/ui/icons';
import { Card, Section } from '@/ui/surface';
import { Announcements } from './announcements';
import { ClosingWord } from './closing-word';
import { CodeCard } from './code-card';
import { CircleRow } from './circle-row';
import { FateLink } from './fate-link';
import { MovedNotice } from './moved-notice';
import { MyAgenda } from './my-agenda';
import { MyTopics } from './my-topics';
import { useSlotName } from './placing';
import { Standing } from './standing';
import { Go } from './where';

type Way = {
  to: string;
  icon: IconName;
  label: `way.${'propose' | 'board' | 'grid' | 'circles' | 'method' | 'news' | 'vote' | 'actions'}`;
};
const WAYS: Record<string, Way> = {
  propose: { to: 'proponi', icon: 'plus', label: 'way.propose' },
  board: { to: 'bacheca', icon: 'board', label: 'way.board' },
  grid: { to: 'griglia', icon: 'matrix', label: 'way.grid' },
  circles: { to: 'cerchi', icon: 'circles', label: 'way.circles' },
  news: { to: 'notizie', icon: 'wall', label: 'way.news' },
  vote: { to: 'voto', icon: 'vote', label: 'way.vote' },
  actions: { to: 'azioni', icon: 'hand', label: 'way.actions' },
  method: { to: 'metodo', icon: 'question', label: 'way.method' },
};
/** The first is what most people want at that moment; the others stay at hand, for phases never lock. */
const FIRST: Partial<Record<Phase, (keyof typeof WAYS)[]>> = {
  draft: ['method', 'propose', 'board'],
  check_in: ['method', 'board', 'propose'],
  opening: ['method', 'propose', 'board'],
  proposing: ['propose', 'board', 'method'],
  market: ['board', 'grid', 'propose'],
  sessions: ['circles', 'board', 'propose'],
  news: ['news', 'propose', 'board'],
  reading: ['news', 'board', 'circles'],
  voting: ['vote', 'news', 'actions'],
  actions: ['actions', 'vote', 'news'],
  closing: ['actions', 'news', 'vote'],
};
const AFTER: (keyof typeof WAYS)[] = ['news', 'actions', 'vote'];

export function Home({ recovery }: { recovery: string | null }) {
  const say = useSay();
  const title = useShown((s) => s.view.title);
  const question = useShown((s) => s.view.question);
  const phase = useShown((s) => s.view.phase);
  const late = useShown((s) => arrivedLate(s.view, s.you?.seat ?? ''));
  const voting = useShown((s) => s.view.voting.state);
  const order = (FIRST[phase] ?? AFTER).filter((w) => w !== 'vote');
  // Nobody is sent to a vote that was never opened; and an open one is what everybody looks for, whatever the moment.
  const withVote: Record<typeof voting, (keyof typeof WAYS)[]> = {
    none: order,
    open: ['vote', ...order],
    closed: FIRST[phase] ?? AFTER,
  };
  const first = withVote[voting];
  // E13: whoever missed the opening finds the method beside what is going on.
  const going = FIRST[phase] !== undefined;
  const ways = going && late && !first.includes('method') ? [...first, 'method'] : first;
  return (
    <>
      <header className="grid gap-1">
        {question && <p className="font-semibold text-accent text-sm">{title}</p>}
        <h1 className="text-lg sm:text-xl">{question || title}</h1>
      </header>
      <Card tone="accent" className="grid gap-3">
        <div>
          <p className="font-semibold text-accent text-sm">{say('home.now')}</p>
          <h2 className="text-xl">{say(`phase.${phase}`)}</h2>
          <p className="mt-1">
            {say(phase === 'voting' && voting === 'none' ? 'phase.voting.soon' : `phase.${phase}.do`)}
          </p>
        </div>
        <div className="grid gap-2">
          {ways.map((name, i) => {
            const way = WAYS[name] as Way;
            return (
              <Go
                key={name}
                to={way.to}
                className={buttonClass(i === 0 ? 'primary' : 'quiet', 'normal', true)}
              >
                <Icon name={way.icon} />
                {say(name === 'vote' && voting === 'closed' ? 'way.results' : way.label)}
              </Go>
            );
          })}
        </div>
      </Card>
      <FateLink />
      <ClosingWord />
      <Announcements />
      <MovedNotice />
      {going && <Standing />}
      <CodeCard recovery={recovery} />
      <NowAndNext />
      <MyAgenda />
      <MyTopics />
    </>
  );
}

function NowAndNext() {
  const say = useSay();
  const view = useView();
  const now = useNow();
  const slotName = useSlotName();
  if (now === null) return null;
  const running = Object.values(view.sessions).filter((s) => s.state === 'running');
  const at = nowAndNext(view, now);
  const here = at.now ? sessionsIn(view, at.now.id).filter((s) => s.state !== 'ended') : running;
  const next = at.next ? sessionsIn(view, at.next.id) : [];
  if (here.length === 0 && next.length === 0) return null;
  return (
    <>
      {here.length > 0 && (
        <Section title={say('home.circlesNow')} aside={at.now ? slotName(at.now) : undefined}>
          <ul className="grid gap-2">
            {here.map((s) => (
              <CircleRow key={s.id} session={s.id} />
            ))}
          </ul>
        </Section>
      )}
      {next.length > 0 && at.next && (
        <Section title={say('home.next')} aside={slotName(at.next)}>
          <ul className="grid gap-2">
            {next.map((s) => (
              <CircleRow key={s.id} session={s.id} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
