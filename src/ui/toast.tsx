'use client';
/**
 * Short messages about what the person has just done, with an undo button. They are read aloud, never cover the text being
 * typed, and only their buttons take a tap: what is under their words can still be tapped.
 */
import { useEffect, useRef, useState } from 'react';
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

/** A smaller change is only the browser's own bars appearing. */
const A_KEYBOARD = 80;

/**
 * The height of the page's foot that a phone's keyboard covers, in CSS pixels: the browser does not shrink the page for
 * it.
 */
function useKeyboard(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const look = () => {
      const under = Math.round(window.innerHeight - seen.height - seen.offsetTop);
      // On a zoomed page only a part is visible, with no keyboard open.
      setHeight(seen.scale <= 1.05 && under > A_KEYBOARD ? under : 0);
    };
    look();
    seen.addEventListener('resize', look);
    seen.addEventListener('scroll', look);
    return () => {
      seen.removeEventListener('resize', look);
      seen.removeEventListener('scroll', look);
    };
  }, []);
  return height;
}

const isOver = (region: HTMLElement | null, x: number, y: number): boolean =>
  [...(region?.children ?? [])].some((toast) => {
    const { left, right, top, bottom } = toast.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  });

export function ToastRegion({
  label,
  toasts,
  dismissLabel,
  onDismiss,
  staysMs,
  aboveNav = true,
}: {
  label: string;
  toasts: readonly ToastItem[];
  dismissLabel: string;
  onDismiss: (id: string) => void;
  /** How long a toast stays when nobody is on it; null for as long as it is not dismissed. */
  staysMs: (toast: ToastItem) => number | null;
  aboveNav?: boolean;
}) {
  const keyboard = useKeyboard();
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLElement>(null);
  const many = useRef(0);
  const any = toasts.length > 0;
  useEffect(() => {
    if (!any) return;
    // Its words let the pointer through to what they cover, so no event of their own tells that it is over them.
    const look = ({ clientX, clientY }: PointerEvent) =>
      setHeld(isOver(region.current, clientX, clientY) || !!region.current?.contains(document.activeElement));
    window.addEventListener('pointermove', look);
    return () => window.removeEventListener('pointermove', look);
  }, [any]);
  useEffect(() => {
    // An element that goes from under the pointer or the focus is not left by them: no event says that it is free.
    if (toasts.length < many.current) setHeld(false);
    many.current = toasts.length;
  }, [toasts.length]);
  // Whoever reads it with a pointer or the focus on it has all the time they want, and the whole time again afterwards.
  const lasting = held ? '' : JSON.stringify(toasts.map((t) => [t.id, staysMs(t)]));
  const gone = useRef(onDismiss);
  gone.current = onDismiss;
  useEffect(() => {
    const stay = (lasting ? JSON.parse(lasting) : []) as [string, number | null][];
    const timers = stay.flatMap(([id, ms]) => (ms === null ? [] : setTimeout(() => gone.current(id), ms)));
    return () => timers.forEach(clearTimeout);
  }, [lasting]);
  return (
    <section
      ref={region}
      aria-label={label}
      aria-live="polite"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      {...(keyboard > 0 && { style: { bottom: keyboard + 8 } })}
      className={cx(
        'pointer-events-none fixed inset-x-0 z-40 mx-auto grid max-w-lg gap-2 px-3 print:hidden',
        aboveNav
          ? 'bottom-[var(--above-bar,calc(5.25rem+env(safe-area-inset-bottom)))] lg:bottom-6'
          : 'bottom-6',
      )}
    >
      {toasts.map((t) => (
        <div
          key={t.id}
          className="flex animate-rise flex-wrap items-center justify-end gap-x-3 rounded-lg bg-ink py-1.5 [--focus:var(--surface)] pe-1.5 ps-4 text-surface shadow-lift"
        >
          <Icon name={ICONS[t.tone ?? 'plain']} />
          <p className="min-w-0 flex-[1_1_5.5rem] py-1.5 leading-snug">{t.text}</p>
          {t.undo && (
            <button
              type="button"
              onClick={t.undo.onUndo}
              className="pointer-events-auto min-h-11 rounded-full px-3 font-bold underline underline-offset-4"
            >
              {t.undo.label}
            </button>
          )}
          <button
            type="button"
            aria-label={dismissLabel}
            onClick={() => onDismiss(t.id)}
            className="pointer-events-auto grid size-11 place-items-center rounded-full"
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
