'use client';
/**
 * Keeps keyboard focus on the page: when the focused element is removed or moved, because it was pressed or because
 * somebody else changed something, focus goes to the nearest one. Focus is also never left behind a floating bar, which
 * browsers consider visible.
 */
import { useEffect } from 'react';

const TARGETS =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
const WRITES = 'textarea, select, input:not([type="radio"], [type="checkbox"])';
/** Farther elements than these are no longer related in meaning. */
const BOUNDS = 'main, dialog, nav, header';

type FocusTrail = { around: Element; at: number }[];

const targetsIn = (e: Element): HTMLElement[] =>
  [...e.querySelectorAll<HTMLElement>(TARGETS)].filter(
    (t) => t.checkVisibility({ visibilityProperty: true }) && !t.closest('[inert]'),
  );

/** The element's index in each ancestor, from the nearest outwards. */
function standingOf(element: Element): FocusTrail {
  const standing: FocusTrail = [];
  for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
    standing.push({ around: e, at: targetsIn(e).indexOf(element as HTMLElement) });
    if (e.matches(BOUNDS)) break;
  }
  return standing;
}

/** The same place in the nearest ancestor still there; never a text field, which would open a phone's keyboard. */
function nearest(standing: FocusTrail): HTMLElement | null {
  for (const { around, at } of standing) {
    if (!around.isConnected) continue;
    const targets = targetsIn(around).filter((t) => !t.matches(WRITES));
    const target = targets[Math.min(Math.max(at, 0), targets.length - 1)];
    if (target) return target;
  }
  return null;
}

/** The visible part of a control: its label, for a choice whose input is hidden. */
const drawn = (e: HTMLElement): HTMLElement => (e.matches('label .sr-only') && e.closest('label')) || e;

/** An element that fills the screen has no position on it, and one larger than the screen cannot be shown whole. */
function uncover(e: HTMLElement): void {
  if (!e.isConnected || !e.matches(':focus-visible') || e.matches('main, dialog')) return;
  const shown = drawn(e);
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  if (bottom - top > innerHeight / 2) return;
  const seen = (x: number, y: number) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (shown.contains(hit) || hit.contains(shown));
  };
  // A toast covers part of the width, so both ends are tested as well as the middle.
  const across = [left + 3, (left + right) / 2, right - 3].filter((x) => x >= 0 && x < innerWidth);
  const down = [top + 3, (top + bottom) / 2, bottom - 3];
  if (across.some((x) => down.some((y) => !seen(x, y))))
    shown.scrollIntoView({ block: 'center', inline: 'nearest' });
}

const REMEMBERED = 12;
/** A key press may move its button for this long, for example by a list that grows above it. In ms. */
const GROWTH = 3000;

export function KeepFocus() {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let standing: FocusTrail = [];
    let before: HTMLElement[] = [];
    let asked = 0;
    let moved = 0;
    let pressed = Number.NEGATIVE_INFINITY;

    const lost = () => document.activeElement === document.body || document.activeElement === null;
    const restore = () => {
      asked = 0;
      if (!last || !lost()) return;
      const open = document.querySelector<HTMLElement>('dialog:modal');
      const usable = (e: HTMLElement) =>
        e.isConnected && e.checkVisibility() && !e.matches(':disabled') && (!open || open.contains(e));
      const to = [last, nearest(standing), ...before].find((e) => e && usable(e));
      if (to) to.focus();
      // An element that fills the screen has no position on it: it always goes under the floating bar.
      else (open ?? document.getElementById('main'))?.focus({ preventScroll: true });
    };
    const came = (e: FocusEvent) => {
      if (!(e.target instanceof HTMLElement) || e.target === document.body) return;
      if (last) before = [last, ...before.filter((b) => b !== last && b !== e.target)].slice(0, REMEMBERED);
      last = e.target;
      standing = standingOf(last);
      const here = last;
      requestAnimationFrame(() => uncover(here));
    };
    // A message that has just risen may lie over the focus; someone who scrolled it away is left where they are.
    const rose = (e: AnimationEvent) => {
      if (!last || last !== document.activeElement || !(e.target as Element).closest('[aria-live]')) return;
      const { top, bottom } = drawn(last).getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) uncover(last);
    };
    // The pressed control may be pushed under something. A text field that grows is scrolled by the browser itself.
    const pushed = () => {
      moved = 0;
      if (last && last === document.activeElement && !last.matches(WRITES)) uncover(last);
    };
    // A press on empty ground removes the focus on purpose.
    const letGo = () => {
      requestAnimationFrame(() => {
        if (lost()) last = null;
      });
    };
    // A key held down presses once: an element that takes its place must not be pressed too.
    const held = (e: KeyboardEvent) => {
      pressed = performance.now();
      if (
        e.repeat &&
        (e.key === 'Enter' || e.key === ' ') &&
        (e.target as Element).matches('button, a, summary')
      )
        e.preventDefault();
    };
    // Browsers dispatch no event when the focused element is removed, disabled or hidden: only an observer learns it. It
    // compares a few values at each change, and does the rest in the next frame.
    const watch = new MutationObserver(() => {
      if (asked === 0 && last && lost()) asked = requestAnimationFrame(restore);
      if (moved === 0 && performance.now() - pressed < GROWTH) moved = requestAnimationFrame(pushed);
    });
    document.addEventListener('focusin', came);
    document.addEventListener('animationend', rose);
    document.addEventListener('pointerdown', letGo);
    document.addEventListener('keydown', held, true);
    watch.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'open', 'hidden'],
    });
    return () => {
      document.removeEventListener('focusin', came);
      document.removeEventListener('animationend', rose);
      document.removeEventListener('pointerdown', letGo);
      document.removeEventListener('keydown', held, true);
      watch.disconnect();
      cancelAnimationFrame(moved);
      cancelAnimationFrame(asked);
    };
  }, []);
  return null;
}
