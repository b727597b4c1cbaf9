'use client';
/** Selects words of a text: a cursor that moves word by word, and a range from its anchor to the cursor. */
import { useCallback, useMemo, useState } from 'react';
import { type Span, wordsIn } from '@/domain/programming/reading-queue';

/** `anchor` is null while nothing is selected. */
type Place = { anchor: number | null; head: number };
export type Selecting = ReturnType<typeof useSelecting>;

export function useSelecting(ref: string, text: string) {
  const words = useMemo(() => wordsIn(text), [text]);
  const [held, setHeld] = useState<Place & { ref: string }>({ ref, anchor: null, head: 0 });
  const last = Math.max(0, words.length - 1);
  const place: Place = held.ref === ref ? held : { anchor: null, head: 0 };
  const head = Math.min(place.head, last);
  const anchor = place.anchor === null ? null : Math.min(place.anchor, last);

  const put = useCallback((next: Place) => setHeld({ ref, ...next }), [ref]);
  const selected = useMemo((): Span | null => {
    const [from, to] = anchor === null ? [] : [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
    return from && to ? { start: from.start, end: to.end } : null;
  }, [words, anchor, head]);

  return {
    words,
    head,
    selected,
    goTo(word: number, extend = false) {
      const to = Math.max(0, Math.min(last, word));
      put({ anchor: extend ? (anchor ?? head) : null, head: to });
    },
    /** Shift without a selection takes the word at the cursor. */
    extendBy(step: number) {
      put(
        anchor === null ? { anchor: head, head } : { anchor, head: Math.max(0, Math.min(last, head + step)) },
      );
    },
    /** The whole words that this range touches. */
    take(span: Span) {
      const touched = words.flatMap((w, i) => (w.start < span.end && w.end > span.start ? [i] : []));
      const [first, final] = [touched[0], touched.at(-1)];
      if (first !== undefined && final !== undefined) put({ anchor: first, head: final });
    },
    all: () => put({ anchor: 0, head: last }),
    none: () => put({ anchor: null, head }),
  };
}
