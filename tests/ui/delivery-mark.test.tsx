/** The state of a delivery, in words and in a shape. */
import { describe, expect, it } from 'vitest';
import { DeliveryMark } from '@/ui/delivery-mark';
import { html, text, all, words } from './markup';

describe('never by colour alone', () => {
  it('delivery says its state in words, and draws three different shapes', () => {
    const marks = (['saved', 'sent', 'seen'] as const).map((s) =>
      html(<DeliveryMark state={s} label={`è ${s}`} />),
    );
    marks.forEach((m, i) => {
      expect(text(m)).toBe(`è ${['saved', 'sent', 'seen'][i]}`);
    });
    expect(new Set(marks.map((m) => /<svg.*<\/svg>/.exec(m)![0])).size).toBe(3);
  });
});

describe('[E34] a drawing', () => {
  it('of a delivery says its state in words that are seen, or in its tip', () => {
    for (const state of ['saved', 'sent', 'seen'] as const) {
      const mark = <DeliveryMark state={state} label="inviata" />;
      expect([words(mark), all(mark, 'title'), all(mark, 'data-delivery')]).toEqual([
        ['inviata'],
        ['inviata'],
        [state],
      ]);
      expect(html(mark)).toContain('sr-only');
      const said = <DeliveryMark state={state} label="inviata" words />;
      expect([all(said, 'title'), html(said).includes('sr-only')]).toEqual([[], false]);
    }
  });
});
