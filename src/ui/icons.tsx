/** Draws an icon: hidden from screen readers beside a text, named when it stands alone. */
import { cx } from './cx';
import { ICON_PATHS, type IconName } from './icon-paths';

export type { IconName } from './icon-paths';

/** Icons that point along the reading direction, and are mirrored with it. */
const ALONG: ReadonlySet<IconName> = new Set(['left', 'right', 'forward', 'undo', 'out']);

export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      width="1.35em"
      height="1.35em"
      className={cx('shrink-0', ALONG.has(name) && 'rtl:-scale-x-100', className)}
      role={label ? 'img' : undefined}
      aria-hidden={label ? undefined : true}
    >
      {label && <title>{label}</title>}
      {ICON_PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
