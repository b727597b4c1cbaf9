'use client';
/** The matrix of spaces and times, in pages when it is larger than the wall. */
import { useView } from '@/client/provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { sessionsIn } from '@/domain/gathering/queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Slot, Space } from '@/domain/gathering/state/matrix';
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Say } from '@/i18n/say';
import { useSay } from '@/i18n/words';
import { type MatrixCell, matrixSheets, WallMatrix } from '@/ui/wall-matrix';
import { Heading } from './heading';
import { usePages } from './pages';
import type { SceneProps } from './scene';

export function Matrix({ now }: SceneProps) {
  const view = useView();
  const say = useSay();
  const several = view.days.length > 1;
  const current = now === null ? null : nowAndNext(view, now).now;
  const slots = view.slots.filter((s) => s.released);
  const spaces = view.spaces.filter((s) => s.released);
  const sheets = matrixSheets(
    slots.map((s) => ({
      id: s.id,
      label: s.label,
      time: `${several ? `${say.date(s.day, 'short').slice(0, 5)} ` : ''}${s.start}–${s.end}`,
      now: s.id === current?.id,
    })),
    spaces.map((p) => ({
      id: p.id,
      name: p.name,
      ...(p.stepFree ? {} : { note: say('wall.stepUp') }),
    })),
  );
  const { shown, page, of } = usePages(sheets, 1);
  const sheet = shown[0];
  return (
    <div className="flex h-full flex-col pb-2">
      <Heading title={say('wall.matrix')} page={of > 1 ? say('wall.page', { page, of }) : null} />
      {sheet && (
        <WallMatrix
          caption={say('wall.matrix')}
          sheet={sheet}
          cells={slots.flatMap((s) => spaces.map((p) => cellAt(view, say, s, p)))}
        />
      )}
    </div>
  );
}

function cellAt(view: Gathering, say: Say, slot: Slot, space: Space): MatrixCell {
  const here = sessionsIn(view, slot.id).filter((s) => s.space === space.id);
  // E06: who comes to the old place is sent on.
  const arrow = view.arrows.findLast((a) => a.slot === slot.id && a.space === space.id);
  const moved = arrow && view.topics[view.sessions[arrow.session]?.topic ?? ''];
  return {
    slot: slot.id,
    space: space.id,
    topics: here.map((s) => {
      const topic = view.topics[s.topic];
      return {
        number: topicNumber(topic?.n ?? 0),
        title: topic?.title || say('wall.hidden'),
        strands: topic?.strands ?? [],
      };
    }),
    label: moved ? `${topicNumber(moved.n)} → ${say('wall.moved')}` : say('wall.free'),
  };
}
