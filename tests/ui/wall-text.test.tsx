// @vitest-environment happy-dom
/** Text on a wall is as large as its box allows. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fit } from '@/ui/wall-fit';
import { useWallShape, WallFrame } from '@/ui/wall-frame';
import { matrixPages, WallMatrix } from '@/ui/wall-matrix';
import { WallPreview } from '@/ui/wall-preview';
import { mount } from './mount';
import { measures, sizes } from './sizes';

const _frame = () => act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

const Shape = () => <b>{useWallShape()}</b>;

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
