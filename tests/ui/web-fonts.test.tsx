// @vitest-environment happy-dom
/** Web fonts wait for the program on a first visit. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bringLetters, KEY, WAIT } from '@/ui/web-fonts';

describe('the fonts', () => {
  const page = document.documentElement.classList;
  const got = vi.fn((_: string) => Promise.resolve(new Response()));
  const wait = () => new Function(WAIT)();
  beforeEach(() => {
    localStorage.clear();
    page.remove('plain');
    got.mockClear();
    vi.stubGlobal('fetch', got);
  });
  afterEach(() => vi.useRealTimers());
  const finger = (coarse: boolean) =>
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: coarse && query === '(pointer: coarse)' }));

  it('are used at once where they are on the device already', () => {
    localStorage.setItem(KEY, 'here');
    wait();
    bringLetters();
    expect([page.contains('plain'), got.mock.calls]).toEqual([false, []]);
  });

  it('come on a phone’s first visit only after the program, and are drawn when the page is shown again', async () => {
    vi.useFakeTimers();
    finger(true);
    wait();
    bringLetters();
    await vi.advanceTimersByTimeAsync(2499);
    expect([page.contains('plain'), got.mock.calls]).toEqual([true, []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(got.mock.calls.map(([file]) => /-(\d+)-normal\.woff2$/.exec(file)?.[1])).toEqual([
      '400',
      '600',
      '700',
    ]);
    expect([page.contains('plain'), localStorage.getItem(KEY)]).toEqual([true, 'here']);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(page.contains('plain')).toBe(false);
  });

  it('wait for the next visit where the link is gone', async () => {
    vi.useFakeTimers();
    finger(true);
    got.mockImplementationOnce(() => Promise.reject(new TypeError('Failed to fetch')));
    wait();
    bringLetters();
    await vi.advanceTimersByTimeAsync(2500);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('are drawn at once at a desk, also where nothing can be stored', () => {
    finger(false);
    wait();
    bringLetters();
    expect([page.contains('plain'), localStorage.getItem(KEY)]).toEqual([false, 'here']);
    localStorage.clear();
    wait();
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(bringLetters).not.toThrow();
    expect(page.contains('plain')).toBe(false);
  });
});
