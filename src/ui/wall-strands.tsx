/** A topic on the wall: the shapes of its strands, its number, its title. Number and shape stay on one line. */
import type { Strand } from '@/domain/words';
import { STRAND_TEXT, StrandShape } from './badge';
import { cx } from './cx';

export type WallTopic = { number: string; title: string; strands: readonly Strand[] };

/** `plain`: on a coloured ground, where the shape alone shows the strand. */
export function TopicNumber({ number, strands, plain }: Omit<WallTopic, 'title'> & { plain?: boolean }) {
  const [first] = strands;
  return (
    <span
      className={cx(
        'me-[0.1em] whitespace-nowrap font-bold',
        !plain && (first ? STRAND_TEXT[first] : 'text-accent'),
      )}
    >
      {strands.map((s) => (
        <StrandShape key={s} strand={s} className={cx('me-[0.32em] inline', !plain && STRAND_TEXT[s])} />
      ))}
      {number}
    </span>
  );
}

export function TopicLine({ topic, plain }: { topic: WallTopic; plain?: boolean }) {
  return (
    <span className="font-semibold">
      <TopicNumber {...topic} {...(plain ? { plain } : {})} /> {topic.title}
    </span>
  );
}
