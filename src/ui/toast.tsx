'use client';
/** Short answers to what one has just done, with a way back; said aloud, and never in the way of typing. */
import { cx } from './cx';
import { Icon, type IconName } from './icons';

export type ToastItem = {
  id: string;
  text: string;
  tone?: 'plain' | 'good' | 'bad';
  undo?: { label: string; onUndo: () => void };
};
const ICONS: Record<NonNullable<ToastItem['tone']>, IconName> = {
  plain: 'info',
  good: 'check',
  bad: 'warning',
};

export function ToastRegion({
  label,
  toasts,
  dismissLabel,
  onDismiss,
  aboveNav = true,
}: {
  label: string;
  toasts: readonly ToastItem[];
  dismissLabel: string;
  onDismiss: (id: string) => void;
  aboveNav?: boolean;
}) {
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className={cx(
        'pointer-events-none fixed inset-x-0 z-40 mx-auto grid max-w-lg gap-2 px-3 print:hidden',
        aboveNav ? 'bottom-[calc(5.25rem+env(safe-area-inset-bottom))] lg:bottom-6' : 'bottom-6',
      )}
    >
      {toasts.map((t) => (
        <div
          key={t.id}
          className="pointer-events-auto flex animate-rise flex-wrap items-center justify-end gap-x-3 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-surface shadow-lift"
        >
          <Icon name={ICONS[t.tone ?? 'plain']} />
          <p className="min-w-0 flex-[1_1_5.5rem] py-1.5 leading-snug">{t.text}</p>
          {t.undo && (
            <button
              type="button"
              onClick={t.undo.onUndo}
              className="min-h-11 rounded-full px-3 font-bold underline underline-offset-4"
            >
              {t.undo.label}
            </button>
          )}
          <button
            type="button"
            aria-label={dismissLabel}
            onClick={() => onDismiss(t.id)}
            className="grid size-11 place-items-center rounded-full"
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
