'use client';
/** Several views of one thing in one place: tabs as the keyboard expects them. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from './cx';

export type Tab<V extends string = string> = { id: V; label: ReactNode; count?: number };

export function Tabs<V extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
}: {
  label: string;
  tabs: readonly Tab<V>[];
  selected: V;
  onSelect: (id: V) => void;
  /** The panel of the selected tab. */
  children: ReactNode;
}) {
  const at = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = (e: KeyboardEvent) => {
    const here = tabs.findIndex((t) => t.id === selected);
    const steps: Record<string, number> = {
      ArrowRight: (here + 1) % tabs.length,
      ArrowLeft: (here - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[steps[e.key] ?? -1];
    if (!next) return;
    e.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={go}
        className="flex gap-1 overflow-x-auto border-line border-b-2 p-1 pb-0"
      >
        {tabs.map((t) => (
          <button
            key={t.id}
            type="button"
            role="tab"
            id={`${at}-${t.id}`}
            data-tab={t.id}
            aria-selected={t.id === selected}
            aria-controls={t.id === selected ? `${at}-panel` : undefined}
            tabIndex={t.id === selected ? 0 : -1}
            onClick={() => onSelect(t.id)}
            className={cx(
              '-mb-0.5 min-h-11 whitespace-nowrap border-b-4 px-3.5 font-semibold transition-colors',
              t.id === selected
                ? 'border-accent text-accent'
                : 'border-transparent text-ink-soft hover:border-line hover:text-ink',
            )}
          >
            {t.label}
            {t.count !== undefined && <span className="ml-1.5 font-normal tabular-nums">{t.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${at}-panel`} aria-labelledby={`${at}-${selected}`} className="min-w-0">
        {children}
      </div>
    </div>
  );
}
