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

  it('skips what cannot be used now', async () => {
    const list = (items: string[]) => (
      <>
        <KeepFocus />
        <main id="main" tabIndex={-1}>
          {items.map((i) => (
            <p key={i} inert={i === 'c'}>
              <button type="button" id={i}>
                {i}
              </button>
            </p>
          ))}
        </main>
      </>
    );
    const { again, one } = mount(list(['a', 'b', 'c']));
    act(() => one('#b').focus());
    again(list(['a', 'c']));
    await frame();
    expect(now()).toBe('a');
  });

  describe('of what was alone in its bar', () => {
    const bars = (alone: boolean) => (
      <>
        <KeepFocus />
        <header>
          <button type="button" id="out">
            Fuori
          </button>
        </header>
        <nav>
          {alone && (
            <a href="/x" id="alone">
              Luogo
            </a>
          )}
        </nav>
        <main id="main" tabIndex={-1} />
      </>
    );

    it('goes to the content, without moving the page, and to no other bar', async () => {
      const { again, one } = mount(bars(true));
      act(() => one('#alone').focus());
      const focused = vi.spyOn(one('main'), 'focus');
      again(bars(false));
      await frame();
      expect(now()).toBe('main');
      expect(focused).toHaveBeenCalledWith({ preventScroll: true });
    });

    it('goes back to where it was before, if that is still there', async () => {
      const { again, one } = mount(bars(true));
      act(() => one('#out').focus());
      act(() => one('#alone').focus());
      again(bars(false));
      await frame();
      expect(now()).toBe('out');
    });
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

  it('is kept by a press that leaves it where it is', async () => {
    const { again } = start(['a', 'b'], 'a');
    act(() => void document.dispatchEvent(new Event('pointerdown', { bubbles: true })));
    await frame();
    again(page(['b']));
    await frame();
    expect(now()).toBe('b');
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

    it.each([
      ['its own icon', (a: Element) => a.firstElementChild],
      ['what it lies in', (a: Element) => a.parentElement],
    ])('by %s alone is seen', async (_, found) => {
      const { brought, done, one } = covered(() => false);
      const a = one('#a');
      a.append(document.createElement('i'));
      document.elementFromPoint = () => found(a);
      await frame();
      done();
      expect(brought).not.toHaveBeenCalled();
    });

    it('is left alone where a finger put it, and where a part of it is past the edge of the screen', async () => {
      const finger = covered(() => true);
      const a = finger.one('#a');
      vi.spyOn(a, 'matches').mockImplementation(
        (s: string) => s !== ':focus-visible' && Element.prototype.matches.call(a, s),
      );
      await frame();
      finger.done();
      expect(finger.brought).not.toHaveBeenCalled();
      const edge = covered((x) => x < 0, { left: -50 });
      await frame();
      edge.done();
      expect(edge.brought).not.toHaveBeenCalled();
    });

    it('as the whole content of a page is left where it is: it always lies under the bars', async () => {
      const { one } = mount(page(['a']));
      const main = one('main');
      const brought = vi.fn();
      main.scrollIntoView = brought;
      main.getBoundingClientRect = () => box as DOMRect;
      vi.spyOn(main, 'matches').mockImplementation(
        (s: string) => s === ':focus-visible' || Element.prototype.matches.call(main, s),
      );
      document.elementFromPoint = () => document.head;
      act(() => main.focus());
      await frame();
      expect(brought).not.toHaveBeenCalled();
    });

    it('as a hidden choice is brought out by the label that is drawn for it', async () => {
      const label = (
        <label id="label">
          <input type="radio" id="radio" className="sr-only" /> Uno
        </label>
      );
      const { one } = mount(page([], label));
      const brought = vi.fn();
      one('#label').scrollIntoView = brought;
      one('#label').getBoundingClientRect = () => box as DOMRect;
      const radio = one('#radio');
      const matches = radio.matches.bind(radio);
      vi.spyOn(radio, 'matches').mockImplementation((s: string) => s === ':focus-visible' || matches(s));
      document.elementFromPoint = () => one('main');
      vi.spyOn(one('main'), 'contains').mockReturnValue(false);
      act(() => radio.focus());
      await frame();
      expect(brought).toHaveBeenCalledTimes(1);
    });

    it('is brought out when its own key makes the page grow over it; a text that is typed is the browser’s', async () => {
      for (const [field, times] of [
        [false, 1],
        [true, 0],
      ] as const) {
        let grown = false;
        const { one } = mount(page(['a'], <textarea id="text" />));
        const e = one(field ? '#text' : '#a');
        const brought = vi.fn();
        e.scrollIntoView = brought;
        e.getBoundingClientRect = () => box as DOMRect;
        const matches = e.matches.bind(e);
        vi.spyOn(e, 'matches').mockImplementation((s: string) => s === ':focus-visible' || matches(s));
        document.elementFromPoint = () => (grown ? document.head : e);
        act(() => e.focus());
        await frame();
        grown = true;
        e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        act(() => one('ul').append(document.createElement('li')));
        await frame();
        await frame();
        expect(brought, field ? 'a field' : 'a button').toHaveBeenCalledTimes(times);
      }
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
