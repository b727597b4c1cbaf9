/** A topic as a card on the board: its number and title first, then the convener, how many, the space and the time. */
import type { MouseEventHandler, ReactNode } from 'react';
import type { Strand } from '@/domain/words';
import { useArriving } from './enter-animation';
import { Badge, StrandBadge } from './badge';
import { cx } from './cx';
import { Icon, type IconName } from './icons';

export type CardStrand = { strand: Strand; label: string };

/** The topic's number in an open circle, like those of the logo. */
export function TopicNumber({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return (
    <span
      className={cx(
        'inline-grid size-[3em] shrink-0 place-items-center rounded-full border-2 font-bold text-sm tabular-nums',
        quiet ? 'border-edge text-ink-soft' : 'border-accent text-accent',
      )}
    >
      {children}
    </span>
  );
}

export function TopicDetail({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Icon name={icon} className="text-accent" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

export function TopicCard({
  number,
  title,
  line,
  convener,
  strands = [],
  interest,
  where,
  flag,
  state,
  href,
  onOpen,
  actions,
  delivery,
  quiet,
  level = 3,
}: {
  /** As shown: "T05". */
  number: string;
  title: string;
  /** One sentence of explanation, if the convener gave it. */
  line?: ReactNode;
  convener: ReactNode;
  strands?: readonly CardStrand[];
  /** In words: "27 persone interessate". */
  interest?: ReactNode;
  /** In words: "Turno 1, 10:45 · Gelso". */
  where?: ReactNode;
  /** "Nuovo": posted recently. */
  flag?: ReactNode;
  /** A Badge: in corso, unito a T05, ritirato… */
  state?: ReactNode;
  href?: string;
  onOpen?: MouseEventHandler<HTMLAnchorElement>;
  /** Buttons; they stay above the link that covers the card. */
  actions?: ReactNode;
  delivery?: ReactNode;
  /** Withdrawn or merged: still there, in a quieter style. */
  quiet?: boolean;
  level?: 2 | 3 | 4;
}) {
  const Heading = `h${level}` as const;
  const arriving = useArriving();
  return (
    <article
      className={cx(
        'relative flex min-w-0 flex-col gap-2.5 rounded-xl border p-4',
        arriving && 'animate-arrive',
        quiet ? 'border-line border-dashed bg-surface' : 'border-line bg-raised shadow-card',
        href && 'transition-colors hover:border-accent',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <TopicNumber quiet={quiet}>{number}</TopicNumber>
        <div className="min-w-[min(8em,100%)] flex-1">
          <Heading className="text-pretty wrap-anywhere text-lg leading-snug">
            {href ? (
              <a href={href} onClick={onOpen} className="after:absolute after:inset-0 after:rounded-xl">
                {title}
              </a>
            ) : (
              title
            )}
          </Heading>
          <p className="mt-0.5 text-ink-soft text-sm">{convener}</p>
        </div>
      </div>
      {line && <p className="line-clamp-4 wrap-anywhere text-ink-soft">{line}</p>}
      {(strands.length > 0 || state || flag) && (
        <div className="flex flex-wrap gap-1.5">
          {flag && <Badge tone="strong">{flag}</Badge>}
          {state}
          {strands.map((s) => (
            <StrandBadge key={s.strand} {...s} />
          ))}
        </div>
      )}
      {(interest || where || delivery) && (
        <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {where && <TopicDetail icon="place">{where}</TopicDetail>}
          {interest && <TopicDetail icon="heart">{interest}</TopicDetail>}
          {delivery && <span className="ms-auto">{delivery}</span>}
        </div>
      )}
      {actions && <div className="relative flex flex-wrap gap-2 pt-0.5 print:hidden">{actions}</div>}
    </article>
  );
}
