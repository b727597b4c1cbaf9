'use client';
/**
 * The hall's clock, announcements and this person's open questions, at the top of every page; text being typed below
 * does not move.
 */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/icons';
import { useTapGuard } from '@/ui/tap-guard';
import { useWaiting } from './open-questions';
import { useNotices } from './notices';
import { TimeNotice } from './time-notice';

/** Keeps the focused field in place when the bar above it grows or disappears. */
function useSteadyField() {
  const bar = useRef<HTMLDivElement>(null);
  const was = useRef(0);
  const drawn = useRef<string | null>(null);
  const steady = useCallback(() => {
    // Every fact draws this again. Reading a height lays the page out, so it is read only where there are other words.
    const words = bar.current?.textContent ?? '';
    if (words === drawn.current) return;
    drawn.current = words;
    const height = bar.current?.offsetHeight ?? 0;
    const change = height - was.current;
    was.current = height;
    const field = document.activeElement;
    if (change === 0 || !field?.matches('main textarea, main input')) return;
    const page = document.documentElement;
    page.style.overflowAnchor = 'none';
    window.scrollBy({ top: change, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => page.style.removeProperty('overflow-anchor')));
  }, []);
  useLayoutEffect(steady);
  return { bar, steady };
}

export function Waiting() {
  const say = useSay();
  const { bar, steady } = useSteadyField();
  const { shown: notice, close } = useNotices();
  const [whole, unfold] = useState<string | null>(null);
  const [first, ...others] = useWaiting();
  // Two questions have the same buttons: one that comes before the other takes their place.
  const question = useTapGuard(first?.id ?? '');
  const message = useTapGuard(notice?.id ?? '');
  return (
    <div ref={bar} className="tall:sticky top-0 z-20 mx-auto max-w-xl">
      <TimeNotice onDrawn={steady} />
      <div aria-live="polite" className="empty:hidden">
        {notice && (
          <div className="flex items-center gap-3 border-warn border-b-2 bg-warn-soft px-4 py-1.5">
            <Icon name="bell" className="shrink-0" />
            {/* A usual sentence is whole at 320 pixels; a long one would take the page, and unfolds at a tap. */}
            <button
              type="button"
              aria-expanded={whole === notice.id}
              onClick={() => unfold(whole === notice.id ? null : notice.id)}
              className="min-h-11 min-w-0 flex-1 text-start font-semibold leading-snug"
            >
              <span className={cx('wrap-anywhere', whole !== notice.id && 'line-clamp-4')}>
                {notice.text}
              </span>
            </button>
            <span {...message}>
              <IconButton icon="close" label={say('notice.close')} onClick={() => close(notice.id)} />
            </span>
          </div>
        )}
      </div>
      <div aria-live="assertive" className="empty:hidden">
        {first && (
          <div className="grid gap-2 border-accent border-b-2 bg-accent-soft px-4 py-2.5">
            <div className="min-w-0">
              <p className="flex justify-between gap-3 font-bold text-lg leading-tight wrap-anywhere">
                {first.title}
                {/* The notice around it is read aloud at once: a screen reader must not count each second. */}
                {first.left !== undefined && (
                  <span role="timer" aria-live="off" className="shrink-0 tabular-nums">
                    {say('waiting.secondsLeft', { n: first.left })}
                  </span>
                )}
              </p>
              {first.line && <p className="line-clamp-3 text-balance text-sm leading-snug">{first.line}</p>}
            </div>
            <div {...question} className={cx('flex flex-wrap items-center gap-2', question.className)}>
              <Button size="small" kind="primary" onClick={first.yes.act}>
                {first.yes.label}
              </Button>
              <Button size="small" onClick={first.no.act}>
                {first.no.label}
              </Button>
              {others.length > 0 && (
                <span className="text-ink-soft text-sm">{say('waiting.others', { n: others.length })}</span>
              )}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
