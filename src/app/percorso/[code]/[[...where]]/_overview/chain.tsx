'use client';
/** The chain from words to outcomes, step by step: how many there are, and how many wait. Each step is a link. */
import { usePath } from '@/client/hooks/path-provider';
import { coverage } from '@/domain/programming/listening-coverage';
import { standingOnes } from '@/domain/programming/deed';
import { toExamine, unanswered } from '@/domain/programming/unanswered-items';
import { goalGaps } from '@/domain/programming/goals';
import { countByState, readable, reads } from '@/domain/programming/reading-queue';
import { resourceMap } from '@/domain/programming/resource-map';
import { isGrounded } from '@/domain/programming/decision-trace';
import { useSay } from '@/i18n/words';
import { Icon, type IconName } from '@/ui/icons';
import { placeOf } from '../_shared/addresses';
import { useSaid } from '../_shared/source-lookup';

type Step = { href: string; icon: IconName; value: string; label: string; waits: string[] };

export function Chain({ code }: { code: string }) {
  const say = useSay();
  const steps = useSteps(code);
  return (
    <section aria-label={say('planning.chain')}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map((s) => (
          <li key={s.label}>
            <a
              href={s.href}
              className="grid h-full content-start gap-1 rounded-xl border border-line bg-raised p-4 no-underline shadow-card hover:border-accent"
            >
              <span className="flex items-center justify-between gap-2">
                <span className="font-bold text-2xl tabular-nums leading-none">{s.value}</span>
                <Icon name={s.icon} className="size-7 text-accent" />
              </span>
              <span className="font-semibold">{s.label}</span>
              {s.waits.map((w) => (
                <span key={w} className="flex items-start gap-1.5 text-sm text-warn">
                  <Icon name="warning" className="mt-0.5" />
                  {w}
                </span>
              ))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSteps(code: string): Step[] {
  const say = useSay();
  const path = usePath();
  const { all } = useSaid();
  const unread = countByState(all, reads(path)).non_letto;
  const needs = standingOnes(path.needs);
  const proposals = standingOnes(path.proposals);
  const tables = standingOnes(path.tables).filter((t) => !t.closed);
  const goals = standingOnes(path.goals);
  const projects = standingOnes(path.projects);
  const map = resourceMap(path);
  const unheard = coverage(path).filter((c) => !c.listened).length;
  const bare = (what: 'need' | 'proposal' | 'goal', ids: { id: string }[]) =>
    ids.filter((x) => !isGrounded(path, what, x.id)).length;
  const waits = (...rows: [n: number, text: (n: number) => string][]) =>
    rows.flatMap(([n, text]) => (n > 0 ? [text(n)] : []));
  const ungrounded = (n: number) => say('planning.ungroundedN', { n });
  return [
    {
      ...{ href: placeOf(code, 'incontri'), icon: 'calendar', label: say('planning.incontri') },
      value: say.number(standingOnes(path.meetings).length),
      waits: waits([unheard, (n) => say('planning.unheardN', { n })]),
    },
    {
      ...{ href: placeOf(code, 'raccolta'), icon: 'speech', label: say('planning.collected') },
      value: say.number(readable(all).length),
      waits: waits([unread, (n) => say('planning.unreadN', { n })]),
    },
    {
      ...{ href: placeOf(code, 'bisogni'), icon: 'need', label: say('planning.needs') },
      value: say.number(needs.length),
      waits: waits([bare('need', needs), ungrounded]),
    },
    {
      ...{ href: placeOf(code, 'bisogni', 'proposte'), icon: 'bulb', label: say('planning.proposals') },
      value: say.number(proposals.length),
      waits: waits(
        [bare('proposal', proposals), ungrounded],
        [
          proposals.filter((p) => p.outcome === 'da_esaminare').length,
          (n) => say('planning.noOutcomeN', { n }),
        ],
      ),
    },
    {
      ...{ href: placeOf(code, 'bisogni', 'da-esaminare'), icon: 'question' },
      ...{ label: say('planning.itemsAndRequests') },
      value: say.number(toExamine(path, all).length),
      waits: waits([unanswered(path).length, (n) => say('planning.requestsWaiting', { n })]),
    },
    {
      ...{ href: placeOf(code, 'tavoli'), icon: 'people', label: say('planning.tavoliTitle') },
      value: say.number(tables.length),
      waits: waits([
        tables.filter((t) => t.status === 'proposto').length,
        (n) => say('planning.proposedN', { n }),
      ]),
    },
    {
      ...{ href: placeOf(code, 'risorse'), icon: 'leaf', label: say('planning.freeableTotal') },
      value: say.euro(map.freeable.cents),
      waits: waits([
        projects.filter((p) => p.assessment === 'non_valutato').length,
        (n) => say('planning.unassessedN', { n }),
      ]),
    },
    {
      ...{ href: placeOf(code, 'obiettivi'), icon: 'target', label: say('planning.obiettivi') },
      value: say.number(goals.length),
      waits: waits(
        [bare('goal', goals), ungrounded],
        [goals.filter((g) => goalGaps(g).length > 0).length, (n) => say('planning.incompleteN', { n })],
      ),
    },
  ];
}
