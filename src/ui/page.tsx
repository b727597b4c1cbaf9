/** The content of a page at its right width, with room for the bar at a phone's foot. */
import type { ReactNode } from 'react';
import { cx } from './cx';

const WIDTHS = { phone: 'max-w-xl', reading: 'max-w-3xl', desk: 'max-w-6xl', full: 'max-w-none' } as const;

export function Page({
  id = 'contenuto',
  width = 'phone',
  nav,
  children,
  className,
}: {
  /** Where the skip link goes. */
  id?: string;
  width?: keyof typeof WIDTHS;
  /** There is a BottomNav under it. */
  nav?: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <main
      id={id}
      tabIndex={-1}
      className={cx(
        'mx-auto grid w-full grid-cols-1 content-start gap-6 px-4 pt-5 outline-none sm:px-5',
        nav ? 'pb-[calc(7rem+env(safe-area-inset-bottom))]' : 'pb-12',
        WIDTHS[width],
        className,
      )}
    >
      {children}
    </main>
  );
}
