'use client';
/** Moves between the phone's screens by changing the address alone, so that it works without a network. */
import { usePathname } from 'next/navigation';
import { useHydrated } from '@/client/hooks/gathering-provider';
import { onDialogEntry } from '@/ui/close-on-back';
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type RefObject,
  useContext,
  useMemo,
  useRef,
} from 'react';

type ScreenAddress = { code: string; where: string[] };
/** `walked`: the next screen is a new one, shown from its top; a screen the person goes back to keeps its position. */
type Walking = ScreenAddress & { walked: RefObject<boolean> };
const Context = createContext<Walking>({ code: '', where: [], walked: { current: false } });

export function Walk({ code, where, children }: ScreenAddress & { children: React.ReactNode }) {
  const walked = useRef(false);
  const path = usePathname();
  const hydrated = useHydrated();
  // Without a network the page of the home screen is opened at any address: it is hydrated as the screen it was drawn for.
  const parts =
    hydrated && path?.startsWith('/i/')
      ? path.split('/').slice(3).filter(Boolean).map(decodeURIComponent)
      : where;
  const address = parts.join('/');
  const place = useMemo(
    () => ({ code, where: address === '' ? [] : address.split('/'), walked }),
    [address, code],
  );
  return <Context value={place}>{children}</Context>;
}

export const useWhere = (): Walking => useContext(Context);

export const addressOf = (code: string, to: string): string => `/i/${code}${to ? `/${to}` : ''}`;

export function useGo(): (to: string) => void {
  const { code, where, walked } = useWhere();
  return (to) => {
    // From a dialog, the next address replaces the dialog's history entry, so that Back does not find an empty one.
    if (onDialogEntry()) window.history.replaceState(null, '', addressOf(code, to));
    else window.history.pushState(null, '', addressOf(code, to));
    if (to === where.join('/')) window.scrollTo(0, 0);
    else walked.current = true;
  };
}

/** For links drawn by others: a plain tap goes there without leaving the page. */
export function useOpen(): (to: string) => (e: MouseEvent<HTMLAnchorElement>) => void {
  const go = useGo();
  return (to) => (e) => {
    if (e.defaultPrevented || e.metaKey || e.ctrlKey || e.shiftKey || e.button !== 0) return;
    e.preventDefault();
    go(to);
  };
}

type GoProps = Omit<ComponentProps<'a'>, 'href'> & { to: string };

/** A real link: it can be opened in a new tab, read out and copied; a plain tap never leaves the page. */
export function Go({ to, onClick, ...rest }: GoProps) {
  const { code } = useWhere();
  const open = useOpen();
  const walk = (e: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(e);
    open(to)(e);
  };
  return <a {...rest} href={addressOf(code, to)} onClick={walk} />;
}
