'use client';
/** Walks between the phone's screens by the address alone, so that it works without network. */
import { usePathname } from 'next/navigation';
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

type Place = { code: string; where: string[] };
/** `walked`: the screen about to be drawn is a new one, seen from its top; one that is come back to stays where it was. */
type Walking = Place & { walked: RefObject<boolean> };
const Context = createContext<Walking>({ code: '', where: [], walked: { current: false } });

export function Walk({ code, where, children }: Place & { children: React.ReactNode }) {
  const walked = useRef(false);
  const path = usePathname();
  const place = useMemo(() => {
    const parts = (path ?? '').split('/').slice(3).filter(Boolean).map(decodeURIComponent);
    return { code, where: path?.startsWith(`/i/`) ? parts : where, walked };
  }, [path, code, where]);
  return <Context value={place}>{children}</Context>;
}

export const useWhere = (): Walking => useContext(Context);

export const addressOf = (code: string, to: string): string => `/i/${code}${to ? `/${to}` : ''}`;

export function useGo(): (to: string) => void {
  const { code, where, walked } = useWhere();
  return (to) => {
    // From a dialog one walks on in its place, so that Back does not come upon an entry with nothing on it.
    if (onDialogEntry()) window.history.replaceState(null, '', addressOf(code, to));
    else window.history.pushState(null, '', addressOf(code, to));
    if (to === where.join('/')) window.scrollTo(0, 0);
    else walked.current = true;
  };
}

/** For links drawn by others: a plain tap walks there without leaving the page. */
export function useOpen(): (to: string) => (e: MouseEvent<HTMLAnchorElement>) => void {
  const go = useGo();
  return (to) => (e) => {
    if (e.defaultPrevented || e.metaKey || e.ctrlKey || e.shiftKey || e.button !== 0) return;
    e.preventDefault();
    go(to);
  };
}

type GoProps = Omit<ComponentProps<'a'>, 'href'> & { to: string };

/** A real link: it can be opened anew, read out and copied; a plain tap never leaves the page. */
export function Go({ to, onClick, ...rest }: GoProps) {
  const { code } = useWhere();
  const open = useOpen();
  const walk = (e: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(e);
    open(to)(e);
  };
  return <a {...rest} href={addressOf(code, to)} onClick={walk} />;
}
