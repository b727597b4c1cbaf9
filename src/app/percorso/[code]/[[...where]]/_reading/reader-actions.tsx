'use client';
/** The same actions as the keys, for people who use a mouse or a finger, or have turned the letters off. */
import type { ReadingState } from '@/domain/programming/reading-shapes';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import type { Giving } from './coding-edits';

type Props = { giving: Giving; state: ReadingState; onMemo: () => void; onNext: () => void };

export function ReaderActions({ giving, state, onMemo, onNext }: Props) {
  const say = useSay();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        icon="star"
        aria-pressed={giving.coding?.star ?? false}
        onClick={() => giving.star()}
      >
        {say('reading.star')}
      </Button>
      <Button size="small" icon="edit" onClick={onMemo}>
        {say('reading.memo')}
      </Button>
      <Button
        size="small"
        icon="eye"
        aria-pressed={state === 'letto'}
        onClick={() => giving.mark(state === 'letto' ? 'non_letto' : 'letto')}
      >
        {say('reading.state.letto')}
      </Button>
      <Button
        size="small"
        icon="flag"
        aria-pressed={state === 'da_rivedere'}
        onClick={() => giving.mark(state === 'da_rivedere' ? 'letto' : 'da_rivedere')}
      >
        {say('reading.state.da_rivedere')}
      </Button>
      <Button size="small" kind="primary" icon="forward" className="ml-auto max-lg:hidden" onClick={onNext}>
        {say('reading.readNext')}
      </Button>
    </div>
  );
}
