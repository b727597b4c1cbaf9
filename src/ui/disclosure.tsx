/** A section that can be opened: its name is shown, and its content when asked for. */
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icons';

export function Disclosure({
  title,
  large,
  open,
  className,
  children,
}: {
  title: ReactNode;
  /** It stands among the page's sections, not inside one. */
  large?: boolean;
  open?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details open={open} className={className}>
      <summary
        className={cx(
          'flex min-h-11 cursor-pointer list-none items-center gap-2 py-2 hover:text-accent',
          !large && 'font-semibold',
        )}
      >
        <Icon name="right" className="transition-transform [[open]>summary>&]:rotate-90" />
        {large ? <h2 className="text-xl">{title}</h2> : title}
      </summary>
      {children}
    </details>
  );
}
