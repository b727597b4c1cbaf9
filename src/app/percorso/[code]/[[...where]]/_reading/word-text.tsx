'use client';
/**
 * The text being read: words are selected by keyboard word by word, by dragging, or by tapping the first and the last.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Span } from '@/domain/programming/reading-queue';
import type { Code } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { useMarks } from './code-mark';
import type { Selecting } from './word-selection';

export type Placed = { span: Span; codes: Code[]; star: boolean };
type Props = {
  text: string;
  label: string;
  placed: readonly Placed[];
  selecting: Selecting;
  onStep: (step: 1 | -1) => void;
  ref: Ref<{ focus(): void }>;
};

export function WordText({ text, label, placed, selecting, onStep, ref }: Props) {
  const say = useSay();
  const at = useId();
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus({ preventScroll: true }) }));
  const { selected, head } = selecting;

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the cursor
  useEffect(() => {
    if (document.activeElement === box.current)
      words.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  }, [head, text]);

  const key = (e: KeyboardEvent) => {
    const acts = new Map<string, () => void>([
      ['ArrowRight', () => (e.shiftKey ? selecting.extendBy(1) : selecting.goTo(head + 1))],
      ['ArrowLeft', () => (e.shiftKey ? selecting.extendBy(-1) : selecting.goTo(head - 1))],
      ['Home', () => selecting.goTo(0, e.shiftKey)],
      ['End', () => selecting.goTo(selecting.words.length - 1, e.shiftKey)],
      ['ArrowDown', () => onStep(1)],
      ['ArrowUp', () => onStep(-1)],
      ['Escape', selecting.none],
    ]);
    const act = (e.ctrlKey || e.metaKey) && e.key === 'a' ? selecting.all : acts.get(e.key);
    if (!act || e.altKey || ((e.ctrlKey || e.metaKey) && e.key !== 'a')) return;
    e.preventDefault();
    act();
  };

  /** The offset in the text of a position that the browser reports. */
  const offset = (node: Node, within: number): number => {
    const range = document.createRange();
    range.selectNodeContents(words.current as Node);
    range.setEnd(node, within);
    return range.toString().length;
  };
  const release = (e: PointerEvent) => {
    const chosen = window.getSelection();
    const inside = (node: Node | null) => node !== null && (words.current?.contains(node) ?? false);
    if (chosen && !chosen.isCollapsed && inside(chosen.anchorNode) && inside(chosen.focusNode)) {
      const range = chosen.getRangeAt(0);
      const span = {
        start: offset(range.startContainer, range.startOffset),
        end: offset(range.endContainer, range.endOffset),
      };
      chosen.removeAllRanges();
      selecting.take(span);
      return;
    }
    const word = (e.target as HTMLElement).closest<HTMLElement>('[data-word]')?.dataset.word;
    if (word === undefined) return selecting.none();
    // A finger has no Shift: the first tap takes a word, the next one extends the selection to its place.
    const tapped = Number(word);
    if (e.pointerType !== 'mouse')
      return selected ? selecting.goTo(tapped, true) : selecting.take(selecting.words[tapped] as Span);
    selecting.goTo(tapped, e.shiftKey);
  };

  return (
    <div
      ref={box}
      role="application"
      aria-roledescription={say('reading.textRole')}
      aria-label={label}
      aria-describedby={at}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is where the keyboard chooses words
      tabIndex={0}
      onKeyDown={key}
      onPointerUp={release}
      className="group/text max-h-[52dvh] overflow-y-auto rounded-lg border border-line bg-raised p-4 focus-visible:border-accent sm:p-6 lg:max-h-[60dvh]"
    >
      <p id={at} ref={words} dir="auto" className="cursor-text whitespace-pre-wrap text-xl leading-loose">
        <Pieces text={text} placed={placed} selecting={selecting} />
      </p>
      <span aria-live="polite" className="sr-only">
        {selected
          ? say('reading.selected', { words: text.slice(selected.start, selected.end) })
          : text.slice(selecting.words[head]?.start, selecting.words[head]?.end)}
      </span>
    </div>
  );
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

/** Words and gaps in turn: each knows the codings that cover it; the signs of a coding stand after its last word. */
function Pieces({ text, placed, selecting }: Pick<Props, 'text' | 'placed' | 'selecting'>) {
  const { words, head, selected } = selecting;
  const mark = useMarks();
  const pieces: (Span & { word: number | null })[] = [];
  let done = 0;
  for (const [i, w] of words.entries()) {
    if (w.start > done) pieces.push({ start: done, end: w.start, word: null });
    pieces.push({ ...w, word: i });
    done = w.end;
  }
  if (done < text.length) pieces.push({ start: done, end: text.length, word: null });
  return pieces.map((p) => {
    const over = placed.filter((c) => overlaps(p, c.span));
    const ending = over.filter((c) => c.span.end > p.start && c.span.end <= p.end);
    const signs = ending.flatMap((c) => [...(c.star ? ['★'] : []), ...c.codes.map((x) => mark(x).symbol)]);
    const chosen = selected !== null && overlaps(p, selected);
    const first = over[0]?.codes[0];
    return (
      <span
        key={p.start}
        data-word={p.word ?? undefined}
        data-cursor={p.word === head || undefined}
        data-signs={signs.length > 0 ? `\u00a0${signs.join('')}` : undefined}
        className={cx(
          'box-decoration-clone py-0.5',
          over.length > 0 && !chosen && 'bg-accent-soft underline decoration-2 underline-offset-[0.3em]',
          over.length > 1 && 'decoration-double',
          chosen && 'bg-accent text-accent-ink',
          first && !chosen && mark(first).line,
          p.word === head &&
            'rounded-sm outline-2 outline-focus -outline-offset-1 outline-dotted group-focus/text:outline-solid',
          'after:align-super after:font-bold after:text-[0.6em] after:no-underline after:content-[attr(data-signs)]',
        )}
      >
        {text.slice(p.start, p.end)}
      </span>
    );
  });
}
