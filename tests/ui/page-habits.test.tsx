// @vitest-environment happy-dom
/** The page's own services for people: focus that is not lost, Back, fonts, text that fits a wall. */
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onDialogEntry, reloadUnderDialog, useCloseOnBack } from '@/ui/close-on-back';
import { KeepFocus } from '@/ui/keep-focus';
import { useInSight } from '@/ui/scroll-into-view';
import { SearchField } from '@/ui/search-field';
import { ToastRegion } from '@/ui/toast';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, WallFrame } from '@/ui/wall-frame';
import { matrixPages, WallMatrix } from '@/ui/wall-matrix';
import { WallPreview } from '@/ui/wall-preview';
import { bringLetters, KEY, WAIT } from '@/ui/web-fonts';
import { mount } from './mount';

const frame = () => act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

function Box({ open, onClose }: { open: boolean; onClose: () => void }) {
  useCloseOnBack(open, onClose);
  return null;
}

function Row({ here }: { here: string }) {
  const row = useInSight<HTMLDivElement>(here);
  return (
    <div ref={row}>
      {['a', 'b'].map((x) => (
        <a key={x} href={`/${x}`} aria-current={x === here ? 'page' : undefined}>
          {x}
        </a>
      ))}
    </div>
  );
}

const Shape = () => <b>{useWallShape()}</b>;

/** Every observer of a size, called by hand: nothing is laid out here. */
const sizes = () => {
  const seen: { measure: () => void; at: Element[]; over: boolean }[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      private readonly own;
      constructor(measure: () => void) {
        this.own = { measure, at: [] as Element[], over: false };
        seen.push(this.own);
      }
      observe(e: Element) {
        this.own.at.push(e);
      }
      disconnect() {
        this.own.over = true;
      }
    },
  );
  return {
    seen,
    measure: () =>
      act(() => {
        for (const s of seen) if (!s.over) s.measure();
      }),
  };
};
const measures = (e: Element, as: Record<string, number>) => {
  for (const [name, value] of Object.entries(as))
    Object.defineProperty(e, name, { configurable: true, get: () => value });
};

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

describe('the phone’s Back', () => {
  const pops = () => act(() => void window.dispatchEvent(new Event('popstate')));
  afterEach(() => window.history.replaceState(null, ''));

  it('closes what is open, and leaves the page as it is', () => {
    const close = vi.fn();
    const push = vi.spyOn(window.history, 'pushState');
    window.history.replaceState({ next: 1 }, '');
    const { again } = mount(<Box open={false} onClose={close} />);
    expect([push.mock.calls, onDialogEntry()]).toEqual([[], false]);
    again(<Box open onClose={close} />);
    // The router's own entry in the history stays.
    expect([onDialogEntry(), window.history.state.next]).toEqual([true, 1]);
    pops();
    expect(close).not.toHaveBeenCalled();
    window.history.replaceState({ next: 1 }, '');
    pops();
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('loses its entry when the dialog is closed by its button, not when the person has gone on', () => {
    vi.useFakeTimers();
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
    const { again } = mount(<Box open onClose={() => {}} />);
    again(<Box open={false} onClose={() => {}} />);
    vi.runAllTimers();
    expect(back).toHaveBeenCalledTimes(1);
    again(<Box open onClose={() => {}} />);
    again(<Box open={false} onClose={() => {}} />);
    window.history.replaceState(null, '');
    vi.runAllTimers();
    expect(back).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('goes back over an open dialog before the page is reloaded', () => {
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
    reloadUnderDialog();
    expect([reload.mock.calls.length, back.mock.calls.length]).toEqual([1, 0]);
    window.history.replaceState({ dialog: 'dialog-1' }, '');
    reloadUnderDialog();
    expect([reload.mock.calls.length, back.mock.calls.length]).toEqual([1, 1]);
    pops();
    pops();
    expect(reload).toHaveBeenCalledTimes(2);
  });
});

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

describe('[E34] text on a wall', () => {
  beforeEach(() => {
    Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  });
  /** A box of so many pixels, and words whose size in it goes by their font. */
  const fitted = (box: number, perSize: number, line = 10) => {
    const { measure, seen } = sizes();
    const { one, again } = mount(
      <Fit of="x" max={6} place="start">
        x
      </Fit>,
    );
    const words = one('[data-fit]');
    const inner = words.parentElement!;
    // A property of WebKit's that is unknown here.
    const clamp = { lines: '' };
    Object.defineProperty(Object.getPrototypeOf(inner.style), 'webkitLineClamp', {
      configurable: true,
      get: () => clamp.lines,
      set: (lines: string) => {
        clamp.lines = lines;
      },
    });
    measures(inner.parentElement!, { clientHeight: box, clientWidth: 1000 });
    const size = () => Number(/\* ([\d.]+)\)/.exec(inner.style.fontSize)?.[1]);
    Object.defineProperty(inner, 'scrollHeight', { get: () => size() * perSize });
    Object.defineProperty(inner, 'scrollWidth', { get: () => 10 });
    Object.defineProperty(inner, 'offsetHeight', {
      get: () => Number(clamp.lines || 99) * line * 1.4,
    });
    vi.stubGlobal('getComputedStyle', () => ({ lineHeight: `${line}px` }));
    return { size, inner, words, measure, seen, again, clamp };
  };

  it('is as large as its box allows, within its bounds', () => {
    const large = fitted(1000, 10);
    expect(large.size()).toBe(3.06);
    large.measure();
    expect(large.size()).toBe(6);
    const middling = fitted(45, 10);
    middling.measure();
    expect(middling.size()).toBeLessThanOrEqual(4.5);
    expect(middling.size()).toBeGreaterThan(4.5 * 0.94);
    const tight = fitted(30.7, 10);
    tight.measure();
    expect([tight.size(), tight.words.style.overflow]).toEqual([3.06, '']);
  });

  it('is cut at whole lines where even the smallest is too large', () => {
    const { measure, words, size, clamp } = fitted(25, 10);
    measure();
    expect(size()).toBe(3.06);
    expect([words.style.overflow, clamp.lines]).toEqual(['hidden', '1']);
    const more = fitted(60, 100);
    more.measure();
    expect(more.clamp.lines).toBe('4');
  });

  it('is measured again when the fonts have come, and no more when it is gone', () => {
    const { size, inner, again, seen } = fitted(1000, 10);
    document.fonts.dispatchEvent(new Event('loadingdone'));
    expect(size()).toBe(6);
    again(null);
    inner.style.fontSize = 'calc(var(--h) * 1)';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    expect([size(), seen.every((s) => s.over)]).toEqual([1, true]);
  });

  it('knows the wall’s shape', () => {
    const { measure } = sizes();
    const { one } = mount(
      <WallFrame className="">
        <Shape />
      </WallFrame>,
    );
    const box = one('[data-shape]');
    const shape = (clientWidth: number, clientHeight: number) => {
      measures(box, { clientWidth, clientHeight });
      measure();
      expect(box.dataset.shape).toBe(one('b').textContent);
      return one('b').textContent;
    };
    expect(one('b').textContent).toBe('wide');
    expect([shape(900, 900), shape(901, 900), shape(1350, 900), shape(1351, 900)]).toEqual([
      'upright',
      'square',
      'square',
      'wide',
    ]);
  });

  it('is drawn in a preview at the size of a real wall, and only once it can be', () => {
    const { measure } = sizes();
    const { at } = mount(<WallPreview>x</WallPreview>);
    const wall = at.querySelector<HTMLElement>('[inert] > div')!;
    expect([wall.style.width, wall.style.height, wall.style.visibility]).toEqual([
      '1280px',
      '720px',
      'hidden',
    ]);
    measures(wall.parentElement!, { clientWidth: 320 });
    measure();
    expect([wall.style.transform, wall.style.visibility]).toEqual(['scale(0.25)', 'visible']);
  });

  it('gives the spaces of a grid one height each, and the slot that runs the most room', () => {
    sizes();
    const slots = ['now', 'next'].map((is, i) => ({ id: `s${i}`, start: '9', says: '', is: is as 'now' }));
    const [page] = matrixPages(
      slots,
      ['a', 'b', 'c', 'd'].map((name) => ({ id: name, name })),
      'wide',
    );
    const { at, again } = mount(<WallMatrix caption="Griglia" page={page!} cells={[]} />);
    const rows = [...at.querySelectorAll<HTMLElement>('tbody tr')].map((r) => r.style.height);
    expect(rows).toEqual(['25%', '25%', '25%', '25%']);
    const wide = () => [...at.querySelectorAll('col')].map((c) => c.className.includes('40%'));
    expect(wide()).toEqual([false, true, false]);
    again(<WallMatrix caption="Griglia" page={{ ...page!, slots: slots.slice(0, 1) }} cells={[]} />);
    expect(wide()).toEqual([false, false]);
  });
});

describe('a row wider than the screen', () => {
  it('keeps its current item in the middle, also when that changes', () => {
    const { measure, seen } = sizes();
    const { at, again } = mount(<Row here="a" />);
    const row = at.querySelector('div')!;
    measures(row, { clientWidth: 100 });
    for (const [i, a] of at.querySelectorAll('a').entries())
      measures(a, { offsetLeft: 200 * (i + 1), offsetWidth: 40 });
    measure();
    expect(row.scrollLeft).toBe(170);
    again(<Row here="b" />);
    measure();
    expect(row.scrollLeft).toBe(370);
    expect(seen.map((s) => [s.at.length, s.over])).toEqual([
      [2, true],
      [2, false],
    ]);
    again(<Row here="nowhere" />);
    expect(seen).toHaveLength(2);
  });
});

describe('a search', () => {
  it('says what it found, and is emptied in one tap that leaves the focus in it', () => {
    const typed = vi.fn();
    const field = (value: string) => (
      <SearchField label="Cerca" value={value} onText={typed} clearLabel="Svuota" found="3 temi" />
    );
    const { again, at, click, one, type } = mount(field(''));
    expect(at.querySelector('button')).toBeNull();
    expect([one<HTMLLabelElement>('label').htmlFor, one('[aria-live=polite]').textContent]).toEqual([
      one('input').id,
      '3 temi',
    ]);
    type('input', 'casa');
    again(field('casa'));
    click('button[aria-label=Svuota]');
    expect(typed.mock.calls).toEqual([['casa'], ['']]);
    expect(document.activeElement).toBe(one('input'));
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
