/** A conflict between two texts for one place: the current one, the typed one, and the three ways to settle it. */
import type { ReactNode } from 'react';
import { Button } from './button';
import { Banner } from './notice';

export type ConflictWords = { title: string; yours: string; mine: string; theirs: string; both: string };

/** `mine` is left out where the field above shows it; `onBoth` where the two cannot stand one after the other. */
export function Conflict({
  words,
  theirs,
  mine,
  why,
  onMine,
  onTheirs,
  onBoth,
}: {
  words: ConflictWords;
  theirs: string;
  mine?: string;
  why?: ReactNode;
  onMine: () => void;
  onTheirs: () => void;
  onBoth?: (() => void) | undefined;
}) {
  return (
    <Banner kind="warn" live title={words.title}>
      {why}
      <Text>{theirs}</Text>
      {mine !== undefined && (
        <>
          <p className="mt-2 font-semibold">{words.yours}</p>
          <Text>{mine}</Text>
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" kind="primary" onClick={onMine}>
          {words.mine}
        </Button>
        <Button size="small" onClick={onTheirs}>
          {words.theirs}
        </Button>
        {onBoth && (
          <Button size="small" onClick={onBoth}>
            {words.both}
          </Button>
        )}
      </div>
    </Banner>
  );
}

const Text = ({ children }: { children: string }) => (
  <blockquote
    dir="auto"
    className="mt-1 select-text whitespace-pre-wrap border-edge border-s-4 ps-2 wrap-anywhere"
  >
    {children || '—'}
  </blockquote>
);
