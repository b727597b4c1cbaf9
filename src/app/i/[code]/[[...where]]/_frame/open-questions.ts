'use client';
/**
 * Questions that wait for this person, most urgent first: a turn to speak, a swap, a merge, an offer to help, a moved
 * circle, a report.
 */
import { useState } from 'react';
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { isOver } from '@/domain/gathering/clock';
import { type SpeakingTurn, TOLD_BEFORE, turnOf } from '@/domain/gathering/speaking-turns';
import { agendaOf } from '@/domain/gathering/agenda';
import { hasMet, slotOf, spaceOf } from '@/domain/gathering/session-queries';
import type { Session } from '@/domain/gathering/state/session';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { useGo, useWhere } from './navigation';
import { isMine, useDo, useMe, useMine, useName } from './phone-hooks';
import { usePlaceName, useSlotStart } from './place-names';

type Way = { label: string; act: () => void };
/** `left`: seconds until it ends on its own. */
export type WaitingItem = { id: string; title: string; line?: string; left?: number; yes: Way; no: Way };

/** Phases in which a circle that ended is asked for its report. */
const REPORTING: ReadonlySet<string> = new Set([
  'sessions',
  'news',
  'reading',
  'voting',
  'actions',
  'closing',
  'completing',
]);

/** The time, to the second while somebody has a turn: it ends exactly then. */
function useTurnClock(): number | null {
  const coarse = useNow();
  const until = useShown((s) => s.view.spotlight?.until ?? null);
  const called = coarse !== null && until !== null && coarse < until + 15_000;
  return useNow(called ? 1000 : 15_000);
}

export function useWaiting(): WaitingItem[] {
  const say = useSay();
  const act = useDo();
  const go = useGo();
  const view = useView();
  const now = useTurnClock();
  const me = useMe();
  const circle = useMine()?.circle;
  const name = useName();
  const placeName = usePlaceName();
  const slotStart = useSlotStart();
  const { where } = useWhere();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  if (me === null || now === null) return [];
  const see = (id: string) => setSeen((all) => new Set([...all, id]));
  const mine = (id: string | undefined) => {
    const topic = id === undefined ? undefined : view.topics[id];
    return topic !== undefined && isMine(topic, me);
  };
  const called = (t: Topic | undefined) => (t ? `${topicNumber(t.n)} ${t.hidden ? '' : t.title}`.trim() : '');
  const later: Way = { label: say('waiting.later'), act: () => {} };
  // Once the other circle has begun, the way back is a split (E10).
  const accept = (merge: string, into: string) => {
    const undo = () => act('undoMerge', { merge }, { say: say('join.undone') });
    act('acceptMerge', { merge }, { say: say('merge.done'), ...(hasMet(view, into) ? {} : { undo }) });
  };
  const turnItem = (turn: SpeakingTurn): WaitingItem[] => {
    const { topic } = turn;
    const line = called(view.topics[topic]);
    if (turn.is === 'now') {
      const id = `turn-${topic}-${turn.until}`;
      return [
        {
          id,
          title: say('waiting.turn'),
          line: say('waiting.turnLine', { topic: line }),
          left: Math.max(0, Math.ceil((turn.until - now) / 1000)),
          yes: { label: say('waiting.turnYes'), act: () => see(id) },
          no: { label: say('waiting.later'), act: () => void act('skipTurn', { topic }) },
        },
      ];
    }
    if (turn.place > TOLD_BEFORE) return [];
    const id = `queue-${topic}-${turn.place}`;
    return [
      {
        id,
        title: turn.place === 1 ? say('waiting.next') : say('waiting.after', { n: turn.place - 1 }),
        line,
        yes: { label: say('waiting.ok'), act: () => see(id) },
        no: { label: say('queue.leave'), act: () => void act('leaveQueue', { topic }) },
      },
    ];
  };
  const items: WaitingItem[] = [];

  const turn = turnOf(view, me, now);
  if (turn) items.push(...turnItem(turn));
  for (const swap of Object.values(view.swaps)) {
    const [theirs, ours] = [view.sessions[swap.mine], view.sessions[swap.theirs]];
    if (!theirs || !ours || !mine(ours.topic)) continue;
    const who = view.topics[theirs.topic]?.convener ?? null;
    items.push({
      id: swap.id,
      title: say('waiting.swap', { name: name(who) }),
      line: say('waiting.swapLine', { mine: placeName(ours), theirs: placeName(theirs) }),
      yes: {
        label: say('swap.accept'),
        act: () => void act('acceptSwap', { swap: swap.id }, { say: say('swap.done') }),
      },
      no: { label: say('swap.decline'), act: () => void act('declineSwap', { swap: swap.id }) },
    });
  }
  for (const m of Object.values(view.merges)) {
    const [from, into] = [view.topics[m.from], view.topics[m.into]];
    if (m.state !== 'offered' || from?.standing !== 'open' || into?.standing !== 'open') continue;
    if (!isMine(isMine(from, m.by) ? into : from, me)) continue;
    const theirs = isMine(from, m.by) ? from : into;
    // The numbers come first: what is cut on a narrow phone is the end of a title.
    const asked = say('merge.asked', { from: topicNumber(from.n), into: topicNumber(into.n) });
    items.push({
      id: m.id,
      title: say('waiting.merge'),
      line: theirs.hidden ? asked : `${asked} · ${theirs.title}`,
      yes: {
        label: say('swap.accept'),
        act: () => accept(m.id, m.into),
      },
      no: { label: say('merge.decline'), act: () => void act('declineMerge', { merge: m.id }) },
    });
  }
  for (const topic of Object.values(view.topics))
    if (topic.standing === 'open' && isMine(topic, me))
      for (const seat of topic.offers)
        items.push({
          id: `offer-${topic.id}-${seat}`,
          title: say('join.offered', { name: name(seat) }),
          line: called(topic),
          yes: {
            label: say('join.together'),
            act: () => void act('acceptCoConvener', { topic: topic.id, seat }),
          },
          no: { ...later, act: () => see(`offer-${topic.id}-${seat}`) },
        });
  const concern = new Set([...agendaOf(view, me).map((s) => s.id), ...(circle ? [circle] : [])]);
  for (const s of Object.values(view.sessions)) {
    const last = s.movedFrom.at(-1);
    const slot = slotOf(view, s);
    if (!last || !concern.has(s.id) || s.state === 'ended' || s.state === 'cancelled') continue;
    if (slot !== undefined && isOver(view, slot, now)) continue;
    const id = `moved-${s.id}-${last.at}`;
    items.push({
      id,
      title: say('moved.title', { topic: topicNumber(view.topics[s.topic]?.n ?? 0) }),
      line: say('moved.to', { space: spaceOf(view, s)?.name ?? '', time: slot ? slotStart(slot) : '' }),
      yes: { label: say('waiting.go'), act: () => go(`cerchio/${s.id}`) },
      no: { label: say('waiting.ok'), act: () => see(id) },
    });
  }
  const wanted = (s: Session): boolean => {
    const topic = view.topics[s.topic];
    if (s.state !== 'ended' || !topic || topic.standing === 'merged') return false;
    const writes = isMine(topic, me) || s.noteTaker === me;
    return writes && (view.reports[topic.id]?.publishedAt ?? null) === null;
  };
  const topics = new Set(
    Object.values(view.sessions)
      .filter(wanted)
      .map((s) => s.topic),
  );
  if (REPORTING.has(view.phase) && where[0] !== 'resoconto')
    for (const id of topics) {
      const topic = view.topics[id];
      if (!topic) continue;
      items.push({
        id: `report-${id}`,
        title: say('waiting.report'),
        line: called(topic),
        yes: { label: say('hold.report'), act: () => go(`resoconto/${topicNumber(topic.n)}`) },
        no: { ...later, act: () => see(`report-${id}`) },
      });
    }
  return items.filter((item) => !seen.has(item.id));
}
