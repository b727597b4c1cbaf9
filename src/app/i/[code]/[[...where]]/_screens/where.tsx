'use client';
/** Walks between the phone's screens by the address alone, so that it works without network. */
import { usePathname } from 'next/navigation';
import { type ComponentProps, createContext, type MouseEvent, useContext, useMemo } from 'react';

type Place = { code: string; where: string[] };
const Context = createContext<Place>({ code: '', where: [] });

export function Walk({ code, where, children }: Place & { children: React.ReactNode }) {
  const path = usePathname();
  const place = useMemo(() => {
    const parts = (path ?? '').split('/').slice(3).filter(Boolean).map(decodeURIComponent);
    return { code, where: path?.startsWith(`/i/`) ? parts : where };
  }, [path, code, where]);
  return <Context value={place}>{children}</Context>;
}

export const useWhere = (): Place => useContext(Context);

export const addressOf = (code: string, to: string): string => `/i/${code}${to ? `/${to}` : ''}`;

export function useGo(): (to: string) => void {
  const { code } = useWhere();
  return (to) => {
    window.history.pushState(null, '', addressOf(code, to));
    window.scrollTo(0, 0);
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
