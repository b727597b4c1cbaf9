/** A part of a page that folds. */
import { describe, expect, it } from 'vitest';
import { Disclosure } from '@/ui/disclosure';
import { count, html, words } from './markup';

describe('a part of a page', () => {
  it('that folds is closed unless it is opened, and is a heading only among sections', () => {
    const fold = (open: boolean, large: boolean) => (
      <Disclosure title="Storia" open={open} large={large}>
        dentro
      </Disclosure>
    );
    expect([html(fold(false, false)).includes('open=""'), count(fold(false, false), 'h2')]).toEqual([
      false,
      0,
    ]);
    expect([html(fold(true, true)).includes('open=""'), count(fold(true, true), 'h2')]).toEqual([true, 1]);
    expect(words(fold(true, true))).toEqual(['Storia', 'dentro']);
  });
});
