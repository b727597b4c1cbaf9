// @vitest-environment happy-dom
/** A line of choices that scrolls sideways, drawn as a browser would lay it out: each choice 100 pixels, 250 in sight. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Strip } from '@/app/i/[code]/[[...where]]/_frame/choice-strip';
import { ChoicePills } from '@/ui/choice';
import { mount } from './mount';

const SLOTS = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => ({ value, label: value }));
const line = (chosen: string) => (
  <Strip chosen={chosen}>
    <ChoicePills legend="Quale turno" choices={SLOTS} value={chosen} onValue={() => {}} />
  </Strip>
);

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const of = this.parentElement;
    if (!this.matches('label') || !of) return new DOMRect(0, 0, 250, 44);
    return new DOMRect([...of.children].indexOf(this) * 100 - of.scrollLeft, 0, 100, 44);
  });
});
afterEach(() => vi.restoreAllMocks());

describe('a line of choices', () => {
  it('begins with the chosen one in the middle when it would be out of sight', () => {
    const { one } = mount(line('e'));
    expect(one('fieldset > div').scrollLeft).toBe(325);
  });

  it('does not move under a finger that chooses what is whole in sight', () => {
    const { one, again } = mount(line('a'));
    expect(one('fieldset > div').scrollLeft).toBe(0);
    again(line('b'));
    expect(one('fieldset > div').scrollLeft).toBe(0);
  });

  it('follows a choice made at its edge', () => {
    const { one, again } = mount(line('a'));
    again(line('c'));
    expect(one('fieldset > div').scrollLeft).toBe(125);
  });
});
