/** A person as they chose to be called, with where they come from; no portrait, no rank. */
import type { ReactNode } from 'react';
import { Icon } from './icons';

export function PersonChip({
  label,
  detail,
  action,
}: {
  /** The name or role they gave. */
  label: string;
  /** Sector, municipality, the short code. */
  detail?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <span className="inline-flex max-w-full items-center gap-2 rounded-full border border-line bg-raised py-1 pr-3 pl-1 text-left leading-tight">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon name="person" />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {detail && <span className="block text-ink-soft text-sm">{detail}</span>}
      </span>
      {action}
    </span>
  );
}
