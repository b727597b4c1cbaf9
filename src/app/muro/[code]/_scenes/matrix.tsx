'use client';
/** The market on one wall: spaces and slots; the current slot is large and dark, a free place stands out. */
import { useView } from '@/client/hooks/gathering-provider';
import { localTime, nowAndNext } from '@/domain/gathering/clock';
import { sessionsIn } from '@/domain/gathering/session-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Say } from '@/i18n/say';
import { useSay } from '@/i18n/words';
import { useWallShape } from '@/ui/wall-frame';
import { type MatrixCell, type MatrixPage, matrixPages, type MatrixSlot, WallMatrix } from '@/ui/wall-matrix';
import { usePages } from './pages';
import { PageMark } from './page-mark';
import { type SceneProps, useRoom } from './scene';
import { wallTopic } from './wall-topic';

export function Matrix({ now }: SceneProps) {
  const view = useView();
  const say = useSay();
  const shape = useWallShape();
  const spaces = view.spaces.filter((s) => s.released);
  const heads = spaces.map((p) => ({
    id: p.id,
    name: p.name,
    ...noteOf(p, say),
  }));
  const room = useRoom(now);
  const days = daysShown(view, now);
  const pages: MatrixPage[] = days.flatMap((day) =>
    matrixPages(slotsOf(view, say, day, now), heads, shape, room),
  );
  const { shown, page, of } = usePages(pages, 1);
  const slots = view.slots.filter((s) => s.released);
  return (
    <div className="relative size-full">
      <h1 className="sr-only">{say('wall.matrix')}</h1>
      {shown[0] && (
        <WallMatrix
          caption={say('wall.matrix')}
          room={room}
          page={shown[0]}
          cells={slots.flatMap((s) => spaces.map((p) => cellAt(view, say, s, p)))}
        />
      )}
      <PageMark page={page} of={of} className="absolute start-0 top-0 text-ink-soft" />
    </div>
  );
}

/** Under the name of a space: its steps, and how many people it holds where somebody said it. */
function noteOf(p: Space, say: Say): { note?: string } {
  const capacity = p.capacity === undefined ? '' : say('space.capacity', { n: p.capacity });
  const note = [p.stepFree ? '' : say('wall.stepUp'), capacity].filter(Boolean).join(' · ');
  return note ? { note } : {};
}

/** During a slot only its day; before and after, today and the days to come. */
function daysShown(view: Gathering, now: number | null): string[] {
  const days = [...new Set(view.slots.filter((s) => s.released).map((s) => s.day))];
  if (now === null) return days.slice(0, 1);
  const running = nowAndNext(view, now).now;
  if (running) return [running.day];
  const today = localTime(now, view.timezone).day;
  const coming = days.filter((d) => d >= today);
  return coming.length > 0 ? coming : days;
}

function slotsOf(view: Gathering, say: Say, day: string, now: number | null): MatrixSlot[] {
  const running = now === null ? null : nowAndNext(view, now).now;
  const { day: today, hour } = localTime(now ?? 0, view.timezone);
  const over = (s: Slot) => now !== null && `${s.day}${s.end}` <= `${today}${hour}`;
  const slots = view.slots.filter((s) => s.released && s.day === day);
  const begun = running !== null || slots.some(over);
  const several = new Set(view.slots.map((s) => s.day)).size > 1;
  return slots.map((s): MatrixSlot => {
    const at = { id: s.id, start: s.start };
    if (s.id === running?.id) return { ...at, is: 'now', says: say('wall.nowUntil', { time: s.end }) };
    if (over(s)) return { ...at, is: 'past', says: say('wall.over') };
    const label = several ? `${say.date(s.day, 'day')} · ${s.label}` : s.label;
    return { ...at, is: begun ? 'next' : 'open', says: label };
  });
}

function cellAt(view: Gathering, say: Say, slot: Slot, space: Space): MatrixCell {
  const here = sessionsIn(view, slot.id).filter((s) => s.space === space.id);
  // E06: people who come to the old space are sent on.
  const arrow = view.arrows.findLast((a) => a.slot === slot.id && a.space === space.id);
  const moved = arrow && view.topics[view.sessions[arrow.session]?.topic ?? ''];
  return {
    slot: slot.id,
    space: space.id,
    topics: here.map((s) => wallTopic(view.topics[s.topic], say)),
    label: moved ? `${topicNumber(moved.n)} → ${say('wall.moved')}` : say('wall.free'),
  };
}
