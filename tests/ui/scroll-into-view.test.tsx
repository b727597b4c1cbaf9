// @vitest-environment happy-dom
/** The current item of a row wider than the screen stays in sight. */
import { describe, expect, it } from 'vitest';
import { useInSight } from '@/ui/scroll-into-view';
import { mount } from './mount';
import { measures, sizes } from './sizes';

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
