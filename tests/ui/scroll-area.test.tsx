// @vitest-environment happy-dom
/** Content wider than the screen is reached by keyboard. */
import { describe, expect, it } from 'vitest';
import { Sideways } from '@/ui/scroll-area';
import { mount } from './mount';

describe('a wide part of a page', () => {
  it('scrolls sideways, is reached by keyboard and has a name', () => {
    const { one } = mount(<Sideways label="Griglia">x</Sideways>);
    expect([one('section').tabIndex, one('section').getAttribute('aria-label')]).toEqual([0, 'Griglia']);
  });
});
