// @vitest-environment happy-dom
/** The heights of the rows on the wall: a long title has the lines it needs, and no row is too low to be read. */
import { beforeEach, expect, it } from 'vitest';
import { WallFrame } from '@/ui/wall-frame';
import { type MatrixSlot, matrixPages, WallMatrix } from '@/ui/wall-matrix';
import { mount } from './mount';
import { measures, sizes } from './sizes';

beforeEach(() => {
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
});

/** The rows' heights in hundredths, with a title of so many characters in the first of these slots of each space. */
function heights(titles: readonly number[], slots: readonly MatrixSlot['is'][], upright = false): number[] {
  const { measure } = sizes();
  const spaces = titles.map((_, n) => ({ id: `p${n}`, name: `Sala ${n}` }));
  const [page] = matrixPages(
    slots.map((is, n) => ({ id: `s${n}`, start: '9', says: '', is })),
    spaces,
    upright ? 'upright' : 'wide',
  );
  const cells = titles.map((n, i) => ({
    ...{ slot: 's0', space: `p${i}`, label: '' },
    topics: n === 0 ? [] : [{ number: 'T01', title: 'x'.repeat(n), strands: [] }],
  }));
  const { at, one } = mount(
    <WallFrame className="">
      <WallMatrix caption="Griglia" page={page!} cells={cells} />
    </WallFrame>,
  );
  measures(
    one('[data-shape]'),
    upright ? { clientWidth: 900, clientHeight: 1600 } : { clientWidth: 1600, clientHeight: 900 },
  );
  measure();
  return [...at.querySelectorAll<HTMLElement>('tbody tr')].map((r) =>
    Math.round(Number.parseFloat(r.style.height)),
  );
}

it('[E34] a title that needs three lines has them, at the cost of the others, which keep two each', () => {
  // Ninety-six characters across, in two columns: forty-eight a line, six of them for the number.
  expect(heights([42, 20, 0], ['next', 'next'])).toEqual([33, 33, 33]);
  expect(heights([91, 20, 0], ['next', 'next'])).toEqual([43, 29, 29]);
  expect(heights([90, 20, 0], ['next', 'next'])).toEqual([33, 33, 33]);
});

it('the slot that runs has more of the width, so that a title needs fewer lines there', () => {
  // Three columns: a third of the width each, or two fifths for the one that runs.
  expect(heights([70, 0], ['next', 'next', 'next'])).toEqual([60, 40]);
  expect(heights([70, 0], ['now', 'next', 'next'])).toEqual([50, 50]);
});

it('[E34] where two lines would be too low for the far end of the hall, all rows are alike', () => {
  const nine = Array.from({ length: 9 }, () => 0);
  expect(heights([...nine, 0], ['next', 'next'])).toEqual(Array(10).fill(10));
  expect(heights([...nine, 200], ['next', 'next'])).toEqual(Array(10).fill(10));
});

it('[E34] on an upright wall, with one narrow column, a title has three lines sooner', () => {
  expect(heights([60, 10, 0], ['next'], true)).toEqual([43, 29, 29]);
  expect(heights([38, 10, 0], ['next'], true)).toEqual([33, 33, 33]);
});
