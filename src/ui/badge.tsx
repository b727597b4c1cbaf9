/** Small labels: a state, a strand, the kind of a note. Each has a shape and a word, never only a colour. */
import type { ReactNode } from 'react';
import type { NoteKind } from '@/domain/gathering/state/note';
import type { Strand } from '@/domain/words';
import { cx } from './cx';
import { Icon, type IconName } from './icons';

export type Tone = 'plain' | 'dark' | 'strong' | 'accent' | 'good' | 'warn' | 'bad';

const TONES: Record<Tone, string> = {
  plain: 'bg-plain text-ink',
  dark: 'bg-ink text-raised',
  strong: 'bg-accent text-accent-ink',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};
const SHAPE =
  'inline-flex max-w-full items-center gap-1.5 rounded-pill px-2.5 py-0.5 font-semibold text-sm leading-snug';

export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={cx(SHAPE, TONES[tone])}>
      {icon && <Icon name={icon} />}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

/** For texts that can hold no drawing: an option, a title, a printed line. */
export const STRAND_SYMBOLS: Record<Strand, string> = { A: '●', B: '▲', C: '■' };
const STRAND_SHAPES: Record<Strand, ReactNode> = {
  A: <circle cx="6" cy="6" r="5.2" />,
  B: <path d="M6 .8 11.6 11H.4z" />,
  C: <path d="M1.2 1.2h9.6v9.6H1.2z" />,
};
const STRAND_TONES: Record<Strand, string> = {
  A: 'bg-strand-a-soft text-strand-a',
  B: 'bg-strand-b-soft text-strand-b',
  C: 'bg-strand-c-soft text-strand-c',
};

export const STRAND_TEXT: Record<Strand, string> = {
  A: 'text-strand-a',
  B: 'text-strand-b',
  C: 'text-strand-c',
};

export function StrandShape({ strand, className }: { strand: Strand; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      fill="currentColor"
      aria-hidden="true"
      data-symbol={STRAND_SYMBOLS[strand]}
      width="0.72em"
      height="0.72em"
      className={cx('shrink-0', className)}
    >
      {STRAND_SHAPES[strand]}
    </svg>
  );
}

/** `label` is the strand's name. With `short`, only screen readers get the name, and the letter is shown. */
export function StrandBadge({ strand, label, short }: { strand: Strand; label: string; short?: boolean }) {
  return (
    <span className={cx(SHAPE, STRAND_TONES[strand])} title={short ? label : undefined}>
      <StrandShape strand={strand} />
      <span>{strand}</span>
      <span className={short ? 'sr-only' : 'min-w-0 font-normal'}>{label}</span>
    </span>
  );
}

export const KIND_ICONS: Record<NoteKind, IconName> = {
  esperienza: 'speech',
  bisogno: 'need',
  risorsa: 'leaf',
  distanza: 'apart',
  proposta: 'bulb',
  domanda: 'question',
  risultato: 'target',
  altro: 'more',
};

export function KindBadge({ kind, label }: { kind: NoteKind; label: string }) {
  return (
    <span className={cx(SHAPE, 'border border-line bg-raised text-ink')}>
      <Icon name={KIND_ICONS[kind]} className="text-accent" />
      <span className="min-w-0">{label}</span>
    </span>
  );
}
