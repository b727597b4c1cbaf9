'use client';
/** The phases at the desk: the present one, the next one, open items, and the way to go on. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { phaseName } from '@/app/_shared/phase-name';
import { useView } from '@/client/hooks/gathering-provider';
import { hasMarket, PROMPTED_PHASES } from '@/domain/gathering/formats';
import { awaitedReports } from '@/domain/gathering/report-queries';
import { liveCircles, spaceOf } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import { PHASES, type Phase } from '@/domain/gathering/state/phase';
import type { Say } from '@/i18n/say';
import { useSay } from '@/i18n/words';

/** The archive closes for good: it has its own button, after the day. */
const OFFERED: readonly Phase[] = PHASES.filter((p) => p !== 'archived');

export function usePhaseSteps() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const { phase, scene, format } = view;
  const all = hasMarket(format) ? OFFERED : PROMPTED_PHASES;
  const at = all.indexOf(phase);
  const [asking, setConcluding] = useState(false);
  const word = (p: Phase) => phaseName(say, format, p);
  /** With thirteen buttons a wrong one is soon pressed, in front of the whole hall: an undo is beside it. */
  const go = (to: Phase, sure = false): boolean => {
    if (to === 'concluded' && phase !== to && !sure) {
      setConcluding(true);
      return false;
    }
    if (to === phase || !ask('changePhase', { phase: to })) return false;
    setConcluding(false);
    // Keys destroyed at the conclusion do not come back with the phase before it.
    if (to === 'concluded') {
      tell(say('desk.phase', { phase: word(to) }), 'plain');
      return true;
    }
    const onUndo = () => {
      ask('changePhase', { phase });
      if (scene !== 'auto') ask('showScene', { scene });
    };
    tell(say('desk.phase', { phase: word(to) }), 'plain', { label: say('toast.undo'), onUndo });
    return true;
  };
  const concluding = { open: asking, stay: () => setConcluding(false), go: () => void go('concluded', true) };
  return { all, at, phase, next: all[at + 1] ?? null, word, go, concluding, open: stillOpen(view, say) };
}

/** Unfinished items of this phase: going on closes none of them. */
function stillOpen(view: Gathering, say: Say): string {
  const circles = liveCircles(view).map((s) => spaceOf(view, s)?.name ?? '');
  if (view.phase === 'sessions' && circles.length > 0)
    return say('desk.open.circles', { n: circles.length, where: circles.join(', ') });
  if (view.voting.state === 'open') return say('desk.open.vote');
  const awaited = awaitedReports(view).length;
  if (view.phase === 'news' && awaited > 0) return say('desk.open.reports', { n: awaited });
  if (view.phase === 'proposing' && view.queue.length > 0)
    return say('desk.open.queue', { n: view.queue.length });
  return '';
}
