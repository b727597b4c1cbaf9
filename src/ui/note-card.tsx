/** A note in its author's words: the words are large, all the rest is small. */
import type { ReactNode } from 'react';
import type { NoteKind } from '@/domain/gathering/state/note';
import { useArriving } from './enter-animation';
import { Badge, KindBadge, type Tone } from './badge';
import { cx } from './cx';
import { DeliveryMark, type DeliveryState } from './delivery-mark';

export function NoteCard({
  kind,
  kindLabel,
  text,
  author,
  when,
  delivery,
  deliveryLabel,
  flags = [],
  withheld,
  actions,
}: {
  kind: NoteKind;
  kindLabel: string;
  text: ReactNode;
  /** A label, or a sector, or "senza nome". */
  author: ReactNode;
  when?: ReactNode;
  delivery?: DeliveryState;
  deliveryLabel?: string;
  /** Hidden, flagged, corrected, from paper… */
  flags?: readonly { label: string; tone?: Tone }[];
  /** Hidden from this reader: `text` says so in place of the words. */
  withheld?: boolean;
  actions?: ReactNode;
}) {
  const arriving = useArriving();
  return (
    <article
      className={cx(
        'flex min-w-0 flex-col gap-2 rounded-xl border border-line p-4',
        arriving && 'animate-arrive',
        withheld ? 'border-dashed bg-surface text-ink-soft' : 'bg-raised shadow-card',
      )}
    >
      <div className="flex flex-wrap items-center gap-1.5">
        {/* A note without a kind shows no badge. */}
        {kind !== 'altro' && <KindBadge kind={kind} label={kindLabel} />}
        {flags.map((f) => (
          <Badge key={f.label} tone={f.tone}>
            {f.label}
          </Badge>
        ))}
      </div>
      <p dir="auto" className="whitespace-pre-line wrap-anywhere text-lg leading-snug">
        {text}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-ink-soft text-sm">
        <span>
          {author}
          {when && <span className="ms-2 tabular-nums">{when}</span>}
        </span>
        {delivery && deliveryLabel && <DeliveryMark state={delivery} label={deliveryLabel} words />}
      </div>
      {actions && <div className="-mb-1 flex flex-wrap gap-1 print:hidden">{actions}</div>}
    </article>
  );
}
