// @vitest-environment happy-dom
/** Keyboard focus is never lost, and what covers a page keeps it. */
import { act, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeepFocus } from '@/ui/keep-focus';
import { mount } from './mount';

const frame = () => act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

describe('[E34] the focus', () => {
  beforeEach(() => {
    HTMLElement.prototype.checkVisibility = () => true;
    const real = document.querySelector.bind(document);
    // Neither `:modal` nor a layout is known here.
    vi.spyOn(document, 'querySelector').mockImplementation((s: string) =>
      real(s === 'dialog:modal' ? 'dialog[open]' : s),
    );
    document.elementFromPoint = () => null;
  });
  const page = (items: string[], more?: ReactNode) => (
    <>
      <KeepFocus />
      <main id="main" tabIndex={-1}>
        <ul>
          {items.map((i) => (
            <li key={i}>
              <button type="button" id={i}>
                {i}
              </button>
            </li>
          ))}
        </ul>
        {more}
      </main>
    </>
  );
  const now = () => document.activeElement?.id;
  const start = (items: string[], at: string, more?: ReactNode) => {
    const m = mount(page(items, more));
    act(() => m.one(`#${at}`).focus());
    return m;
  };

  it('goes to what takes the place of the one that was removed', async () => {
    const { again } = start(['a', 'b', 'c'], 'b');
    again(page(['a', 'c']));
    await frame();
    expect(now()).toBe('c');
    again(page(['a']));
    await frame();
    expect(now()).toBe('a');
  });

  it('stays where it is when something else goes', async () => {
    const { again } = start(['a', 'b', 'c'], 'b');
    again(page(['b']));
    await frame();
    expect(now()).toBe('b');
  });

  it('comes back to the same element when that was only disabled for a moment, else to its neighbour', async () => {
    const { one } = start(['a', 'b'], 'a');
    act(() => {
      one<HTMLButtonElement>('#a').blur();
      one<HTMLButtonElement>('#a').disabled = true;
    });
    await frame();
    expect(now()).toBe('b');
  });

  it('goes to the content when nothing is left beside it, and never into a field by itself', async () => {
    const { again } = start(['a'], 'a', <input id="field" />);
    again(page([], <input id="field" />));
    await frame();
    expect(now()).toBe('main');
  });

  it('stays within an open dialog', async () => {
    const dialog = (inside: ReactNode) => (
      <>
        {page(['out'])}
        <dialog open id="box" tabIndex={-1}>
          {inside}
        </dialog>
      </>
    );
    const yes = (
      <button type="button" id="yes">
        Sì
      </button>
    );
    const { again, one } = mount(dialog(yes));
    act(() => one('#out').focus());
    act(() => one('#yes').focus());
    again(dialog(null));
    await frame();
    expect(now()).toBe('box');
  });

  it('is let go of by a press on empty ground', async () => {
    const { one, again } = start(['a', 'b'], 'a');
    act(() => {
      one<HTMLButtonElement>('#a').blur();
      document.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    await frame();
    again(page(['b']));
    await frame();
    expect(document.activeElement).toBe(document.body);
  });

  it('under a key held down presses once', () => {
    start(['a'], 'a');
    const press = (init: KeyboardEventInit, at = '#a') => {
      const e = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
      document.querySelector(at)?.dispatchEvent(e);
      return e.defaultPrevented;
    };
    expect(press({ key: 'Enter' })).toBe(false);
    expect([press({ key: 'Enter', repeat: true }), press({ key: ' ', repeat: true })]).toEqual([true, true]);
    expect(press({ key: 'ArrowDown', repeat: true })).toBe(false);
    expect(press({ key: 'Enter', repeat: true }, '#main')).toBe(false);
  });

  describe('that something covers', () => {
    const box = { left: 10, right: 90, top: 100, bottom: 140 };
    const covered = (over: (x: number, y: number) => boolean, by: Partial<typeof box> = {}) => {
      const m = mount(page(['a']));
      const a = m.one('#a');
      const brought = vi.fn();
      a.scrollIntoView = brought;
      a.getBoundingClientRect = () => ({ ...box, ...by }) as DOMRect;
      const matches = a.matches.bind(a);
      vi.spyOn(a, 'matches').mockImplementation((s: string) => s === ':focus-visible' || matches(s));
      document.elementFromPoint = (x, y) => (over(x, y) ? document.body.firstElementChild : a);
      const bar = document.createElement('div');
      document.body.prepend(bar);
      act(() => a.focus());
      return { ...m, brought, done: () => bar.remove() };
    };

    it.each([
      ['its foot', (_: number, y: number) => y > 130],
      ['its head', (_: number, y: number) => y < 110],
      ['its middle', (_: number, y: number) => y === 120],
      ['one end', (x: number) => x > 80],
    ] as const)('at %s is brought to the middle of the screen', async (_, over) => {
      const { brought, done } = covered(over);
      await frame();
      done();
      expect(brought.mock.calls).toEqual([[{ block: 'center', inline: 'nearest' }]]);
    });

    it('is left alone where it is wholly seen, or too tall to be', async () => {
      for (const [over, by] of [
        [() => false, {}],
        [() => true, { bottom: 9999 }],
      ] as const) {
        const { brought, done } = covered(over, by);
        await frame();
        done();
        expect(brought).not.toHaveBeenCalled();
      }
    });

    it('is brought out too when a message rises over it, unless it was scrolled away', async () => {
      let risen = false;
      const { brought, done, one } = covered(() => risen);
      await frame();
      risen = true;
      const rise = (live: boolean) => {
        const toast = document.createElement('div');
        if (live) toast.setAttribute('aria-live', 'polite');
        document.body.append(toast);
        act(() => void toast.dispatchEvent(new Event('animationend', { bubbles: true })));
        toast.remove();
      };
      rise(false);
      expect(brought).not.toHaveBeenCalled();
      one('#a').getBoundingClientRect = () => ({ ...box, top: -90, bottom: -50 }) as DOMRect;
      rise(true);
      expect(brought).not.toHaveBeenCalled();
      one('#a').getBoundingClientRect = () => box as DOMRect;
      rise(true);
      done();
      expect(brought).toHaveBeenCalledTimes(1);
    });
  });
});
