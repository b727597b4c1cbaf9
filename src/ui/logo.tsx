/** The logo: circles of chairs, each left open for newcomers, and the speaker in the middle. */
import { cx } from './cx';

export function Logo({ label, className }: { label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 48 48"
      fill="none"
      strokeWidth="4.6"
      strokeLinecap="round"
      width="2.25rem"
      height="2.25rem"
      className={cx('shrink-0 text-accent', className)}
      role={label ? 'img' : undefined}
      aria-hidden={label ? undefined : true}
    >
      {label && <title>{label}</title>}
      <path d="M38.14 9.86A20 20 0 1 0 38.14 38.14" stroke="currentColor" />
      <path d="M16.22 16.22A11 11 0 1 1 16.22 31.78" stroke="currentColor" />
      <circle cx="24" cy="24" r="4.2" className="fill-warm" />
    </svg>
  );
}

export function Wordmark({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-2.5 font-bold text-xl tracking-tight', className)}>
      <Logo />
      {name}
    </span>
  );
}
