/** Makes content wider than the screen scroll on its own, by finger and by keyboard, while the page stays still. */
import type { ReactNode } from 'react';
import { cx } from './cx';

export function Sideways({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not reach what is off the side
    <section aria-label={label} tabIndex={0} className={cx('relative overflow-x-auto rounded-xl', className)}>
      {children}
    </section>
  );
}
