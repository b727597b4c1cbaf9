'use client';
/** The phase at the desk: its main action, its most important number, and its subject. */
import { useNow, useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { nowAndNext, slotSpan } from '@/domain/gathering/clock';
import { hasMarket } from '@/domain/gathering/formats';
import { awaitedReports, hungReports } from '@/domain/gathering/report-queries';
import { liveCircles, sessionsOf, spaceOf } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { topicNumber } from '@/domain/gathering/state/topic';
import { votersOf } from '@/domain/gathering/state/voting';
import type { Say } from '@/i18n/say';
import { useSay } from '@/i18n/words';
import { ALOUD, PhaseAction } from './phase-action';
import { usePhaseSteps } from './phase-steps';
import { PromptLight } from './programme';
import { Queue, Speaking } from '../_frame/announcing-queue';

type Figure = { n: number | '…'; says: string } | null;

/** Topics that may still be placed and have no cell. */
const unplaced = (view: Gathering) =>
  topicsInOrder(view).filter((t) => t.standing === 'open' && sessionsOf(view, t.id).length === 0);

function figureOf(view: Gathering, say: Say, now: number | null, known: boolean): Figure {
  const open = topicsInOrder(view).filter((t) => t.standing === 'open').length;
  const placed = open - unplaced(view).length;
  const slot = now === null ? null : nowAndNext(view, now).now;
  const circles = liveCircles(view);
  const seated = circles.reduce((n, s) => n + s.present, 0);
  const hung = hungReports(view).length;
  switch (view.phase) {
    case 'draft':
    case 'check_in':
    case 'opening':
      return { n: view.people, says: say('desk.figure.people', { n: view.people }) };
    case 'proposing':
      return { n: open, says: say('desk.figure.topics', { n: open }) };
    case 'market':
      return { n: placed, says: say('desk.figure.placed', { n: placed, of: open }) };
    case 'sessions':
      if (slot && now !== null) {
        const left = Math.max(0, Math.ceil((slotSpan(view, slot).to - now) / 60_000));
        return {
          n: left,
          says: say('desk.figure.minutes', { n: left, slot: slot.label, in: seated, around: view.roaming }),
        };
      }
      return { n: circles.length, says: say('desk.figure.circles', { n: circles.length, people: seated }) };
    case 'news':
    case 'completing':
      return known
        ? { n: hung, says: say('desk.figure.reports', { n: hung, of: hung + awaitedReports(view).length }) }
        : null;
    case 'voting':
      return {
        n: votersOf(view.voting),
        says: say('desk.figure.voters', {
          n: votersOf(view.voting),
          of: view.people,
          phone: view.voting.voters,
        }),
      };
    case 'actions': {
      const n = Object.values(view.actions).filter((a) => a.status !== 'dropped').length;
      return { n, says: say('desk.figure.actions', { n }) };
    }
    default:
      return null;
  }
}

export function PhasePanel() {
  const say = useSay();
  const view = useView();
  const now = useNow();
  const known = useWritten();
  const { all, at, word, phase } = usePhaseSteps();
  const market = hasMarket(view.format);
  const figure = market ? figureOf(view, say, now, known) : null;
  const hint = () => {
    if (!market) return say('desk.phaseHint.prompted');
    if (phase === 'voting' && view.voting.state === 'none') return say('desk.phaseHint.voting.none');
    if (phase !== 'voting' && view.voting.state === 'open') return say('desk.phaseHint.voting.open');
    return say.dynamic(`desk.phaseHint.${phase}`, {}, 'desk.phaseHint');
  };
  return (
    <section className="grid gap-4">
      <div>
        <p className="text-ink-soft text-sm lg:hidden">
          {say('desk.momentOf', { n: at + 1, of: all.length })}
        </p>
        <h2 className="text-2xl">{word(phase)}</h2>
        <p className="max-w-prose text-ink-soft">{hint()}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <PhaseAction className="max-lg:hidden lg:flex-[3_1_22rem]" />
        {figure && (
          <p className="flex min-w-0 flex-[2_1_14rem] items-center gap-4 lg:rounded-xl lg:border lg:border-line lg:bg-raised lg:px-5 lg:py-2">
            <b className="shrink-0 text-5xl tabular-nums leading-none [overflow-wrap:normal]">{figure.n}</b>
            <span className="text-sm leading-snug">{figure.says}</span>
          </p>
        )}
      </div>
      <Speaking />
      <About />
    </section>
  );
}

/** The subject of this phase, in a few lines. */
function About() {
  const say = useSay();
  const view = useView();
  const people = useShown((s) => s.people);
  if (!hasMarket(view.format)) return <PromptLight />;
  if (ALOUD.has(view.phase)) return <Queue />;
  const rows =
    view.phase === 'market'
      ? unplaced(view).map((t) => ({
          id: t.id,
          over: `${topicNumber(t.n)} ${t.title || say('wall.hidden')}`,
          under: t.convener ? (people[t.convener] ?? '') : say('wall.noConvener'),
          n: '',
        }))
      : view.phase === 'sessions'
        ? liveCircles(view).map((s) => ({
            id: s.id,
            over: spaceOf(view, s)?.name ?? '',
            under: `${topicNumber(view.topics[s.topic]?.n ?? 0)} ${view.topics[s.topic]?.title ?? ''}`,
            n: String(s.present),
          }))
        : [];
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{say(view.phase === 'market' ? 'desk.unplaced' : 'desk.circlesNow')}</h3>
      <ul className="divide-y divide-line rounded-xl border border-line bg-raised">
        {rows.map((r) => (
          <li key={r.id} className="flex items-center gap-4 px-4 py-2 leading-tight">
            {r.n && <b className="w-8 text-center text-accent text-xl tabular-nums">{r.n}</b>}
            <p className="min-w-0">
              <b className="block">{r.over}</b>
              <span className="block text-ink-soft text-sm">{r.under}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
