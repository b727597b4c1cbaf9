/** Messages of the screen itself: a notice, the demonstration ribbon, an empty state, loading, progress. */
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icons';
import { Logo } from './logo';

export type BannerKind = 'info' | 'good' | 'warn' | 'bad' | 'offline' | 'demo';
const LOOKS: Record<BannerKind, { tone: string; icon: IconName }> = {
  info: { tone: 'bg-accent-soft text-ink border-accent', icon: 'info' },
  good: { tone: 'bg-good-soft text-ink border-good', icon: 'check' },
  warn: { tone: 'bg-warn-soft text-ink border-warn', icon: 'warning' },
  bad: { tone: 'bg-bad-soft text-ink border-bad', icon: 'warning' },
  offline: { tone: 'bg-warn-soft text-ink border-warn', icon: 'offline' },
  demo: { tone: 'bg-sunken text-ink border-edge', icon: 'info' },
};

export function Banner({
  kind = 'info',
  title,
  children,
  action,
  live,
}: {
  kind?: BannerKind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read aloud when it appears. */
  live?: boolean;
}) {
  const { tone, icon } = LOOKS[kind];
  return (
    <div
      role={live ? 'status' : undefined}
      className={cx('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border-s-4 px-3.5 py-2.5', tone)}
    >
      <Icon name={icon} className="size-6 self-start" />
      <div className="min-w-0 flex-[1_1_min(9rem,60%)]">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** Must stand on every page and sheet of an invented gathering; `strong` where it could be taken for a real one. */
export function DemoRibbon({ text, strong = false }: { text: string; strong?: boolean }) {
  return (
    <aside
      aria-label={text}
      className={cx(
        'border-ink border-y-2 border-dashed px-3 py-1 narrow:py-0 text-center font-semibold text-[length:min(var(--text-sm),4.4vw)] [.wall_&]:text-sm',
        strong ? 'bg-ink text-raised' : 'bg-raised text-ink',
      )}
    >
      {text}
    </aside>
  );
}

export function EmptyState({
  title,
  children,
  action,
  whole = false,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** The page has nothing else: the notice's title is the page's. */
  whole?: boolean;
}) {
  const Title = whole ? 'h1' : 'p';
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border-2 border-line border-dashed px-5 py-10 text-center">
      <Logo className="size-14 opacity-70" />
      <Title className="text-balance font-bold text-xl">{title}</Title>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

/** A skeleton of the content to come; `label` describes it to screen readers. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  const widths = ['92%', '78%', '85%', '60%'];
  return (
    <div role="status" className="grid gap-3 rounded-xl border border-line bg-raised p-5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
          key={i}
          className="block h-4 animate-breathe rounded-full bg-plain"
          style={{ width: widths[i % 4] }}
        />
      ))}
    </div>
  );
}

export function Progress({
  value,
  max,
  label,
  text,
}: {
  value: number;
  max: number;
  label: ReactNode;
  /** The numbers in words, such as "9 schede su 14". */
  text: string;
}) {
  const part = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={typeof label === 'string' ? label : text}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="h-3 overflow-hidden rounded-full border border-edge bg-sunken"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-500 ease-calm"
          style={{ width: `${part * 100}%` }}
        />
      </div>
    </div>
  );
}
