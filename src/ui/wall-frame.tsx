/** The projector's page: it fills the wall, never scrolls, and says how fresh it is. */
import type { ReactNode } from 'react';
import { Icon } from './icons';
import { Mark } from './mark';

export function WallFrame({
  question,
  code,
  demo,
  link,
  clock,
  foot,
  theme,
  children,
}: {
  /** The guiding question, always in sight. */
  question?: ReactNode;
  /** The short code to come in with, with its words: "entra con PROVA". */
  code?: ReactNode;
  /** The demonstration ribbon's text. */
  demo?: string;
  /** `label` tells the connection: "in diretta", "dati delle 11:42". */
  link: { state: 'live' | 'offline'; label: string };
  clock?: ReactNode;
  /** What comes next, the timer, page k of n. */
  foot?: ReactNode;
  theme?: 'light' | 'dark';
  children: ReactNode;
}) {
  return (
    <div
      data-theme={theme}
      className="wall fixed inset-0 grid h-screen w-screen grid-rows-[auto_auto_minmax(0,1fr)_auto] overflow-hidden bg-surface text-ink"
    >
      <header className="contents">
        <div className="row-start-1 flex items-center gap-6 px-12 py-3.5">
          <Mark className="size-12" />
          <p className="line-clamp-2 flex-1 font-semibold text-base leading-tight">{question}</p>
          {code && <div className="shrink-0 text-right text-base">{code}</div>}
        </div>
        {demo && (
          <p className="row-start-2 border-ink border-y-2 border-dashed bg-raised text-center font-semibold text-sm">
            {demo}
          </p>
        )}
      </header>
      <main className="row-start-3 flex min-h-0 flex-col overflow-hidden px-12 py-4">{children}</main>
      <footer className="row-start-4 flex items-center gap-6 border-line border-t-2 px-12 py-2 text-ink-soft text-sm">
        <span
          role="status"
          className={
            link.state === 'live'
              ? 'inline-flex items-center gap-3'
              : 'inline-flex items-center gap-3 rounded-full bg-warn-soft px-5 font-bold text-warn'
          }
        >
          {link.state === 'live' ? (
            <span aria-hidden="true" className="size-4 rounded-full bg-good" />
          ) : (
            <Icon name="offline" />
          )}
          {link.label}
        </span>
        <span className="min-w-0 flex-1 truncate text-center text-ink">{foot}</span>
        {clock && <span className="font-bold text-ink text-lg tabular-nums">{clock}</span>}
      </footer>
    </div>
  );
}

/** `large` for a scene that is one sentence. */
export function WallTitle({
  children,
  over,
  aside,
  large,
}: {
  children: ReactNode;
  over?: ReactNode;
  aside?: ReactNode;
  large?: boolean;
}) {
  return (
    <div className="mb-3 flex items-end justify-between gap-10">
      <div className="min-w-0">
        {over && <p className="font-semibold text-accent text-lg">{over}</p>}
        <h1 className={large ? 'text-balance text-4xl' : 'text-2xl'}>{children}</h1>
      </div>
      {aside && <div className="shrink-0 text-ink-soft text-lg tabular-nums">{aside}</div>}
    </div>
  );
}
