/** Building blocks of a page: card, section, heading, a highlighted number. */
import type { HTMLAttributes, ReactNode } from 'react';
import { cx } from './cx';

export function Card({
  children,
  className,
  tone = 'plain',
  ...rest
}: { children: ReactNode; tone?: 'plain' | 'accent' | 'sunken' } & HTMLAttributes<HTMLDivElement>) {
  const tones = {
    plain: 'bg-raised border-line shadow-card',
    accent: 'bg-accent-soft border-accent',
    sunken: 'bg-sunken border-transparent',
  };
  return (
    <div className={cx('rounded-xl border p-4 sm:p-5', tones[tone], className)} {...rest}>
      {children}
    </div>
  );
}

export function Section({
  id,
  title,
  intro,
  aside,
  level = 2,
  children,
  className,
}: {
  id?: string;
  title: ReactNode;
  intro?: ReactNode;
  /** A control or a count at the right of the heading. */
  aside?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
  className?: string;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      className={cx('grid min-w-0 grid-cols-1 content-start gap-3 print:block print:space-y-3', className)}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 break-after-avoid">
        <Heading className={level === 2 ? 'text-xl' : 'text-lg'}>{title}</Heading>
        {aside && <div className="text-ink-soft text-sm">{aside}</div>}
      </div>
      {intro && <p className="-mt-1 max-w-prose text-ink-soft">{intro}</p>}
      {children}
    </section>
  );
}

export function PageHeader({
  over,
  title,
  intro,
  actions,
  className,
}: {
  /** A few words above the title that say which part of the app this is. */
  over?: ReactNode;
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  // A title of two lines may be large; one of six would fill the screen.
  const long = typeof title === 'string' && title.length > 70;
  return (
    <header className={cx('flex min-w-0 flex-wrap items-end justify-between gap-x-8 gap-y-4', className)}>
      <div className="min-w-0 max-w-3xl">
        {over && <p className="mb-1 font-semibold text-accent text-sm">{over}</p>}
        <h1 className={long ? 'text-title-long sm:text-2xl' : 'text-title sm:text-3xl'}>{title}</h1>
        {intro && <p className="mt-1.5 max-w-prose text-ink-soft sm:text-lg">{intro}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  );
}

export function Stat({ value, label, hint }: { value: ReactNode; label: ReactNode; hint?: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="order-2 font-semibold text-sm leading-snug">{label}</p>
      <p className="order-1 font-bold text-3xl tabular-nums leading-none">{value}</p>
      {hint && <p className="order-3 text-ink-soft text-sm">{hint}</p>}
    </div>
  );
}
