/** The ring of a circle on the wall empties with its time. */
import { describe, expect, it } from 'vitest';
import { WallRing } from '@/ui/wall-ring';
import { all, words } from './markup';

describe('[I12] a circle on the wall', () => {
  it('empties its ring with the time that is left, within its bounds', () => {
    const dash = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-dasharray');
    expect([dash(0.5), dash(1), dash(7), dash(0), dash(-1)]).toEqual([
      ['131.9 263.9'],
      ['263.9 263.9'],
      ['263.9 263.9'],
      ['0.0 263.9'],
      ['0.0 263.9'],
    ]);
    const cap = (left: number) => all(<WallRing left={left}>9</WallRing>, 'stroke-linecap');
    expect([cap(0.1), cap(0), words(<WallRing left={1}>9</WallRing>)]).toEqual([['round'], ['butt'], ['9']]);
  });
});
