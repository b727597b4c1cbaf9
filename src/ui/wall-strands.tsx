/** The strands of a topic, large enough for the last row of chairs. */
import type { Strand } from '@/domain/words';
import { STRAND_TEXT, StrandShape } from './badge';
import { cx } from './cx';

export function StrandLetters({ strands }: { strands: readonly Strand[] }) {
  return strands.map((s) => (
    <span key={s} className={cx('inline-flex items-center gap-1.5 font-bold', STRAND_TEXT[s])}>
      <StrandShape strand={s} />
      {s}
    </span>
  ));
}
