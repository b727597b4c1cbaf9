// @vitest-environment happy-dom
/** Toasts: read aloud, with a way back, and never in the way. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastRegion } from '@/ui/toast';
import { mount } from './mount';
import { draws } from './markup';

describe('a toast', () => {
  const region = (toasts: Parameters<typeof ToastRegion>[0]['toasts'], onDismiss = (_: string) => {}) => (
    <ToastRegion
      label="Avvisi"
      dismissLabel="Chiudi"
      toasts={toasts}
      onDismiss={onDismiss}
      staysMs={(t) => (t.tone === 'bad' ? null : 6000)}
    />
  );

  it('comes into a live region that was there before it, so that it is read aloud', () => {
    const { again, one } = mount(region([]));
    const live = one('section');
    expect([live.getAttribute('aria-live'), live.getAttribute('aria-label')]).toEqual(['polite', 'Avvisi']);
    again(region([{ id: 't1', text: 'Fatto' }]));
    expect(one('section')).toBe(live);
    expect(live.querySelector('p')?.textContent).toBe('Fatto');
  });

  it('gives a way back, and goes when it is sent away', () => {
    const back = vi.fn();
    const gone = vi.fn();
    const { click, at } = mount(
      region([{ id: 't1', text: 'Tolto', undo: { label: 'Annulla', onUndo: back } }], gone),
    );
    act(() => [...at.querySelectorAll('button')].find((b) => b.textContent === 'Annulla')?.click());
    click('button[aria-label=Chiudi]');
    expect([back.mock.calls.length, gone.mock.calls]).toEqual([1, [['t1']]]);
  });
});

describe('a toast’s time', () => {
  /** Nothing is laid out here, so everything is a point at zero. */
  const pointerAt = (x: number) =>
    void window.dispatchEvent(Object.assign(new Event('pointermove'), { clientX: x, clientY: 0 }));
  const gone = vi.fn();
  const shown = (tone: 'good' | 'bad') =>
    mount(
      <ToastRegion
        label="Avvisi"
        dismissLabel="Chiudi"
        toasts={[{ id: 't1', text: 'Fatto', tone }]}
        onDismiss={gone}
        staysMs={(t) => (t.tone === 'bad' ? null : 6000)}
      />,
    );
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  beforeEach(() => {
    vi.useFakeTimers();
    gone.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it('is over by itself, but for a refusal', () => {
    shown('bad');
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    shown('good');
    pass(6000);
    expect(gone.mock.calls).toEqual([['t1']]);
  });

  it('stands still while the focus is on it, and begins again', () => {
    const { one } = shown('good');
    pass(5000);
    act(() => one<HTMLButtonElement>('button[aria-label=Chiudi]').focus());
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    act(() => one<HTMLButtonElement>('button[aria-label=Chiudi]').blur());
    pass(5999);
    expect(gone).not.toHaveBeenCalled();
    pass(1);
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('sent away from under the pointer, does not hold the next one', () => {
    const region = (ids: string[]) => (
      <ToastRegion
        label="Avvisi"
        dismissLabel="Chiudi"
        toasts={ids.map((id) => ({ id, text: 'Fatto' }))}
        onDismiss={gone}
        staysMs={() => 6000}
      />
    );
    const { again } = mount(region(['t1']));
    act(() => pointerAt(0));
    again(region([]));
    again(region(['t2']));
    pass(6000);
    expect(gone.mock.calls).toEqual([['t2']]);
  });

  it('takes taps on its buttons alone: what its words cover can still be tapped', () => {
    const { one, at } = shown('good');
    expect(one('section').className).toContain('pointer-events-none');
    expect([...at.querySelectorAll('.pointer-events-auto')].map((e) => e.tagName)).toEqual(['BUTTON']);
  });

  it('stands still while a pointer is over it', () => {
    shown('good');
    act(() => pointerAt(0));
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    act(() => pointerAt(5));
    pass(6000);
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

describe('a toast of any tone', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const region = (ids: string[], gone: (id: string) => void, tone?: 'good' | 'bad') => (
    <ToastRegion
      label="Avvisi"
      dismissLabel="Chiudi"
      toasts={ids.map((id) => ({ id, text: 'Fatto', ...(tone ? { tone } : {}) }))}
      onDismiss={gone}
      staysMs={() => 6000}
    />
  );

  it('has the icon of what it says', () => {
    expect(
      draws(
        region(['a'], () => {}, 'good'),
        'check',
      ),
    ).toBe(true);
    expect(
      draws(
        region(['a'], () => {}, 'bad'),
        'warning',
      ),
    ).toBe(true);
    expect(
      draws(
        region(['a'], () => {}),
        'info',
      ),
    ).toBe(true);
  });

  it('that comes under a pointer is held once that moves, though it never came in', () => {
    const gone = vi.fn();
    const { again } = mount(region(['a'], gone));
    // Nothing is laid out here, so everything is a point at zero.
    const moved = () =>
      void window.dispatchEvent(Object.assign(new Event('pointermove'), { clientX: 0, clientY: 0 }));
    act(moved);
    again(region([], gone));
    again(region(['b'], gone));
    act(moved);
    act(() => vi.advanceTimersByTime(600_000));
    expect(gone).not.toHaveBeenCalled();
  });
});

describe('a toast over a phone’s keyboard', () => {
  const region = (
    <ToastRegion label="Avvisi" dismissLabel="x" toasts={[]} onDismiss={() => {}} staysMs={() => null} />
  );
  const viewport = (height: number, scale = 1) =>
    Object.assign(new EventTarget(), { height, scale, offsetTop: 10 });

  it.each([
    { left: 700, scale: 1, bottom: '' },
    { left: 678, scale: 1, bottom: '' },
    { left: 677, scale: 1, bottom: '89px' },
    { left: 400, scale: 1.5, bottom: '' },
  ])('rises above it, not on a zoomed page: $left px of 768 at $scale', ({ left, scale, bottom }) => {
    vi.stubGlobal('innerHeight', 768);
    vi.stubGlobal('visualViewport', viewport(left, scale));
    const { one } = mount(region);
    expect(one('section').style.bottom).toBe(bottom);
  });

  it('follows it as it opens and closes, until the page is gone', () => {
    vi.stubGlobal('innerHeight', 768);
    const seen = viewport(758);
    vi.stubGlobal('visualViewport', seen);
    const { again, one } = mount(region);
    const becomes = (height: number, event: string) => {
      seen.height = height;
      act(() => void seen.dispatchEvent(new Event(event)));
      return one('section').style.bottom;
    };
    expect([becomes(458, 'resize'), becomes(758, 'scroll')]).toEqual(['308px', '']);
    const heard = vi.spyOn(seen, 'removeEventListener');
    again(null);
    expect(heard.mock.calls.map(([name]) => name)).toEqual(['resize', 'scroll']);
  });
});
