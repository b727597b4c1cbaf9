// @vitest-environment happy-dom
/** A form that is being submitted is not submitted again by a second tap. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ONCE } from '@/ui/prevent-double-submit';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The script as a page runs it, and a form in that page; says whether the browser sends it. */
function page(action: string | null) {
  new Function(ONCE)();
  const form = document.createElement('form');
  if (action !== null) form.setAttribute('action', action);
  document.body.append(form);
  const sends = () => {
    const e = new Event('submit', { bubbles: true, cancelable: true });
    form.dispatchEvent(e);
    return !e.defaultPrevented;
  };
  return { form, sends };
}

it('twice within five seconds is once, and afterwards it may be sent again', () => {
  const { sends } = page('/api/join');
  expect([sends(), sends()]).toEqual([true, false]);
  vi.advanceTimersByTime(4999);
  expect(sends()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(sends()).toBe(true);
});

it('of a page that the person comes back to is sent again', () => {
  const { sends } = page('/api/join');
  expect([sends(), sends()]).toEqual([true, false]);
  window.dispatchEvent(new Event('pageshow'));
  expect(sends()).toBe(true);
});

it('that a screen sends by itself is left to it, and never to the browser, which would load the page again', () => {
  const own = page(null);
  expect([own.sends(), own.sends()]).toEqual([false, false]);
  const submitted = vi.fn();
  own.form.addEventListener('submit', submitted);
  own.sends();
  expect(submitted).toHaveBeenCalledTimes(1);
  const stopped = page('/api/join');
  stopped.form.addEventListener('submit', (e) => e.preventDefault());
  stopped.sends();
  expect(stopped.sends()).toBe(false);
});
