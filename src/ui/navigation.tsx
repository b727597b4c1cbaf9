/** Navigation: the bar at the top, the tabs at the foot of a phone, the skip link. */
import type { MouseEventHandler, ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icons';

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** A number in a dot; `says` gives it in words, such as "3 novità". */
  badge?: { count: number; says: string };
  onClick?: MouseEventHandler<HTMLAnchorElement>;
};

/** The back link above a page's heading: an icon and the name of where it leads. */
export const backLink =
  '-ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start font-semibold text-accent no-underline hover:underline print:hidden';

/** The first element of a page; `to` is the id of its `<main>`. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-50 focus:rounded-full focus:bg-ink focus:px-4 focus:py-2 focus:text-surface"
    >
      {children}
    </a>
  );
}

export function BottomNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav
      aria-label={label}
      className="roomy:fixed inset-x-0 bottom-0 z-30 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-xl">
        {items.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <a
              href={item.href}
              onClick={item.onClick}
              aria-current={item.current ? 'page' : undefined}
              className={cx(
                'flex min-h-16 flex-col items-center justify-center gap-0.5 px-0.5 py-1.5 text-center text-[length:min(var(--text-xs),4.4vw)] leading-tight -outline-offset-3',
                item.current ? 'font-bold text-accent' : 'font-semibold text-ink-soft hover:text-ink',
              )}
            >
              <span
                className={cx(
                  'relative grid h-8 w-14 max-w-full place-items-center rounded-full',
                  item.current && 'bg-accent-soft',
                )}
              >
                <Icon name={item.icon} className="size-6" />
                {item.badge && item.badge.count > 0 && (
                  <span
                    aria-hidden="true"
                    className="absolute -top-1 end-0 min-w-5 rounded-full bg-bad px-1 font-bold text-raised text-xs tabular-nums leading-5"
                  >
                    {item.badge.count > 99 ? '99+' : item.badge.count}
                  </span>
                )}
              </span>
              <span className="w-full hyphens-auto break-words">{item.label}</span>
              {item.badge && item.badge.count > 0 && <span className="sr-only">{item.badge.says}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function TopBar({
  title,
  heading,
  back,
  aside,
  below,
}: {
  title: ReactNode;
  /** The title is the page's own heading, not just its location. */
  heading?: boolean;
  back?: { href: string; label: string; onClick?: MouseEventHandler<HTMLAnchorElement> };
  /** At the right: the connection, and the person's name. */
  aside?: ReactNode;
  below?: ReactNode;
}) {
  const Title = heading ? 'h1' : 'div';
  return (
    <header className="roomy:sticky top-0 z-20 border-line border-b bg-surface print:hidden">
      <div className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-2 px-4 sm:px-6">
        {back && (
          <a
            href={back.href}
            onClick={back.onClick}
            aria-label={back.label}
            className="-ms-2.5 grid size-11 shrink-0 place-items-center rounded-full text-accent hover:bg-accent-soft"
          >
            <Icon name="left" className="size-6" />
          </a>
        )}
        <Title
          className={cx(
            'line-clamp-2 min-w-0 font-semibold leading-tight',
            // Only labels of words can shrink; a mark keeps its width.
            typeof title === 'string' ? 'flex-[1_1_8rem]' : 'flex-auto',
          )}
        >
          {title}
        </Title>
        {aside && <div className="ms-auto flex max-w-full items-center gap-2">{aside}</div>}
      </div>
      {below}
    </header>
  );
}
