/**
 * A button, or a link that looks like one. A disabled button uses aria-disabled: it does nothing, but the keyboard can
 * still find it and it keeps its focus.
 */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icons';

export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'large' | 'square';

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-accent text-accent-ink border-transparent hover:brightness-110 active:brightness-95',
  quiet:
    'bg-raised text-ink border-edge hover:border-accent hover:text-accent active:bg-accent-soft ' +
    'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent',
  plain: 'bg-transparent text-accent border-transparent hover:bg-accent-soft active:bg-accent-soft',
  danger: 'bg-raised text-bad border-bad hover:bg-bad-soft active:bg-bad-soft',
};
/** Side padding is the smaller of the font's size and the screen's share: very large text needs the room. */
const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-11 [--side:min(0.875rem,4vw)] px-(--side) py-1.5 text-sm',
  normal: 'min-h-12 [--side:min(1.25rem,5vw)] px-(--side) py-2',
  square: 'size-11',
  large: 'min-h-14 [--side:min(1.5rem,6vw)] px-(--side) py-3 text-lg',
};

/** Class names for elements of others, such as a router's link, that must look like our buttons. */
export const buttonClass = (kind: ButtonKind = 'quiet', size: ButtonSize = 'normal', wide = false) =>
  cx(
    'inline-flex items-center justify-center gap-2 rounded-pill border-2 text-center font-semibold leading-tight no-underline transition-colors',
    'aria-disabled:cursor-not-allowed aria-disabled:text-ink-soft aria-disabled:brightness-100',
    // A plain button gets no background when it is disabled: it would weigh more than an enabled one.
    kind === 'plain'
      ? 'aria-disabled:bg-transparent aria-disabled:opacity-60'
      : 'aria-disabled:border-line aria-disabled:bg-sunken',
    KINDS[kind],
    SIZES[size],
    wide && 'w-full',
  );

type Look = {
  kind?: ButtonKind;
  size?: ButtonSize;
  wide?: boolean;
  icon?: IconName;
  /** True while the command is under way: the button stays, and screen readers hear it. */
  busy?: boolean;
  /** Aligns the words of a plain button, not its edge, with what is above. */
  flush?: boolean;
  children: ReactNode;
};
type AsButton = Look & { href?: undefined } & ButtonHTMLAttributes<HTMLButtonElement>;
type AsLink = Look & { href: string } & AnchorHTMLAttributes<HTMLAnchorElement>;

/** Also stops the form that the button would have submitted. */
const nothing = (e: MouseEvent) => {
  e.preventDefault();
  e.stopPropagation();
};
const unless = (disabled: boolean | undefined) =>
  disabled ? { 'aria-disabled': true as const, onClick: nothing } : {};

export function Button({
  kind,
  size,
  wide,
  icon,
  busy,
  flush,
  children,
  className,
  ...rest
}: AsButton | AsLink) {
  const look = cx(
    buttonClass(kind, size, wide),
    busy && 'animate-breathe',
    flush && '-ms-(--side)',
    className,
  );
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span className="min-w-0">{children}</span>
    </>
  );
  if (rest.href !== undefined)
    return (
      <a className={look} {...rest}>
        {inside}
      </a>
    );
  const { disabled, ...button } = rest;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      className={look}
      {...button}
      // A second tap while the first is under way would create the thing twice.
      {...unless(disabled || busy)}
    >
      {inside}
    </button>
  );
}

export function IconButton({
  icon,
  label,
  kind = 'plain',
  className,
  disabled,
  ...rest
}: { icon: IconName; label: string; kind?: ButtonKind } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      aria-label={label}
      className={cx(buttonClass(kind, 'square'), 'shrink-0', className)}
      {...rest}
      {...unless(disabled)}
    >
      {/* For the pointer alone: a title of the button itself would be heard after the same name. */}
      <span aria-hidden="true" title={label} className="grid size-full place-items-center">
        <Icon name={icon} className="size-6" />
      </span>
    </button>
  );
}
