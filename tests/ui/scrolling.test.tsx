// @vitest-environment happy-dom
/** The current item of a wide row, a search, and a toast over the keyboard stay in sight. */
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useInSight } from '@/ui/scroll-into-view';
import { SearchField } from '@/ui/search-field';
import { ToastRegion } from '@/ui/toast';
import { mount } from './mount';
import { measures, sizes } from './sizes';

const _frame = () => act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

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
