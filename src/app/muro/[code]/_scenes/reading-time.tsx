'use client';
/** Reading time: the number of notes, and where to read them. */
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { wasHeld } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { bookAddress } from './book-code';
import { Calling } from './call-to-action';
import type { SceneProps } from './scene';

export function ReadingTime({ address, now }: SceneProps) {
  const view = useView();
  const say = useSay();
  // Notes may be loaded after the page: until then their number is not shown.
  const known = useWritten();
  const notes = Object.values(view.notes).filter((n) => !n.withdrawn).length;
  const topics = topicsInOrder(view).filter((t) => t.standing === 'open').length;
  const circles = Object.values(view.sessions).filter((s) => s.state !== 'cancelled' && wasHeld(s)).length;
  return (
    <Calling now={now} title={say('wall.reading')} link={bookAddress(address, view.code)}>
      <p className="font-bold text-3xl leading-[1.3] upright-wall:text-2xl">
        {/* A number and its noun stay on one line. */}
        {[
          say('wall.topics', { n: topics }),
          say('wall.circles', { n: circles }),
          ...(known ? [say('wall.notes', { n: notes })] : []),
        ]
          .map((count) => count.replaceAll(' ', '\u00A0'))
          .join('\u00A0· ')}
      </p>
      <p className="text-2xl text-ink-soft">{say('wall.readingHow')}</p>
    </Calling>
  );
}
